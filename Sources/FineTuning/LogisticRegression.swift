#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import Optimizers
import Tensors

/// Multinomial logistic regression with an L2 penalty, solved to convergence.
///
/// minimises 1/(C n) (1/2 |W|^2 + C sum_i -log softmax(W x_i + b)_(y_i)); the bias has no penalty. That
/// is scikit-learn's objective and scale, so `tolerance` means what its `tol` does.
struct LogisticRegression {
  /// `[classes, features]`, the rows of W.
  let weight: DoubleMatrix
  let bias: [Double]
  /// The objective at the solution.
  let value: Double

  /// Fits the weights.
  ///
  /// - Parameters:
  ///   - features: `[images, features]`, as they are.
  ///   - labels: the class of each image.
  ///   - classes: the number of classes.
  ///   - strength: C, the weight of the data against the penalty.
  init(
    _ features: DoubleMatrix, labels: [Int], classes: Int, strength: Double,
    tolerance: Double = 1e-6
  ) {
    let size = features.columns
    let count = Double(features.rows)
    let result = LBFGS(tolerance: tolerance, iterations: 5000).minimise(
      from: [Double](repeating: 0, count: classes * (size + 1))
    ) { point in
      LogisticRegression.objective(
        point, features, labels, classes: classes, penalty: 1 / (strength * count))
    }
    weight = DoubleMatrix(
      rows: classes, columns: size, values: [Double](result.point.prefix(classes * size)))
    bias = [Double](result.point.suffix(classes))
    value = result.value
  }

  /// The share of images whose class has the largest score.
  func accuracy(_ features: DoubleMatrix, labels: [Int]) -> Double {
    let scores = LogisticRegression.scores(features, weight, bias)
    var right = 0
    for (row, label) in labels.enumerated() {
      var best = 0
      for c in 1..<max(1, bias.count) where scores[row, c] > scores[row, best] { best = c }
      if best == label { right += 1 }
    }
    return Double(right) / Double(max(1, labels.count))
  }

  private static func scores(
    _ features: DoubleMatrix, _ weight: DoubleMatrix, _ bias: [Double]
  ) -> DoubleMatrix {
    var scores = features.multiplied(byTransposeOf: weight)
    for row in 0..<scores.rows {
      for c in bias.indices { scores[row, c] += bias[c] }
    }
    return scores
  }

  private static func objective(
    _ point: [Double], _ features: DoubleMatrix, _ labels: [Int], classes: Int, penalty: Double
  ) -> (value: Double, gradient: [Double]) {
    let size = features.columns
    let weights = [Double](point.prefix(classes * size))
    let bias = [Double](point.suffix(classes))
    let scores = scores(
      features, DoubleMatrix(rows: classes, columns: size, values: weights), bias)
    let share = 1 / Double(features.rows)
    // Residuals, transposed: [classes, images].
    var residuals = DoubleMatrix(rows: classes, columns: features.rows)
    var value = 0.0
    for (row, label) in labels.enumerated() {
      var largest = -Double.infinity
      for c in 0..<classes { largest = max(largest, scores[row, c]) }
      var sum = 0.0
      for c in 0..<classes {
        let term = exp(scores[row, c] - largest)
        residuals[c, row] = term
        sum += term
      }
      for c in 0..<classes { residuals[c, row] *= share / sum }
      residuals[label, row] -= share
      value += share * (largest + log(sum) - scores[row, label])
    }
    var gradient = residuals.multiplied(by: features).values
    var squares = 0.0
    for i in gradient.indices {
      squares += weights[i] * weights[i]
      gradient[i] += penalty * weights[i]
    }
    for c in 0..<classes {
      var sum = 0.0
      for row in 0..<features.rows { sum += residuals[c, row] }
      gradient.append(sum)
    }
    return (value + 0.5 * penalty * squares, gradient)
  }
}
