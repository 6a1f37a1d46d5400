import CLIPModels
import Optimizers
import Tensors

/// Class scores by comparison with texts: logits = e^s cos(image, text).
///
/// Source: Radford et al., arXiv:2103.00020, section 3.1.
public struct TextClassifier: Classifier {
  /// Where the texts' features come from.
  enum Source: Sendable {
    /// Nothing changes them.
    case fixed(Matrix)
    /// They are encoded anew in every step, because the prompts or the text tower train.
    case encoded(Encoding)
  }

  let source: Source
  /// s, the logarithm of the logit scale.
  let logScale: Parameter

  /// Texts that nothing changes, `[classes, embedding]`, of any length.
  public init(fixed texts: Matrix, of model: CLIPModel) {
    source = .fixed(texts)
    logScale = model.logitScale
  }

  /// Texts that are encoded in every step: one a class.
  public init(encoding: Encoding, of model: CLIPModel) {
    source = .encoded(encoding)
    logScale = model.logitScale
  }

  public func texts(for batch: TrainingBatch) -> Encoding? {
    guard case .encoded(let encoding) = source else { return nil }
    return encoding
  }

  public func outputs(_ tape: Tape, images: Tensor, texts: Tensor?) -> ClassifierOutputs {
    let unit = tape.normalized(texts ?? fixedTexts(tape))
    let features = tape.normalized(images)
    return ClassifierOutputs(
      features: features, logits: tape.similarities(features, unit, logScale: logScale),
      texts: unit)
  }

  private func fixedTexts(_ tape: Tape) -> Tensor {
    guard case .fixed(let matrix) = source else {
      fatalError("a classifier whose texts are encoded needs their features")
    }
    return tape.constant(matrix)
  }

  public func finished(on workers: Workers) -> FineTunedClassifier {
    let features =
      switch source {
      case .fixed(let matrix): matrix
      case .encoded(let encoding): encoding.features(on: workers)
      }
    return FineTunedClassifier(texts: features, logitScale: exponential(Double(logScale.values[0])))
  }
}
