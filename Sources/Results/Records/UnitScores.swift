import FileFormats

/// The scores that a unit's detectors give to every image: what paired tests and plots need.
///
/// One safetensors file a unit, `scores/3fa91c….safetensors`. Tensors are `DETECTOR|SET` with a
/// score an image, and `correct|SET` (truth values) for sets whose classes are known; the metadata
/// hold, as `samples|SET`, a hash of the images' ids in their order. Scores are stored in single
/// precision where that ties none of a detector's scores that differ, else in double precision: so
/// every ranking metric of the file is that of the exact scores.
public struct UnitScores: Sendable, Equatable {
  /// One set of images.
  public struct ImageSet: Sendable, Equatable {
    /// The split as in `ResultRow`, or `UnitScores.testSet`.
    public var name: String
    /// A hash of the images' ids in their order.
    public var samples: String
    /// The scores of each detector as in `ResultRow`, higher = more in-distribution.
    public var scores: [String: [Double]]
    /// Whether the classifier is right about each image; nil where the images have no class.
    public var isCorrect: [Bool]?

    /// Creates a set.
    public init(
      name: String, samples: String, scores: [String: [Double]], isCorrect: [Bool]? = nil
    ) {
      self.name = name
      self.samples = samples
      self.scores = scores
      self.isCorrect = isCorrect
    }
  }

  /// The name of the in-distribution test images.
  public static let testSet = "id"

  /// The sets by name.
  public let sets: [String: ImageSet]

  /// Creates the scores of a unit.
  ///
  /// Throws `ResultsError` for two sets of one name, and for detectors that not every set has.
  public init(_ sets: [ImageSet]) throws {
    var byName: [String: ImageSet] = [:]
    for set in sets {
      guard byName.updateValue(set, forKey: set.name) == nil else {
        throw ResultsError("two sets are named '\(set.name)'; name them apart")
      }
      guard set.scores.keys.sorted() == sets.first?.scores.keys.sorted() else {
        throw ResultsError("set '\(set.name)' lacks scores of a detector that other sets have")
      }
    }
    self.sets = byName
  }

  /// The detectors, sorted.
  public var detectors: [String] { sets.first?.value.scores.keys.sorted() ?? [] }

  /// A detector's scores on the test images and on a split; nil if it or the split is not there.
  public func pair(
    detector: String, split: String
  ) -> (inDistribution: [Double], outOfDistribution: [Double])? {
    guard let id = sets[UnitScores.testSet]?.scores[detector],
      let ood = sets[split]?.scores[detector]
    else { return nil }
    return (id, ood)
  }

  /// A hash of images' ids in their order.
  public static func samplesHash(_ ids: [String]) -> String {
    var hasher = SHA256.Hasher()
    hasher.update("ood sample ids 1\n\(ids.count)\n")
    for id in ids { hasher.update("\(id.utf8.count) \(id)\n") }
    return hasher.finalize()
  }
}

extension UnitScores {
  /// The bytes of the file.
  func bytes() throws -> [UInt8] {
    var writer = SafetensorsWriter(
      metadata: sets.reduce(into: ["format": UnitScores.format]) {
        $0["samples|" + $1.key] = $1.value.samples
      })
    let single = Set(detectors.filter(isOrderedInSinglePrecision))
    for set in sets.values.sorted(by: { $0.name < $1.name }) {
      for (detector, scores) in set.scores {
        let name = "\(detector)|\(set.name)"
        guard !detector.contains("|"), detector != "correct" else {
          throw ResultsError("detector '\(detector)' cannot name a tensor; name it otherwise")
        }
        if single.contains(detector) {
          writer.add(name, shape: [scores.count], floats: scores.map { Float($0) })
        } else {
          writer.add(name, shape: [scores.count], doubles: scores)
        }
      }
      if let isCorrect = set.isCorrect {
        writer.add("correct|\(set.name)", shape: [isCorrect.count], flags: isCorrect)
      }
    }
    return writer.bytes()
  }

  /// Reads a file that `bytes` made.
  ///
  /// Throws `FormatError` for what is no safetensors file, else `ResultsError`.
  public init(path: String) throws {
    let file = try SafetensorsFile(path)
    guard file.metadata["format"] == UnitScores.format else {
      throw ResultsError(
        "\(path): is no file of a unit's scores; its metadata lack the format "
          + "'\(UnitScores.format)'")
    }
    var sets: [String: ImageSet] = [:]
    for name in file.names {
      let parts = name.split(separator: "|", maxSplits: 1).map(String.init)
      guard parts.count == 2, let samples = file.metadata["samples|" + parts[1]] else {
        throw ResultsError("\(path): tensor '\(name)' belongs to no set of the metadata")
      }
      var set =
        sets[parts[1]] ?? ImageSet(name: parts[1], samples: samples, scores: [:], isCorrect: nil)
      if parts[0] == "correct" {
        set.isCorrect = try file.integers(name).map { $0 != 0 }
      } else {
        set.scores[parts[0]] = try file.doubles(name)
      }
      sets[parts[1]] = set
    }
    for set in sets.values {
      let counts = Set(set.scores.values.map(\.count) + (set.isCorrect.map { [$0.count] } ?? []))
      guard counts.count <= 1 else {
        throw ResultsError("\(path): set '\(set.name)' has tensors of different lengths")
      }
    }
    do {
      try self.init(sets.values.sorted { $0.name < $1.name })
    } catch {
      throw ResultsError("\(path): \(error)")
    }
  }

  private static var format: String { "ood unit scores 1" }

  /// Whether rounding to single precision ties no two scores of a detector that differ.
  private func isOrderedInSinglePrecision(_ detector: String) -> Bool {
    let scores = sets.values.flatMap { $0.scores[detector] ?? [] }.sorted()
    return zip(scores, scores.dropFirst()).allSatisfy { $0 == $1 || Float($0) < Float($1) }
  }
}
