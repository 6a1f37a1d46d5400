import Configuration
import FileFormats
import FineTuning
import FoundationEssentials
import Results
import Tensors

/// What is left of a training once its towers have encoded everything.
struct TrainingOutcome: Sendable {
  let classifier: FineTunedClassifier
  private(set) var facts: TrainingFacts
  /// The head that was fitted to rewards of held-out shots; nil where no detector reads it.
  private(set) var valueHead: ValueHead?
  /// Whether image features are no longer those of the model's folder.
  let changesImages: Bool
  /// Whether features of fixed texts are no longer those of the model's folder.
  let changesTexts: Bool

  /// What a training left.
  ///
  /// - Parameters:
  ///   - tuned: what it made of the model.
  ///   - zeroShotTexts: unit features of the fixed prompts before it.
  ///   - value: a value head that was fitted beside it.
  ///   - trajectory: what was seen of it.
  init(
    _ tuned: FineTunedModel, zeroShotTexts: Matrix, value: CrossFittedValue? = nil,
    trajectory: Trajectory?
  ) throws {
    classifier = tuned.classifier
    facts = TrainingFacts(
      trainableParameters: tuned.report.trainedParameters,
      totalParameters: tuned.report.totalParameters, steps: tuned.report.steps,
      losses: tuned.report.epochLosses,
      adapterBytes: MemoryLayout<Float>.size * tuned.report.storedNumbers,
      logitScale: tuned.classifier.logitScale,
      textDrift: tuned.classifier.texts.flatMap {
        FeatureDrift.mean(of: $0, from: zeroShotTexts)
      }, trajectory: trajectory)
    facts.objective = tuned.report.objective
    if let value { facts.objective.merge(try value.measures()) { $1 } }
    valueHead = value?.head
    changesImages = tuned.changesImages
    changesTexts = tuned.changesTexts
  }
}

extension TrainingOutcome {
  /// A file with all bits of the outcome and a hash of them; nil for a classifier that is more than
  /// a linear layer on the tower's features.
  func file(key: String) -> SafetensorsWriter? {
    sha256.flatMap { writer(["sha256": $0, "key": key]) }
  }

  /// Reads what `file(key:)` made; nil where there is no file or it is damaged or another's.
  init?(path: String, key: String) {
    guard FileManager.default.fileExists(atPath: path), let file = try? SafetensorsFile(path),
      let shape = file.shape("weight"), shape.count == 2, let weight = try? file.floats("weight"),
      let bias = try? file.floats("bias"), let scale = try? file.doubles("logit_scale"),
      let flags = try? file.integers("flags"), scale.count == 1, flags.count == 3,
      let text = file.metadata["facts"], let json = try? JSONValue(parsing: text, name: path),
      let facts = try? TrainingFacts(json)
    else { return nil }
    classifier = FineTunedClassifier(
      weight: Matrix(rows: shape[0], columns: shape[1], values: weight), bias: bias,
      isNormalized: flags[2] == 1, logitScale: scale[0])
    self.facts = facts
    changesImages = flags[0] == 1
    changesTexts = flags[1] == 1
    if let weight = try? file.doubles("value_head"), weight.count > 1 {
      valueHead = ValueHead(weight: [Double](weight.dropLast()), bias: weight[weight.count - 1])
    }
    guard file.metadata["sha256"] == sha256, file.metadata["key"] == key else { return nil }
  }

  private var sha256: String? { writer([:]).map { SHA256.hexDigest(of: $0.bytes()) } }

  private func writer(_ metadata: [String: String]) -> SafetensorsWriter? {
    guard let head = classifier.head, let isNormalized = classifier.isNormalized else { return nil }
    // Their text gives every number back with all its bits.
    var metadata = metadata
    metadata["facts"] = facts.json.canonicalText
    var writer = SafetensorsWriter(metadata: metadata)
    writer.add(
      "weight", shape: [head.weight.rows, head.weight.columns], floats: head.weight.values)
    writer.add("bias", shape: [head.bias.count], floats: head.bias)
    writer.add("logit_scale", shape: [1], doubles: [classifier.logitScale])
    writer.add(
      "flags", shape: [3],
      integers: [changesImages ? 1 : 0, changesTexts ? 1 : 0, isNormalized ? 1 : 0])
    if let valueHead {
      let numbers = valueHead.weight + [valueHead.bias]
      writer.add("value_head", shape: [numbers.count], doubles: numbers)
    }
    return writer
  }
}
