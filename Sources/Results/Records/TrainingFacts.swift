/// What training a unit did, as far as it is the same on every machine.
public struct TrainingFacts: Codable, Sendable, Equatable {
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
