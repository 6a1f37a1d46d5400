import Tensors

/// Logistic regression of rewards in [0, 1] on images: what a value head is fitted by.
///
/// minimises 1/n sum_i [log(1 + e^(z_i)) - R_i z_i] + penalty / 2 |w|^2, z = w . f + b, by Newton's method;
/// directions are by conjugate gradients until the residual is a thousandth, step lengths by halving.
/// The bias is not penalised. Sums run in one thread.
struct ValueRegression {
  /// `[images, d + 1]`: the inputs, then 1 for the bias.
  private let rows: DoubleMatrix
  private let columns: DoubleMatrix
  private let rewards: [Double]

  /// A regression on inputs `[images, d]`.
  init(_ inputs: DoubleMatrix, rewards: [Double]) {
    var rows = DoubleMatrix(rows: inputs.rows, columns: inputs.columns + 1)
    for i in 0..<inputs.rows {
      for j in 0..<inputs.columns { rows[i, j] = inputs[i, j] }
      rows[i, inputs.columns] = 1
    }
    self.rows = rows
    columns = rows.transposed()
    self.rewards = rewards
  }

  /// The head at the minimum.
  func minimum(penalty: Double) -> ValueHead {
    var point = [Double](repeating: 0, count: rows.columns)
    var here = state(at: point, penalty)
    for _ in 0..<100 where here.gradient.map(\.magnitude).max() ?? 0 > 1e-9 {
      let step = direction(here, penalty)
      var length = 1.0
      while length > 1e-10 {
        let candidate = zip(point, step).map { $0 + length * $1 }
        let there = state(at: candidate, penalty)
        if there.value <= here.value {
          (point, here) = (candidate, there)
          break
        }
        length /= 2
      }
      // Rounding hides any further decrease.
      if length <= 1e-10 { break }
    }
    return ValueHead(weight: [Double](point.dropLast()), bias: point[point.count - 1])
  }

  private struct State {
    var value = 0.0
    var gradient: [Double] = []
    /// V (1 - V) / n of each image.
    var curvature: [Double] = []
  }

  private func state(at point: [Double], _ penalty: Double) -> State {
    let count = Double(rewards.count)
    let scores = product(rows, point)
    var state = State()
    var slopes = [Double](repeating: 0, count: scores.count)
    state.curvature = slopes
    for (i, z) in scores.enumerated() {
      let value = 1 / (1 + exponential(-z))
      // log(1 + e^z) without overflow.
      state.value += (max(z, 0) + logarithm(1 + exponential(-z.magnitude)) - rewards[i] * z) / count
      slopes[i] = (value - rewards[i]) / count
      state.curvature[i] = value * (1 - value) / count
    }
    state.gradient = product(columns, slopes)
    for j in 0..<point.count - 1 {
      state.value += penalty / 2 * point[j] * point[j]
      state.gradient[j] += penalty * point[j]
    }
    return state
  }

  /// Newton's direction -H^-1 g.
  private func direction(_ state: State, _ penalty: Double) -> [Double] {
    var solution = [Double](repeating: 0, count: state.gradient.count)
    var residual = state.gradient.map { -$0 }
    var search = residual
    var square = dot(residual, residual)
    let goal = square * 1e-6
    for _ in 0..<2 * solution.count where square > goal {
      let scaled = zip(product(rows, search), state.curvature).map { $0 * $1 }
      var image = product(columns, scaled)
      // A hair on the bias too: where all values are 0 or 1 nothing else bends it.
      for j in image.indices { image[j] += (j < image.count - 1 ? penalty : 1e-12) * search[j] }
      let bend = dot(search, image)
      guard bend > 0 else { break }
      for j in solution.indices {
        solution[j] += square / bend * search[j]
        residual[j] -= square / bend * image[j]
      }
      let next = dot(residual, residual)
      for j in search.indices { search[j] = residual[j] + next / square * search[j] }
      square = next
    }
    return solution
  }

  private func product(_ matrix: DoubleMatrix, _ vector: [Double]) -> [Double] {
    matrix.multiplied(
      byTransposeOf: DoubleMatrix(rows: 1, columns: vector.count, values: vector)
    ).values
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
