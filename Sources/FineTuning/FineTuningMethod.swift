import CLIPModels
import Configuration
import Tensors

/// A way to adapt a CLIP model to a few-shot task: a preset over the axes of a training.
///
/// The defaults are the protocol of the paper's official code on a ViT and few shots; deviations for
/// other models are `presets`, such as `small`.
///
/// A conforming type is a plain struct in one file of `Methods/` plus a line in `AllMethods.swift`.
/// Methods of one stage say what trains (`parametrization`); others say all their `stages`.
public protocol FineTuningMethod: Configurable {
  /// Raised whenever the method's numbers change; part of the run id.
  static var revision: Int { get }
  /// The source of the definition: authors, title, venue, address.
  static var paper: String { get }

  /// The settings that came after the method's first records, as they are where none is used.
  ///
  /// Run ids leave them out there, so earlier records keep theirs.
  static var settingsAddedLater: [String: JSONValue] { get }

  /// Whether the classifier before the first step is `zeroshot`'s, up to rounding.
  var startsAsZeroShot: Bool { get }

  /// Whether the method looks at the task's validation images, to choose its settings.
  var usesValidation: Bool { get }

  /// The steps to take, of the last stage that takes some; zero epochs leave the model as it is.
  var training: TrainingConfiguration { get }

  /// The columns of the shots' metadata that training reads, whose values then decide the run id.
  var metadataColumns: Set<String> { get }

  /// Benchmarks whose training images the objectives see beside the shots.
  var imageSources: [String] { get }

  /// Whether training changes what the image tower makes of an image; if not, its features are
  /// computed once for all units of a sweep.
  var changesImages: Bool { get }

  /// The method whose training this one begins with and only makes something of: itself for most.
  ///
  /// Its stages are the first ones, with the same draws, and those that follow are derived ones; so
  /// units of a sweep that agree on it train once.
  var sharedTraining: any FineTuningMethod { get }

  /// What trains in the given model.
  func parametrization(of model: CLIPModel, for task: FewShotTask, workers: Workers) throws
    -> Parametrization

  /// The parts of the training, in their order.
  func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage]
}

extension FineTuningMethod {
  public static var settingsAddedLater: [String: JSONValue] { [:] }

  public var startsAsZeroShot: Bool { false }

  public var usesValidation: Bool { false }

  public var metadataColumns: Set<String> { training.metadataColumns }

  public var imageSources: [String] { training.chosenObjective.imageSources }

  public var sharedTraining: any FineTuningMethod { self }

  public func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage] {
    [Stage(training) { _ in try parametrization(of: model, for: task, workers: workers) }]
  }

  /// The optimiser steps of all stages on so many images.
  public func stepCount(images: Int, shots: Int) -> Int {
    training.stepCount(images: images, shots: shots)
  }
}

/// The registry of methods, for configuration files and `ood ls methods`.
public enum Methods: Registry {
  public static let kind = "method"
  public static var members: [any Configurable.Type] { allMethods }
  public static var named: [NamedPreset] { namedMethods }
}
