import CLIPModels
import Tensors

/// What a stage trains and how class scores come out of it: the params axis of a training.
public struct Parametrization: Sendable {
  /// The weights that change by the objective.
  public let trained: [Parameter]
  /// All that a checkpoint keeps: the trained weights, and what else a stage finds out.
  public let state: [Parameter]
  /// The trained weights whose multiples scale what training did; all but one factor of products.
  public let scaling: [Parameter]
  /// Whether the image tower's features depend on them.
  public let changesImages: Bool
  /// Whether features of fixed texts depend on them; learnt prompts are no fixed texts.
  public let changesTexts: Bool
  /// Class scores of image features.
  public let classifier: any Classifier

  /// Creates a parametrization and marks exactly the given weights as trainable.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - trained: the weights that change.
  ///   - found: numbers that are no weights but found out in the stage, such as a cache's mixture.
  ///   - scaling: the trained weights whose multiples scale what training did; all of them by default.
  ///   - changesImages: whether the image tower's features depend on them.
  ///   - classifier: class scores of image features.
  public init(
    of model: CLIPModel, training trained: [Parameter], finding found: [Parameter] = [],
    scaling: [Parameter]? = nil, changesImages: Bool, classifier: any Classifier
  ) {
    model.setTrainable(false)
    for parameter in trained { parameter.isTrainable = true }
    self.trained = trained
    self.scaling = scaling ?? trained
    state = trained + found
    self.changesImages = changesImages
    let text = model.text.parameters + model.text.blocks.flatMap { $0.adapterParameters }
    let trainedOnes = Set(trained.map { ObjectIdentifier($0) })
    changesTexts = text.contains { trainedOnes.contains(ObjectIdentifier($0)) }
    self.classifier = classifier
  }
}
