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
    unit(try TextEncoding(of: texts, model: model, tokenizer: tokenizer))
  }

  /// The same of texts that are cut into tokens already.
  ///
  /// Benchmarks time the tower alone with it: their peers take ready tokens too.
  ///
  /// - Parameter tokens: of each text, start and end included, at most as many as the context holds.
  /// - Throws: `FineTuningError` if a text uses token ids that the model does not have.
  public func features(ofTokens tokens: [[Int]]) throws -> Matrix {
    unit(try TextEncoding(checking: tokens, model: model))
  }

  private func unit(_ encoding: TextEncoding) -> Matrix {
    let tape = Tape(workspace: Workspace())
    return tape.normalized(tape.constant(encoding.features(on: workers))).matrix
  }
}
