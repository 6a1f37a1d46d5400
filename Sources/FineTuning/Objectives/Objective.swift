import Configuration
import Optimizers
import Tensors

/// What the steps of a training minimise: the objective axis.
///
/// A conforming type is one file of `Objectives/` and a line in `allObjectives`.
public protocol Objective: Configurable {
  /// The loss of one step.
  ///
  /// - Parameters:
  ///   - batch: the images of the step.
  ///   - training: what trains on which task, and how.
  func loss(on batch: TrainingBatch, of training: StageTraining) throws -> StepLoss
}

/// A term that is added to the objective: what holds a training back or drives it elsewhere.
///
/// A conforming type is one file of `Objectives/` and a line in `allRegularizers`.
public protocol Regularizer: Configurable {
  /// The term of one step, already weighted; it reads what the classifier made of the batch.
  ///
  /// - Parameters:
  ///   - batch: the images of the step.
  ///   - training: what trains on which task, and how.
  func term(on batch: TrainingBatch, of training: StageTraining) throws -> StepTerm
}

/// The loss of a step: what to encode, and a function of the features `[1, 1]`.
public struct StepLoss {
  let branches: [Branch]
  let value: (Tape, [Tensor]) -> Tensor

  /// A loss on the features of some branches, in their order.
  public init(_ branches: [Branch], value: @escaping (Tape, [Tensor]) -> Tensor) {
    self.branches = branches
    self.value = value
  }
}

/// A term of a step's loss: what to encode beside the batch, and a function of it `[1, 1]`.
public struct StepTerm {
  let branches: [Branch]
  let value: (Tape, ClassifierOutputs, [Tensor]) -> Tensor

  /// A term on the classifier's outputs and the features of further branches, in their order.
  public init(
    _ branches: [Branch] = [], value: @escaping (Tape, ClassifierOutputs, [Tensor]) -> Tensor
  ) {
    self.branches = branches
    self.value = value
  }
}

/// Every objective, in the order of messages.
public let allObjectives: [any Objective.Type] = [CrossEntropy.self]

/// Every regularizer, in the order of messages.
public let allRegularizers: [any Regularizer.Type] = []

/// The registry of objectives, for configuration files.
public enum Objectives: Registry {
  public static let kind = "objective"
  public static var members: [any Configurable.Type] { allObjectives }
}

/// The registry of regularizers, for configuration files.
public enum Regularizers: Registry {
  public static let kind = "regularizer"
  public static var members: [any Configurable.Type] { allRegularizers }
}
