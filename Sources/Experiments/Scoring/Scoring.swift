import Configuration
import Detectors
import Tensors

/// Detectors fitted and ready to score files of any length, tile by tile.
public struct Scoring {
  /// The detectors to use.
  public enum Choice {
    /// Those that are named, or an error.
    case some([any Detector])
    /// Every one in the registry, at its defaults, for which the inputs suffice.
    case all
  }

  /// The detectors, fitted where they learn.
  public private(set) var detectors: [any Detector] = []
  /// What else users should know: detectors left out with the reason, guesses, scales.
  public private(set) var notes: [String] = []
  private let inputs: ScoringInputs

  /// Fits the detectors.
  ///
  /// - Throws: `ExperimentError` or `DetectorError` if a detector that is named cannot be used, or,
  ///   of all, none; faults of single images are never a reason to leave a detector out.
  public init(_ choice: Choice, inputs: ScoringInputs) throws {
    self.inputs = inputs
    switch choice {
    case .some(let named):
      for detector in named {
        if let obstacle = inputs.obstacle(to: type(of: detector)) {
          throw ExperimentError("\(type(of: detector).name) \(obstacle); \(inputs.summary)")
        }
      }
      let training = try trainingOutputs(for: named)
      detectors = try named.map { try fitted($0, to: training) }
    case .all: try fitAll()
    }
    if let note = inputs.scaleNote(for: detectors) { notes.append(note) }
    let heldOut = detectors.map { type(of: $0) }.filter {
      $0.fitSource == .validation && !$0.trainingNeeds.isEmpty
    }
    if !heldOut.isEmpty {
      notes.append(
        "\(heldOut.map { $0.name }.joined(separator: ", ")): fitted to --train, which should here be "
          + "images held out of the model's training")
    }
    notes = inputs.test.guesses + (inputs.training?.guesses ?? []) + notes
  }

  /// Scores the images in order.
  ///
  /// - Parameters:
  ///   - workers: threads; scores do not depend on them.
  ///   - body: takes some images' scores, an array a detector; called in order.
  /// - Returns: the number of images.
  /// - Throws: what reading and the detectors throw; `ExperimentError` if there are no images.
  public func run(workers: Workers, body: ([[Double]]) throws -> Void) throws -> Int {
    var tiles = try inputs.testTiles(needs)
    // A tile of a mebibyte is read, scored and forgotten within a processor's cache.
    let size = min(1024, max(1, (1 << 20) / max(1, tiles.imageSize)))
    var count = 0
    let detectors = detectors
    while true {
      var batch: [(start: Int, outputs: ModelOutputs)] = []
      while batch.count < 4 * workers.threads, let outputs = try tiles.next(size) {
        batch.append((count, outputs))
        count += outputs.count
      }
      if batch.isEmpty { break }
      let tiles = batch
      let scores = try workers.tryMap(tiles.count) { index in
        do {
          return try detectors.map { try $0.scores(for: tiles[index].outputs) }
        } catch let error as DetectorError {
          throw error.shifted(by: tiles[index].start)
        }
      }
      for tile in scores { try body(tile) }
    }
    guard count > 0 else {
      throw ExperimentError("--test holds no images: \(inputs.test.summary)")
    }
    return count
  }

  private var needs: Set<OutputField> {
    detectors.reduce(into: []) { $0.formUnion(type(of: $1).needs) }
  }

  /// The training images with what the detectors learn from; nil if none of them learns.
  private func trainingOutputs(for detectors: [any Detector]) throws -> ModelOutputs? {
    let fields = detectors.reduce(into: Set<OutputField>()) {
      $0.formUnion(type(of: $1).trainingNeeds)
    }
    if fields.isEmpty { return nil }
    do {
      return try inputs.trainingOutputs(fields)
    } catch let error as DetectorError {
      throw ExperimentError("--train: \(error)")
    }
  }

  private func fitted(_ detector: any Detector, to training: ModelOutputs?) throws -> any Detector {
    guard let training, !type(of: detector).trainingNeeds.isEmpty else { return detector }
    do {
      return try detector.fitted(to: training)
    } catch let error as DetectorError where error.image != nil {
      throw ExperimentError("--train: \(error)")
    }
  }

  private mutating func fitAll() throws {
    var candidates: [any Detector] = []
    for type in allDetectors {
      if let obstacle = inputs.obstacle(to: type) {
        leaveOut(type, obstacle)
      } else {
        candidates.append(type.init())
      }
    }
    let training = try trainingOutputs(for: candidates)
    let areSigned = try featuresAreSigned(for: candidates, training: training)
    for detector in candidates {
      let type = type(of: detector)
      if areSigned, type.featureDomain == .nonnegative {
        leaveOut(
          type, "is defined for features of at least 0 (after a rectifier), these are signed")
        continue
      }
      do {
        detectors.append(try fitted(detector, to: training))
      } catch let error as DetectorError {
        leaveOut(type, "\(error)")
      }
    }
    guard !detectors.isEmpty else {
      throw ExperimentError(
        "no detector can be used; \(inputs.summary):\n"
          + notes.map { "  \($0)" }.joined(separator: "\n"))
    }
  }

  private mutating func leaveOut(_ type: any Detector.Type, _ reason: String) {
    let prefix = "\(type.name): "
    let text = reason.hasPrefix(prefix) ? String(reason.dropFirst(prefix.count)) : reason
    notes.append("left out \(type.name): \(text)")
  }

  /// Whether a feature of the training images or of the first test images is below zero.
  private func featuresAreSigned(
    for candidates: [any Detector], training: ModelOutputs?
  ) throws -> Bool {
    guard candidates.contains(where: { type(of: $0).featureDomain == .nonnegative }) else {
      return false
    }
    var tiles = try inputs.testTiles([.features])
    for outputs in [training, try tiles.next(128)] {
      guard let outputs, outputs.fields.contains(.features) else { continue }
      if try outputs.matrix(.features, for: "all").values.contains(where: { $0 < 0 }) {
        return true
      }
    }
    return false
  }
}

extension Scoring.Choice {
  /// What an array without a name most likely is: the one matrix that the detectors read.
  ///
  /// - Parameter reads: `needs` for images to score, `trainingNeeds` for those to learn from.
  public func namelessField(_ reads: (any Detector.Type) -> Set<OutputField>) -> OutputField {
    guard case .some(let detectors) = self else { return .logits }
    var fields = detectors.reduce(into: Set<OutputField>()) { $0.formUnion(reads(type(of: $1))) }
    fields.subtract([.labels, .head])
    if !fields.isDisjoint(with: [.logits, .cosines]) { return .logits }
    return OutputField.matrices.first(where: fields.contains) ?? .logits
  }
}
