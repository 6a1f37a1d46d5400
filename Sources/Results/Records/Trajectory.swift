import Configuration

/// How accuracy and detection changed while a unit trained, on few images of its evaluation sets.
///
/// For analysis only: training is not told of it, and nothing is chosen by it. The sets are
/// subsets, so the last point need not equal the record's own metrics.
public struct Trajectory: Sendable, Equatable {
  /// Images of one set that all points are measured on.
  public struct ImageSubset: Sendable, Equatable {
    /// The set that they are of.
    public var name: String
    /// What it is to the in-distribution classes; `id` for the test set.
    public var role: OODRole
    /// How many of its images, in even steps through the set.
    public var images: Int

    /// Describes a subset.
    public init(name: String, role: OODRole, images: Int) {
      self.name = name
      self.role = role
      self.images = images
    }
  }

  /// The classifier at one moment.
  public struct Point: Sendable, Equatable {
    /// The stage that was under way or had just ended, from 1; 0 before the first.
    public var stage: Int
    /// Epochs that were over, of all stages; a stage that is solved for takes none.
    public var epoch: Int
    /// The share of right classes.
    public var accuracy: Double
    /// Further accuracies by name; empty where the sweep does not ask for `forgetting`.
    ///
    /// `held-out/SET` is that of the towers on classes that the task does not have, `domain/VALUE` that of
    /// the classifier on a domain of the test set.
    public var accuracies: [String: Double] = [:]
    /// The detector's metrics as fractions by the name of the split, then of the metric; a split
    /// has none where a class score is not finite.
    public var splits: [String: [String: Double]]

    /// Gathers what was measured.
    public init(stage: Int, epoch: Int, accuracy: Double, splits: [String: [String: Double]]) {
      self.stage = stage
      self.epoch = epoch
      self.accuracy = accuracy
      self.splits = splits
    }
  }

  /// The detector of all points.
  public var detector: String
  /// The images, the in-distribution ones first.
  public var sets: [ImageSubset]
  /// In the order of the training.
  public var points: [Point]

  /// Gathers points.
  public init(detector: String, sets: [ImageSubset], points: [Point] = []) {
    self.detector = detector
    self.sets = sets
    self.points = points
  }

  /// The warning that every record carries beside the numbers.
  static let purpose = "analysis only: no choice depends on it"
}

extension Trajectory {
  /// The trajectory as a record's file has it.
  public var json: JSONValue {
    .object([
      "purpose": .string(Trajectory.purpose), "detector": .string(detector),
      "sets": .array(
        sets.map {
          .object([
            "name": .string($0.name), "role": .string($0.role.rawValue),
            "images": .integer($0.images),
          ])
        }),
      "points": .array(
        points.map {
          .object(
            [
              "stage": .integer($0.stage), "epoch": .integer($0.epoch),
              "accuracy": .number($0.accuracy),
              "splits": .object($0.splits.mapValues { .numbers($0) }),
            ].merging($0.accuracies.isEmpty ? [:] : ["accuracies": .numbers($0.accuracies)]) { $1 })
        }),
    ])
  }

  /// Reads what `json` gives.
  ///
  /// - Throws: `ResultsError` that names the member at fault.
  public init(_ json: JSONValue) throws(ResultsError) { try self.init(RecordReader(json)) }

  init(_ reader: RecordReader) throws(ResultsError) {
    detector = try reader.string("detector")
    sets = []
    for element in try reader.elements("sets") {
      sets.append(
        ImageSubset(
          name: try element.string("name"), role: try OODRole(element),
          images: try element.integer("images")))
    }
    points = []
    for element in try reader.elements("points") {
      var splits: [String: [String: Double]] = [:]
      if let members = element.optional("splits") {
        for name in members.keys { splits[name] = try members.numbers(name) }
      }
      var point = Point(
        stage: try element.integer("stage"), epoch: try element.integer("epoch"),
        accuracy: try element.double("accuracy"), splits: splits)
      if element.optional("accuracies") != nil {
        point.accuracies = try element.numbers("accuracies")
      }
      points.append(point)
    }
  }
}
