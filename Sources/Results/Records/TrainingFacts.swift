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

  /// Creates the facts.
  public init(trainableParameters: Int, totalParameters: Int, steps: Int, losses: [Double]) {
    self.trainableParameters = trainableParameters
    self.totalParameters = totalParameters
    self.steps = steps
    self.losses = losses
  }
}

extension TrainingFacts {
  /// The facts as a record's file has them.
  var json: JSONValue {
    .object([
      "trainable_parameters": .integer(trainableParameters),
      "total_parameters": .integer(totalParameters), "steps": .integer(steps),
      "losses": .array(losses.map { .number($0) }),
    ])
  }

  /// Reads the facts of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    self.init(
      trainableParameters: try reader.integer("trainable_parameters"),
      totalParameters: try reader.integer("total_parameters"),
      steps: try reader.integer("steps"), losses: try reader.doubles("losses"))
  }
}
