#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import Tensors

/// The objective of logistic regression on some shots, and its minimum by Newton's method.
///
/// Weights are those of the features' principal axes, at most as many as there are shots: the
/// optimal W has no part outside their span, and a rotation leaves the penalty as it is. There the
/// diagonal of the Hessian is a good preconditioner. Newton directions are by conjugate gradients
/// until the residual is a tenth, step lengths by halving. Source: Nocedal, Wright, "Numerical
/// optimization", 2nd edition, algorithms 5.3 and 7.1. Sums run in one thread, so the result
/// depends on no other number.
struct LogisticProblem {
  /// `[images, axes + 1]`: coordinates on the axes, then 1 for the bias.
  private let rows: DoubleMatrix
  private let columns: DoubleMatrix
  private let squares: DoubleMatrix
  /// `[axes, features]`, orthonormal rows.
  private let axes: DoubleMatrix
  private let labels: [Int]
  private let classes: Int

  init(_ features: DoubleMatrix, labels: [Int], classes: Int) {
    axes = SingularValues(features).right
    self.labels = labels
    self.classes = classes
    let coordinates = features.multiplied(byTransposeOf: axes)
    var rows = DoubleMatrix(rows: features.rows, columns: axes.rows + 1)
    for i in 0..<rows.rows {
      for j in 0..<axes.rows { rows[i, j] = coordinates[i, j] }
      rows[i, axes.rows] = 1
    }
    self.rows = rows
    columns = rows.transposed()
    var squares = columns
    for i in squares.values.indices { squares.values[i] *= squares.values[i] }
    self.squares = squares
  }

  var imageCount: Int { labels.count }

  /// No weights, `[axes + 1, classes]`: what a search begins at.
  var zero: DoubleMatrix { DoubleMatrix(rows: rows.columns, columns: classes) }

  /// The regression whose weights on the axes are given.
  ///
  /// A number common to all biases changes no probability: it is chosen so that their sum is zero.
  func regression(at point: DoubleMatrix, value: Double) -> LogisticRegression {
    let last = axes.rows
    let weights = point.selecting(0..<last).transposed()
    var mean = 0.0
    for bias in point.row(last) { mean += bias / Double(classes) }
    return LogisticRegression(
      weight: weights.multiplied(by: axes), bias: point.row(last).map { $0 - mean }, value: value)
  }

  /// Where the objective with a penalty is least, and its value there.
  ///
  /// - Parameter tolerance: ends where no component of the gradient is larger, or where rounding
  ///   hides any further decrease.
  func minimum(
    penalty: Double, from start: DoubleMatrix, tolerance: Double
  ) -> (point: DoubleMatrix, value: Double) {
    var point = start
    var here = state(at: point, penalty)
    for _ in 0..<200 where here.gradientSize > tolerance {
      let step = direction(here, penalty)
      let slope = dot(here.gradient.values, step.values)
      var length = 1.0
      var next: (point: DoubleMatrix, state: State)?
      while next == nil, length > 1e-10 {
        var candidate = point
        add(step.values, length, to: &candidate.values)
        let there = state(at: candidate, penalty)
        // Near the minimum values differ by rounding alone, and gradients tell what values cannot.
        let isLevel =
          there.value <= here.value + 1e-14 * here.value.magnitude
          && there.gradientSize < here.gradientSize
        if there.value <= here.value + 1e-4 * length * slope || isLevel {
          next = (candidate, there)
        }
        length /= 2
      }
      guard let next, next.state.gradientSize < here.gradientSize || next.state.value < here.value
      else { break }
      (point, here) = next
    }
    return (point, here.value)
  }

  /// The objective near a point.
  private struct State {
    /// `[images, classes]`.
    let probabilities: DoubleMatrix
    let value: Double
    /// `[axes + 1, classes]`.
    let gradient: DoubleMatrix
    /// Its largest component.
    let gradientSize: Double
  }

