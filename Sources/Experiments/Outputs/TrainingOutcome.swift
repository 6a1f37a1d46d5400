import FileFormats
import FineTuning
import FoundationEssentials
import Results
import Tensors

/// What is left of a training once its towers have encoded everything.
struct TrainingOutcome: Sendable {
  let classifier: FineTunedClassifier
  let facts: TrainingFacts
  /// Whether image features are no longer those of the model's folder.
  let changesImages: Bool
  /// Whether features of fixed texts are no longer those of the model's folder.
  let changesTexts: Bool

  init(_ tuned: FineTunedModel) {
    classifier = tuned.classifier
    facts = TrainingFacts(
      trainableParameters: tuned.report.trainedParameters,
      totalParameters: tuned.report.totalParameters, steps: tuned.report.steps,
      losses: tuned.report.epochLosses)
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
      let losses = try? file.doubles("losses"), let counts = try? file.integers("counts"),
      scale.count == 1, counts.count == 6
    else { return nil }
    classifier = FineTunedClassifier(
      weight: Matrix(rows: shape[0], columns: shape[1], values: weight), bias: bias,
      isNormalized: counts[5] == 1, logitScale: scale[0])
    facts = TrainingFacts(
      trainableParameters: Int(counts[0]), totalParameters: Int(counts[1]), steps: Int(counts[2]),
      losses: losses)
    changesImages = counts[3] == 1
    changesTexts = counts[4] == 1
    guard file.metadata["sha256"] == sha256, file.metadata["key"] == key else { return nil }
  }

  private var sha256: String? { writer([:]).map { SHA256.hexDigest(of: $0.bytes()) } }

  private func writer(_ metadata: [String: String]) -> SafetensorsWriter? {
    guard let head = classifier.head, let isNormalized = classifier.isNormalized else { return nil }
    var writer = SafetensorsWriter(metadata: metadata)
    writer.add(
      "weight", shape: [head.weight.rows, head.weight.columns], floats: head.weight.values)
    writer.add("bias", shape: [head.bias.count], floats: head.bias)
    writer.add("logit_scale", shape: [1], doubles: [classifier.logitScale])
    writer.add("losses", shape: [facts.losses.count], doubles: facts.losses)
    writer.add(
      "counts", shape: [6],
      integers: [
        Int64(facts.trainableParameters), Int64(facts.totalParameters), Int64(facts.steps),
        changesImages ? 1 : 0, changesTexts ? 1 : 0, isNormalized ? 1 : 0,
      ])
    return writer
  }
}
