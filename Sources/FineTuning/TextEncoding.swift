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
    tokens = texts.map {
      tokenizer.tokens($0, contextLength: model.configuration.contextLength)
    }
    self.model = model
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
    return Encoding(count: tokens.count, shardSize: TextEncoding.shardSize) { tape, range in
      model.text(tape, tokens: range.map { tokens[$0] })
    }
  }

  /// Texts in a shard; a constant, because it decides the order of sums.
  static let shardSize = 32

  func features(on workers: Workers) -> Matrix { encoding.features(on: workers) }
}
