import RandomStreams
import Tensors

/// Draws of classes from a policy, each a function of the seed, the step and the image.
struct ActionSampler: Sendable {
  private let seed: UInt64
  private let purpose: String

  /// Draws for one purpose.
  ///
  /// - Parameters:
  ///   - seed: the task's.
  ///   - stage: the stage of the training; stages draw anew.
  ///   - purpose: what is drawn.
  init(seed: UInt64, stage: Int, purpose: String = "actions") {
    self.seed = seed
    self.purpose = stage == 0 ? purpose : "\(purpose) of stage \(stage)"
  }

  /// Classes drawn from a policy with replacement.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - logProbabilities: of all images and classes.
  ///   - row: the image's row.
  ///   - shot: its number among the task's images.
  ///   - step: the step, or another index of the draw.
  func actions(
    _ count: Int, from logProbabilities: DoubleMatrix, row: Int, shot: Int, step: Int
  ) -> [Int] {
    var random = RandomSource(
      seed: seed, purpose: "\(purpose) for shot \(shot)", index: UInt64(step))
    let sums = cumulative(logProbabilities, row: row)
    return (0..<count).map { _ in ActionSampler.draw(random.uniform(), from: sums) }
  }

  /// The sums of the probabilities of the classes up to each one.
  func cumulative(_ logProbabilities: DoubleMatrix, row: Int) -> [Double] {
    var sum = 0.0
    return logProbabilities.row(row).map {
      sum += exponential($0)
      return sum
    }
  }

  /// The first class whose sum is above a uniform number's share of the whole.
  static func draw(_ uniform: Double, from sums: [Double]) -> Int {
    let goal = uniform * (sums.last ?? 1)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > goal { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
