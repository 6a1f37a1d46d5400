import Configuration
import Optimizers
import Tensors

/// What the steps of a training minimise: the objective axis.
///
/// A conforming type is one file of `Objectives/` and a line in `allObjectives`.
public protocol Objective: Configurable {
  /// Raised whenever its numbers change; part of the run id, but for the objectives of the first records
  /// at 0.
  static var revision: Int { get }

  /// Whether it reads `StageTraining.zeroShot`.
  var readsZeroShot: Bool { get }

  /// The columns of metadata of the shots that it reads, whose values then decide the run id.
  var metadataColumns: Set<String> { get }

  /// Benchmarks whose training images it sees, as `FewShotTask.captioned` gives them.
  var imageSources: [String] { get }

  /// Prepares the losses of a stage: what is the same in all steps is computed here.
  ///
  /// - Parameter training: what trains on which task, and how.
  func prepared(for training: StageTraining) throws -> PreparedObjective
}

extension Objective {
  public static var revision: Int { 1 }

  public var readsZeroShot: Bool { false }

  public var metadataColumns: Set<String> { [] }

  public var imageSources: [String] { [] }
}

/// An objective that is ready for the steps of a stage.
public struct PreparedObjective {
  /// Further weights that the loss trains beside the parametrization's, such as a value head.
  public var trained: [Parameter] = []
  /// Numbers that a checkpoint must keep beside the weights, such as running statistics.
  public var kept: [Parameter] = []
  /// Optimiser steps on one batch, which `TrainingBatch.update` counts; those of the stage stay as many.
  public var updatesPerBatch = 1
  /// The loss of a step on the images it sees.
  public let loss: (TrainingBatch) throws -> StepLoss
  /// What the record says of it, asked for when the stage has ended.
  public var measures: () throws -> [String: Double] = { [:] }

  /// An objective that is nothing but its loss.
  public init(loss: @escaping (TrainingBatch) throws -> StepLoss) { self.loss = loss }
}

/// A term that is added to the objective: what holds a training back or drives it elsewhere.
///
/// A conforming type is one file of `Objectives/` and a line in `allRegularizers`.
public protocol Regularizer: Configurable {
  /// Whether it reads `StageTraining.zeroShot`.
  var readsZeroShot: Bool { get }

  /// Whether it reads `StageTraining.origin`.
  var readsOrigins: Bool { get }

  /// Prepares the terms of a stage: what is the same in all steps is computed here.
  ///
  /// - Parameter training: what trains on which task, and how.
  /// - Returns: the term of a step, already weighted; it reads what the classifier made of the batch.
  func terms(of training: StageTraining) throws -> (TrainingBatch) throws -> StepTerm

  /// Prepares what is done to the weights after each optimiser step; nil for a term alone.
  func correction(of training: StageTraining) throws -> StepCorrection?
}

extension Regularizer {
  public var readsZeroShot: Bool { false }

  public var readsOrigins: Bool { false }

  public func terms(of training: StageTraining) throws -> (TrainingBatch) throws -> StepTerm {
    { _ in
      StepTerm { tape, _, _ in tape.constant(Matrix(rows: 1, columns: 1, values: [0])) }
    }
  }

  public func correction(of training: StageTraining) throws -> StepCorrection? { nil }
}

/// What is done to the weights after each optimiser step.
public struct StepCorrection {
  /// Numbers that a checkpoint must keep.
  public var kept: [Parameter] = []
  /// Changes the weights; told the step's learning rate.
  public let apply: (_ learningRate: Double) -> Void
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
public let allObjectives: [any Objective.Type] = [
  CrossEntropy.self,
  Contrastive.self,
  Captions.self,
  GeneralizedCrossEntropy.self,
  PolicyCrossEntropy.self,
  ExpectedReward.self,
  Reinforce.self,
  LeaveOneOut.self,
  GroupRelative.self,
  DrGRPO.self,
  TopK.self,
  ProximalPolicy.self,
  CompositeReward.self,
]

/// Every regularizer, in the order of messages.
public let allRegularizers: [any Regularizer.Type] = [
  TextAnchor.self, RegionEntropy.self, WeightAnchor.self, FisherAnchor.self, LogitAnchor.self,
  Consistency.self,
]

/// The registry of objectives, for configuration files.
public enum Objectives: Registry {
  public static let kind = "objective"
  public static var members: [any Configurable.Type] { allObjectives }
  public static var named: [NamedPreset] {
    [NamedPreset("ce", "cross-entropy by its short name", CrossEntropy())]
  }
}

/// The registry of regularizers, for configuration files.
public enum Regularizers: Registry {
  public static let kind = "regularizer"
  public static var members: [any Configurable.Type] { allRegularizers }
}
