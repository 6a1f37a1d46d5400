import Configuration
import Optimizers
import Tensors

/// An objective's own part of the loss of a policy.
struct PolicyLoss {
  /// Further weights that it trains.
  var trained: [Parameter] = []
  /// Numbers that a checkpoint must keep.
  var kept: [Parameter] = []
  /// Optimiser steps on one batch.
  var updatesPerBatch = 1
  /// What is encoded beside the batch.
  var branches: [Branch] = []
  /// The loss `[1, 1]` of a batch by the policy's logits, the unit features that they were made of, and
  /// what the branches gave.
  let value: (Tape, _ logits: Tensor, PolicyInputs, TrainingBatch) -> Tensor
  /// What the record says of it, by the policy that the stage ended with.
  var measures: (_ logProbabilities: DoubleMatrix) throws -> [String: Double] = { _ in [:] }
}

/// What a policy's loss may read beside the logits.
struct PolicyInputs {
  /// Image features as the class scores read them.
  let features: Tensor
  /// What the loss's own branches gave.
  let branches: [Tensor]
}

extension PolicyLoss {
  /// A loss by the policy's logits alone.
  init(_ value: @escaping (Tape, _ logits: Tensor, TrainingBatch) -> Tensor) {
    self.init { tape, logits, _, batch in value(tape, logits, batch) }
  }
}

extension PolicySettings {
  /// An objective of a policy: its own part, the divergence from the zero-shot policy, and the
  /// training's regularizers.
  ///
  /// - Parameters:
  ///   - training: the stage.
  ///   - smoothsLabels: whether the objective knows label smoothing, which is refused otherwise.
  ///   - own: the objective's part.
  func prepared(
    for training: StageTraining, smoothsLabels: Bool = false,
    _ own: (Policy) throws -> PolicyLoss
  ) throws -> PreparedObjective {
    let name = training.configuration.objective.name
    guard smoothsLabels || training.configuration.labelSmoothing == 0 else {
      throw FineTuningError(
        "label_smoothing is \(training.configuration.labelSmoothing), and objective \(name) has no "
          + "targets to smooth; set it to 0")
    }
    let policy = try Policy(self, of: training)
    let own = try own(policy)
    let zeroShot = training.zeroShot
    guard kl == 0 || zeroShot != nil else {
      fatalError("objective \(name) with kl has readsZeroShot")
    }
    let weight = Float(kl)
    var prepared = PreparedObjective(
      loss: scoreLosses(
        of: training.parametrization.classifier,
        terms: try training.configuration.chosenRegularizers.map { try $0.terms(of: training) },
        branches: own.branches
      ) { tape, outputs, branches, batch in
        let logits = policy.logits(tape, outputs.logits)
        let loss = own.value(
          tape, logits, PolicyInputs(features: outputs.features, branches: branches), batch)
        guard weight > 0, let zeroShot else { return loss }
        let divergence = tape.divergence(
          logits, from: policy.reference(batch.shots, zeroShot))
        return tape.combination(loss, 1, divergence, weight)
      })
    prepared.trained = own.trained
    prepared.kept = [policy.scaling] + own.kept
    prepared.updatesPerBatch = own.updatesPerBatch
    prepared.measures = {
      let end = try policy.logProbabilities()
      var measures = try own.measures(end)
      measures["tau_pol"] = policy.temperature
      measures["reward"] = ShotRewards(training.task).expected(end)
      return measures
    }
    return prepared
  }
}
