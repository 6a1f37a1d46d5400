import CLIPModels
import Optimizers
import Tensors
import Tokenizers

/// Fixed token sequences that are encoded by a model's text tower.
struct TextEncoding: Sendable {
  let model: CLIPModel
  let tokens: [[Int]]

  init(model: CLIPModel, tokens: [[Int]]) {
    self.model = model
    self.tokens = tokens
  }

  /// Texts as a tokenizer cuts them.
  ///
  /// - Throws: `FineTuningError` if a text uses token ids that the model does not have.
  init(of texts: [String], model: CLIPModel, tokenizer: BytePairTokenizer) throws {
    let length = model.configuration.contextLength
    try self.init(
      checking: texts.map { tokenizer.tokens($0, contextLength: length) }, model: model)
  }

  /// Tokens that a tokenizer gave.
  ///
  /// - Throws: `FineTuningError` if a text uses token ids that the model does not have.
  init(checking tokens: [[Int]], model: CLIPModel) throws {
    self.init(model: model, tokens: tokens)
    let largest = tokens.joined().max() ?? 0
    guard largest < model.configuration.vocabularySize else {
      throw FineTuningError(
        "the tokenizer gives id \(largest), the model has \(model.configuration.vocabularySize) "
          + "token embeddings; is the tokenizer another model's?")
    }
  }

  /// The encoding for a training step.
  var encoding: Encoding {
    let model = model
    let tokens = tokens
    let size = TextEncoding.shardSize(of: tokens.count, width: model.text.width)
    return Encoding(count: tokens.count, shardSize: size) { tape, range in
      model.text(tape, tokens: range.map { tokens[$0] })
    }
  }

  /// The most texts in a shard: each computes the beginning that its texts share, and packs all
  /// weights for its products, so fewer shards do less; narrow towers stay in the cache instead.
  static func mostInShard(width: Int) -> Int { width < 512 ? 64 : 256 }

  /// Texts in a shard: an even number of shards, so that two threads have the same to do.
  ///
  /// A function of their number and the tower's width, because it decides the order of sums.
  static func shardSize(of count: Int, width: Int) -> Int {
    let most = mostInShard(width: width)
    let pairs = (count + 2 * most - 1) / (2 * most)
    return max(1, (count + 2 * pairs - 1) / max(1, 2 * pairs))
  }

  func features(on workers: Workers) -> Matrix { encoding.features(on: workers) }
}
