/// What a training leaves behind for the record.
public struct TrainingReport: Sendable {
  /// Weights that trained, in whatever stage.
  public var trainedParameters = 0
  /// Weights of the model and of what the method added.
  public var totalParameters = 0
  /// Numbers that must be stored beside the model to have the classifier again.
  ///
  /// The trained weights, and what else was found, such as a cache's keys.
  public var storedNumbers = 0
  /// Optimiser steps taken.
  public var steps = 0
  /// The mean training loss of each epoch, stage after stage.
  public var epochLosses: [Double] = []
  /// What the objective and the order of the shots say of themselves, of the last stage that does.
  public var objective: [String: Double] = [:]
}
