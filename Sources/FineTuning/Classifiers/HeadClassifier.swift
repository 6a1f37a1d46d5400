import CLIPModels
import Tensors

/// A linear layer on image features: logits = f W^T + b.
public struct HeadClassifier: Classifier {
  /// `[classes, embedding]`.
  public let weight: Parameter
  /// `[classes]`.
  public let bias: Parameter
  /// Whether f are the image features at unit length, or as the tower gives them.
  public let isNormalized: Bool
  private let logScale: Parameter

  /// A head over a model's image tower.
  public init(weight: Parameter, bias: Parameter, isNormalized: Bool = true, of model: CLIPModel) {
    self.weight = weight
    self.bias = bias
    self.isNormalized = isNormalized
    logScale = model.logitScale
  }

  /// A head that starts as the classifier by texts: logit scale times their unit features, no bias.
  ///
  /// - Parameter texts: `[classes, embedding]`, of any length.
  public init(texts: Matrix, of model: CLIPModel) {
    let tape = Tape(workspace: Workspace())
    var unit = tape.normalized(tape.constant(texts)).matrix
    let scale = Float(FineTuning.logitScale(of: model))
    for i in unit.values.indices { unit.values[i] *= scale }
    let bias = Parameter("head.bias", shape: [unit.rows], repeating: 0)
    // As the tower's biases and norms; WiSE-FT's code decays them too.
    bias.decays = false
    self.init(
      weight: Parameter("head.weight", shape: [unit.rows, unit.columns], values: unit.values),
      bias: bias, of: model)
  }

  /// Weight and bias.
  public var parameters: [Parameter] { [weight, bias] }

  public var comparesTexts: Bool { false }

  public func outputs(_ tape: Tape, images: Tensor, texts: Tensor?) -> ClassifierOutputs {
    let features = isNormalized ? tape.normalized(images) : images
    return ClassifierOutputs(features: features, logits: tape.linear(features, weight, bias))
  }

  public func finished(on workers: Workers) -> FineTunedClassifier {
    FineTunedClassifier(
      weight: weight.matrix, bias: bias.values, isNormalized: isNormalized,
      logitScale: exponential(Double(logScale.values[0])))
  }
}
