import RandomStreams
import Tensors

/// Inverted dropout whose masks are functions of seed, name, step, item, token and channel.
///
/// y = x m, m = 0 with probability rate, else 1 / (1 - rate). Neither threads, nor shards change
/// a draw. Where only the pooled token goes through a layer, it has the draws of token 0. Source: Srivastava et al., JMLR 15 (2014), section 10.
public struct Dropout: Sendable {
  /// The probability of 0, in [0, 1).
  public let rate: Double
  private let seed: UInt64
  private let name: String

  /// Dropout at one place of a model.
  ///
  /// - Parameters:
  ///   - rate: the probability of 0, in [0, 1).
  ///   - seed: the training's.
  ///   - name: the place; others have independent masks.
  public init(rate: Double, seed: UInt64, name: String) {
    require(rate >= 0 && rate < 1, "a dropout rate of \(rate)")
    self.rate = rate
    self.seed = seed
    self.name = name
  }

  /// What is left of some tokens in a training step; all of them on a tape that draws nothing.
  ///
  /// - Parameters:
  ///   - x: `[layout.count, channels]`.
  ///   - layout: the items' tokens, none of them shared: each item has masks of its own.
  public func callAsFunction(_ tape: Tape, _ x: Tensor, layout: TokenLayout) -> Tensor {
    guard rate > 0, let draws = tape.draws else { return x }
    require(!layout.isShared, "shared tokens have no masks of their own")
    var values: [Float] = []
    values.reserveCapacity(x.count)
    for (item, length) in layout.lengths.enumerated() {
      var random = RandomSource(
        seed: seed,
        purpose: "dropout \(name) branch \(draws.branch) item \(draws.firstItem + item)",
        index: draws.step)
      values += random.dropoutFactors(length * x.columns, rate: rate)
    }
    return tape.multiplied(x, by: Matrix(rows: x.rows, columns: x.columns, values: values))
  }
}
