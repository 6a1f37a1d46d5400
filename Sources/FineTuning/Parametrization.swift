import CLIPModels
import Optimizers
import Tensors

/// What a method trains and how class scores come out of it: the params axis of a training.
///
/// logits = features W^T + b, where the rows of W are the class texts' features times the logit
/// scale, or a trained head.
public struct Parametrization: Sendable {
  /// Where the classifier's rows come from.
  public enum Classifier: Sendable {
    /// Text features that nothing changes, not normalised.
    case fixedTexts(Matrix)
    /// Texts that are encoded anew in every step, because the prompts or the text tower train.
    case texts(Encoding)
    /// A linear layer on normalised image features.
    case head(weight: Parameter, bias: Parameter)
  }

  /// The weights that change.
  public let trained: [Parameter]
  /// Whether image features depend on them.
  public let changesImages: Bool
  /// Whether features of fixed texts depend on them; learnt prompts are no fixed texts.
  public let changesTexts: Bool
  public let classifier: Classifier

  /// Creates a parametrization and marks exactly the given weights as trainable.
  public init(
    of model: CLIPModel, training trained: [Parameter], changesImages: Bool,
    classifier: Classifier
  ) {
    model.setTrainable(false)
    for parameter in trained { parameter.isTrainable = true }
    self.trained = trained
    self.changesImages = changesImages
    let text = model.text.parameters + model.text.blocks.flatMap { $0.adapterParameters }
    let trainedOnes = Set(trained.map { ObjectIdentifier($0) })
    changesTexts = text.contains { trainedOnes.contains(ObjectIdentifier($0)) }
    self.classifier = classifier
  }

  /// The number of weights that train.
  public var trainedCount: Int { trained.reduce(0) { $0 + $1.count } }
}
