/// What a training leaves behind for the record.
public struct TrainingReport: Sendable {
  /// Weights that trained, in whatever stage.
  public var trainedParameters = 0
  /// Weights of the model and of what the method added.
  public var totalParameters = 0
  /// Optimiser steps taken.
  public var steps = 0
  /// The mean training loss of each epoch, stage after stage.
  public var epochLosses: [Double] = []
}
