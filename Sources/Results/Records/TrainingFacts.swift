import Configuration

/// What training a unit did, as far as it is the same on every machine.
public struct TrainingFacts: Sendable, Equatable {
  /// The number of parameters that were trained.
  public var trainableParameters: Int
  /// The number of all parameters.
  public var totalParameters: Int
  /// The number of optimiser steps.
  public var steps: Int
  /// The mean loss of each epoch.
  public var losses: [Double]
  /// What must be stored beside the model to have the unit's classifier again, in bytes: four for
  /// each number that was trained or found, such as a cache's keys; without a file's header.
  ///
  /// Records from before it was measured have none; so it is with all members below.
  public var adapterBytes: Int?
  /// exp of the model's logit scale after training.
  public var logitScale: Double?
  /// How far image features have moved, from 0 to 2.
  ///
  /// The mean over the test images of 1 - cos(f, f0), f the features that class scores are made of,
  /// f0 those of the image tower before training; 0 where training moves none.
  public var featureDrift: Double?
  /// How far text features have moved, from 0 to 2; nil where class scores do not come from one
  /// text a class.
  ///
  /// The mean over the classes of 1 - cos(t, t0), t the text features that images are compared
  /// with, t0 those of the benchmark's first prompt before training.
  public var textDrift: Double?
  /// What the objective and the order of the shots say of themselves, by name; docs/records.md.
  public var objective: [String: Double] = [:]
  /// What became of the labels that training got; nil where no labelling functions made them.
  public var supervision: SupervisionFacts?
  /// How accuracy and detection changed meanwhile; nil where the sweep does not look.
  public var trajectory: Trajectory?

  /// Creates the facts.
  public init(
    trainableParameters: Int, totalParameters: Int, steps: Int, losses: [Double],
    adapterBytes: Int? = nil, logitScale: Double? = nil, featureDrift: Double? = nil,
    textDrift: Double? = nil, trajectory: Trajectory? = nil
  ) {
    self.trainableParameters = trainableParameters
    self.totalParameters = totalParameters
    self.steps = steps
    self.losses = losses
    self.adapterBytes = adapterBytes
    self.logitScale = logitScale
    self.featureDrift = featureDrift
    self.textDrift = textDrift
    self.trajectory = trajectory
  }
}

extension TrainingFacts {
  /// The single numbers by the names that tables and `ood show` give them; empty for records from
  /// before all of them were measured.
  public var measures: [(name: String, value: String)] {
    guard let adapterBytes else { return [] }
    let counts = [
      ("trainable-parameters", trainableParameters), ("total-parameters", totalParameters),
      ("adapter-bytes", adapterBytes), ("steps", steps),
    ]
    let numbers = [
      ("logit-scale", logitScale), ("feature-drift", featureDrift), ("text-drift", textDrift),
    ]
    let labels = (supervision?.measures ?? [:]).sorted { $0.key < $1.key }
    return counts.map { ($0.0, "\($0.1)") }
      + numbers.compactMap { name, value in value.map { (name, "\($0)") } }
      + labels.map { name, value in
        ("supervision-" + name.split(separator: "_").joined(separator: "-"), "\(value)")
      }
  }

  /// The facts as a record's file has them.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "trainable_parameters": .integer(trainableParameters),
      "total_parameters": .integer(totalParameters), "steps": .integer(steps),
      "losses": .array(losses.map { .number($0) }),
    ]
    members["adapter_bytes"] = adapterBytes.map { .integer($0) }
    members["logit_scale"] = logitScale.map { .number($0) }
    members["feature_drift"] = featureDrift.map { .number($0) }
    members["text_drift"] = textDrift.map { .number($0) }
    if !objective.isEmpty { members["objective"] = .numbers(objective) }
    members["supervision"] = supervision?.json
    members["trajectory"] = trajectory?.json
    return .object(members)
  }

  /// Reads what `json` gives.
  ///
  /// - Throws: `ResultsError` that names the member at fault.
  public init(_ json: JSONValue) throws(ResultsError) { try self.init(RecordReader(json)) }

  /// Reads the facts of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    self.init(
      trainableParameters: try reader.integer("trainable_parameters"),
      totalParameters: try reader.integer("total_parameters"),
      steps: try reader.integer("steps"), losses: try reader.doubles("losses"),
      adapterBytes: try reader.optionalInteger("adapter_bytes"),
      logitScale: try reader.optionalDouble("logit_scale"),
      featureDrift: try reader.optionalDouble("feature_drift"),
      textDrift: try reader.optionalDouble("text_drift"))
    if reader.optional("objective") != nil { objective = try reader.numbers("objective") }
    if let reader = reader.optional("supervision") { supervision = try SupervisionFacts(reader) }
    if let reader = reader.optional("trajectory") { trajectory = try Trajectory(reader) }
  }
}