  private func state(at point: DoubleMatrix, _ penalty: Double) -> State {
    var probabilities = rows.multiplied(by: point)
    var losses = 0.0
    for (row, label) in labels.enumerated() {
      var largest = -Double.infinity
      for c in 0..<classes { largest = max(largest, probabilities[row, c]) }
      let own = probabilities[row, label]
      var sum = 0.0
      for c in 0..<classes {
        let term = exp(probabilities[row, c] - largest)
        probabilities[row, c] = term
        sum += term
      }
      for c in 0..<classes { probabilities[row, c] /= sum }
      losses += largest + log(sum) - own
    }
    var residuals = probabilities
    for (row, label) in labels.enumerated() { residuals[row, label] -= 1 }
    let share = 1 / Double(labels.count)
    var squared = 0.0
    for i in 0..<axes.rows * classes { squared += point.values[i] * point.values[i] }
    let gradient = combined(residuals, point, penalty)
    var size = 0.0
    for value in gradient.values { size = max(size, value.magnitude) }
    return State(
      probabilities: probabilities, value: share * losses + 0.5 * penalty * squared,
      gradient: gradient, gradientSize: size)
  }

  /// The columns' mean product with rows, and the penalty's part of all but the bias.
  private func combined(
    _ residuals: DoubleMatrix, _ point: DoubleMatrix, _ penalty: Double
  ) -> DoubleMatrix {
    var result = columns.multiplied(by: residuals)
    let share = 1 / Double(labels.count)
    for i in result.values.indices { result.values[i] *= share }
    for i in 0..<axes.rows * classes { result.values[i] += penalty * point.values[i] }
    return result
  }

  /// The Hessian's product with a direction.
  private func curvature(
    _ probabilities: DoubleMatrix, _ direction: DoubleMatrix, _ penalty: Double
  ) -> DoubleMatrix {
    var changes = rows.multiplied(by: direction)
    for row in 0..<changes.rows {
      var mean = 0.0
      for c in 0..<classes { mean += probabilities[row, c] * changes[row, c] }
      for c in 0..<classes {
        changes[row, c] = probabilities[row, c] * (changes[row, c] - mean)
      }
    }
    return combined(changes, direction, penalty)
  }

  /// About -H^-1 g, a descent direction.
  private func direction(_ state: State, _ penalty: Double) -> DoubleMatrix {
    var variances = state.probabilities
    for i in variances.values.indices { variances.values[i] *= 1 - variances.values[i] }
    var diagonal = squares.multiplied(by: variances)
    let share = 1 / Double(labels.count)
    var largest = 0.0
    for i in diagonal.values.indices {
      diagonal.values[i] *= share
      if i < axes.rows * classes { diagonal.values[i] += penalty }
      largest = max(largest, diagonal.values[i])
    }
    // Biases of separated classes have hardly any curvature.
    for i in diagonal.values.indices { diagonal.values[i] += 1e-14 * largest }

    var step = zero
    var residual = state.gradient.values.map { -$0 }
    var scaled = zip(residual, diagonal.values).map { $0 / $1 }
    var search = scaled
    var size = dot(residual, scaled)
    let goal = 0.01 * size
    for _ in 0..<500 where size > goal {
      let product = curvature(
        state.probabilities,
        DoubleMatrix(rows: step.rows, columns: classes, values: search), penalty
      ).values
      let bend = dot(search, product)
      guard bend > 0 else { break }
      add(search, size / bend, to: &step.values)
      add(product, -size / bend, to: &residual)
      for i in scaled.indices { scaled[i] = residual[i] / diagonal.values[i] }
      let next = dot(residual, scaled)
      let share = next / size
      for i in search.indices { search[i] = scaled[i] + share * search[i] }
      size = next
    }
    return step
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

private func add(_ x: [Double], _ factor: Double, to y: inout [Double]) {
  for i in y.indices { y[i] += factor * x[i] }
}
