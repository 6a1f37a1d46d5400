import CLIPModels
import Optimizers
import Tensors

/// Texts compared with image features that a small network has bent.
///
/// f = normalise(r A(x) + (1 - r) x), A(x) = relu(W2 relu(W1 x)), x the tower's features, not
/// normalised; logits = e^s cos(f, text).
///
/// Source: Gao et al., "CLIP-Adapter", IJCV 2024, arXiv:2110.04544, equations 4 to 6; without biases
/// as in the official code.
public struct AdapterClassifier: Classifier {
  /// W1, `[hidden, embedding]`.
  let down: Parameter
  /// W2, `[embedding, hidden]`.
  let up: Parameter
  /// r, the share of the network.
  let ratio: Float
  private let texts: TextClassifier

  /// A network in front of fixed texts, `[classes, embedding]`.
  public init(down: Parameter, up: Parameter, ratio: Float, texts: Matrix, of model: CLIPModel) {
    self.down = down
    self.up = up
    self.ratio = ratio
    self.texts = TextClassifier(fixed: texts, of: model)
  }

  public func outputs(_ tape: Tape, images: Tensor, texts: Tensor?) -> ClassifierOutputs {
    self.texts.outputs(
      tape, images: AdapterClassifier.bent(tape, images, down, up, ratio), texts: nil)
  }

  private static func bent(
    _ tape: Tape, _ images: Tensor, _ down: Parameter, _ up: Parameter, _ ratio: Float
  ) -> Tensor {
    let hidden = tape.linear(images, down, nil, activation: .relu)
    return tape.combination(
      tape.linear(hidden, up, nil, activation: .relu), ratio, images, 1 - ratio)
  }

  public func finished(on workers: Workers) -> FineTunedClassifier {
    let plain = texts.finished(on: workers)
    // Copies: training may go on.
    let down = Parameter(self.down.name, shape: self.down.shape, values: self.down.values)
    let up = Parameter(self.up.name, shape: self.up.shape, values: self.up.values)
    let ratio = ratio
    return plain.onFeatures(reading: down.values + up.values + [ratio]) {
      $0.normalized(AdapterClassifier.bent($0, $1, down, up, ratio))
    }
  }
}
