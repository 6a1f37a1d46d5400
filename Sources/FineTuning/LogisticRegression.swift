#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import Tensors

/// Multinomial logistic regression with an L2 penalty, solved to convergence.
///
/// minimises 1/(C n) (1/2 |W|^2 + C sum_i -log softmax(W x_i + b)_(y_i)); the bias has no penalty.
/// That is scikit-learn's objective and scale, so `tolerance` means what its `tol` does.
struct LogisticRegression {
  /// `[classes, features]`, the rows of W.
  let weight: DoubleMatrix
  let bias: [Double]
  /// The objective at the solution.
  let value: Double

  /// The share of images whose class has the largest score.
  func accuracy(_ features: DoubleMatrix, labels: [Int]) -> Double {
    let scores = features.multiplied(byTransposeOf: weight)
    var right = 0
    for (row, label) in labels.enumerated() {
      var best = 0
      for c in bias.indices where scores[row, c] + bias[c] > scores[row, best] + bias[best] {
        best = c
      }
      if best == label { right += 1 }
    }
    return Double(right) / Double(max(1, labels.count))
  }
}

/// Logistic regressions on the same shots for one C after another.
///
/// Each begins at the optimum of the nearest C so far. It changes the time and not the solution,
/// which is unique but for a number common to all biases.
struct LogisticPath {
  private let problem: LogisticProblem
  private var solved: [(exponent: Double, point: DoubleMatrix)] = []

  /// Prepares the shots.
  ///
  /// - Parameters:
  ///   - features: `[images, features]`, as they are.
  ///   - labels: the class of each image.
  ///   - classes: the number of classes.
  init(_ features: DoubleMatrix, labels: [Int], classes: Int) {
    problem = LogisticProblem(features, labels: labels, classes: classes)
  }

  /// The regression at a C.
  ///
  /// - Parameters:
  ///   - strength: C, the weight of the data against the penalty.
  ///   - tolerance: no component of the gradient is larger; by default 1e-6, and where the penalty
  ///     1/(C n) is below a hundredth as much smaller, for a gradient says little about small
  ///     penalties.
  mutating func fitted(_ strength: Double, tolerance: Double? = nil) -> LogisticRegression {
    let penalty = 1 / (strength * Double(problem.imageCount))
    let exponent = log10(strength)
    var start = problem.zero
    var distance = Double.infinity
    for known in solved where (known.exponent - exponent).magnitude < distance {
      (start, distance) = (known.point, (known.exponent - exponent).magnitude)
    }
    let (point, value) = problem.minimum(
      penalty: penalty, from: start, tolerance: tolerance ?? 1e-6 * min(1, 100 * penalty))
    solved.append((exponent, point))
    return problem.regression(at: point, value: value)
  }
}
