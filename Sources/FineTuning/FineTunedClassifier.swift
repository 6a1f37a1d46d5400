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
    return logits(tape, of: tape.constant(features)).matrix
  }

  /// logits / temperature on a tape, for gradients of the features.
  func logits(_ tape: Tape, of features: Tensor, over temperature: Double = 1) -> Tensor {
    func scaled(_ values: [Float]) -> [Float] {
      temperature == 1 ? values : values.map { Float(Double($0) / temperature) }
    }
    let layer = Parameter(
      "head.weight", shape: [weight.rows, weight.columns], values: scaled(weight.values))
    let shift = Parameter("head.bias", shape: [bias.count], values: scaled(bias))
    return tape.linear(features, layer, shift)
  }

  /// The class of each row of logits: the first of the largest.
  public static func predictions(_ logits: Matrix) -> [Int] {
    (0..<logits.rows).map { row in
      var best = 0
      for k in 1..<max(1, logits.columns) where logits[row, k] > logits[row, best] { best = k }
      return best
    }
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
