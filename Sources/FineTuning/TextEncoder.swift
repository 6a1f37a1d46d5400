import CLIPModels
import Tensors
import Tokenizers

/// Encodes texts with a model's text tower as it is now, low-rank deltas included.
public struct TextEncoder: Sendable {
  private let model: CLIPModel
  private let tokenizer: BytePairTokenizer
  private let workers: Workers

  /// Creates an encoder.
  public init(_ model: CLIPModel, tokenizer: BytePairTokenizer, workers: Workers) {
    self.model = model
    self.tokenizer = tokenizer
    self.workers = workers
  }

  /// Unit text features `[texts, embedding]`; what exceeds the context is cut off before the end
  /// token.
  ///
  /// - Throws: `FineTuningError` if a text uses token ids that the model does not have.
  public func features(of texts: [String]) throws -> Matrix {
    let encoding = try TextEncoding(of: texts, model: model, tokenizer: tokenizer)
    let features = encoding.features(on: workers)
    let tape = Tape(workspace: Workspace())
    return tape.normalized(tape.constant(features)).matrix
  }
}
