import Tensors

/// The linear classifier on normalised image features that a method ends with.
public struct FineTunedClassifier: Sendable {
  /// `[classes, embedding]`: logit scale times the unit text features, or a trained head.
  public let weight: Matrix
  /// One a class; zero for text classifiers.
  public let bias: [Float]
  /// exp of the model's logit scale: logits / logitScale are the cosines of a text classifier.
  public let logitScale: Double

  /// Creates a classifier.
  public init(weight: Matrix, bias: [Float], logitScale: Double) {
    self.weight = weight
    self.bias = bias
    self.logitScale = logitScale
  }

  /// logits = features W^T + b, `[images, classes]`.
  ///
  /// - Parameter features: unit image features `[images, embedding]`.
  public func logits(of features: Matrix) -> Matrix {
    let tape = Tape(workspace: Workspace())
    let layer = Parameter(
      "head.weight", shape: [weight.rows, weight.columns], values: weight.values)
    let shift = Parameter("head.bias", shape: [bias.count], values: bias)
    return tape.linear(tape.constant(features), layer, shift).matrix
  }
}

/// What a training leaves behind for the record.
public struct TrainingReport: Sendable {
  /// Weights that trained.
  public var trainedParameters = 0
  /// Weights of the model and of what the method added.
  public var totalParameters = 0
  /// Optimiser steps taken.
  public var steps = 0
  /// The mean training loss of each epoch.
  public var epochLosses: [Double] = []
}
