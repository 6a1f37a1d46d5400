import CLIPModels
import Optimizers
import Tensors

/// Fixed token sequences that are encoded by a model's text tower.
struct TextEncoding: Sendable {
  let model: CLIPModel
  let tokens: [[Int]]

  /// The encoding for a training step.
  var encoding: Encoding {
    let model = model
    let tokens = tokens
    return Encoding(count: tokens.count, shardSize: TextEncoding.shardSize) { tape, range in
      model.text(tape, tokens: range.map { tokens[$0] })
    }
  }

  /// Texts in a shard; a constant, because it decides the order of sums.
  static let shardSize = 32

  func features(on workers: Workers) -> Matrix { encoding.features(on: workers) }
}
