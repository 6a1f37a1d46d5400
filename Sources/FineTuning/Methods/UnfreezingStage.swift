import CLIPModels
import Configuration
import Tensors

/// What one stage of `gradual-unfreezing` trains, how fast and how long.
public struct UnfreezingStage: Configurable {
  public static let name = "stage"

  /// A part of a model with its classifier.
  public enum Part: String, Codable, Sendable, CaseIterable {
    /// The linear head.
    case head
    /// The last layers of both towers, into the joint space; with a head that of the image tower.
    case projections
    /// The image tower with its projection.
    case vision
    /// The text tower with its projection.
    case text
    /// The logarithm of the logit scale.
    case logitScale = "logit-scale"
    /// Both towers and the logit scale, or the image tower and the head.
    case all
  }

  /// The parts that train.
  public var trains: [Part] = [.all]
  /// The last blocks of the image tower that train too.
  public var visionBlocks = 0
  /// The last blocks of the text tower that train too.
  public var textBlocks = 0
  /// The share of the epochs, relative to the other stages'; 0 leaves the stage out.
  public var share = 1.0
  /// The learning rate over that of the training.
  public var rate = 1.0
  /// What the stage minimises; nil for the training's objective.
  public var objective: Chosen<Objectives>?

  public init() {}

  /// Settings that came after the first records, as they are where none is used.
  public static let settingsAddedLater: [String: JSONValue] = ["objective": .null]

  init(_ trains: [Part], share: Double, rate: Double, objective: (any Objective)? = nil) {
    self.trains = trains
    self.share = share
    self.rate = rate
    self.objective = objective.map { Chosen($0) }
  }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if trains.isEmpty, visionBlocks == 0, textBlocks == 0 {
      problems.append(SettingProblem("trains", "must name a part, or set vision_blocks"))
    }
    for (name, value) in [("vision_blocks", visionBlocks), ("text_blocks", textBlocks)]
    where value < 0 {
      problems.append(SettingProblem(name, "must not be negative, got \(value)"))
    }
    for (name, value) in [("share", share), ("rate", rate)] where !(value >= 0 && value.isFinite) {
      problems.append(SettingProblem(name, "must be a number from 0, got \(value)"))
    }
    return problems
  }

  /// Whether image features depend on what trains.
  var changesImages: Bool {
    visionBlocks > 0 || trains.contains { [.projections, .vision, .all].contains($0) }
  }

  /// Whether features of texts depend on what trains.
  var changesTexts: Bool {
    textBlocks > 0 || trains.contains { [.projections, .text, .all].contains($0) }
  }

  /// The model's weights that train, in the order of the model.
  ///
  /// - Parameter hasTexts: whether the text tower is part of what is trained.
  /// - Throws: `FineTuningError` for more blocks than there are.
  func parameters(in model: CLIPModel, hasTexts: Bool) throws -> [Parameter] {
    var names: Set<String> = []
    func add(_ parameters: [Parameter]) { names.formUnion(parameters.map(\.name)) }
    func add(last count: Int, of blocks: Int, _ prefix: String, _ tower: String) throws {
      guard count <= blocks else {
        throw FineTuningError(
          "gradual-unfreezing is to train the last \(count) blocks of the \(tower) tower, which "
            + "has \(blocks); change \(tower)_blocks")
      }
      let starts = (blocks - count..<blocks).map { "\(prefix)transformer.resblocks.\($0)." }
      add(model.parameters.filter { parameter in starts.contains(where: parameter.name.hasPrefix) })
    }
    for part in trains {
      switch part {
      case .head: break
      case .projections:
        add(model.parameters.filter { ["visual.proj", "text_projection"].contains($0.name) })
      case .vision: add(model.vision.parameters)
      case .text: add(model.text.parameters)
      case .logitScale: add([model.logitScale])
      case .all: add(model.parameters)
      }
    }
    try add(last: visionBlocks, of: model.vision.blocks.count, "visual.", "vision")
    try add(last: textBlocks, of: model.text.blocks.count, "", "text")
    let trainable = hasTexts ? model.parameters : model.vision.parameters
    return trainable.filter { names.contains($0.name) }
  }
}
