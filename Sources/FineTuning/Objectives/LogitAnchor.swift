import Configuration
import Optimizers
import Tensors

/// Holds the scores of the shots to those of the zero-shot model (learning without forgetting).
///
/// term = weight T^2 KL(p0 || p), p0 and p the softmax of the zero-shot model's and of the training's
/// logits over T, mean over the batch. The zero-shot model sees the test-time view.
///
/// Source: Li, Hoiem, "Learning without forgetting", ECCV 2016, arXiv:1606.09282; T^2 as in Hinton,
/// Vinyals, Dean, 2015, arXiv:1503.02531.
public struct LogitAnchor: Regularizer {
  public static let name = "logit-anchor"

  /// The weight of the term.
  public var weight = 1.0
  /// T; the paper's 2.
  public var temperature = 2.0

  public init() {}

  public var problems: [SettingProblem] {
    anchorProblems(weight)
      + (temperature > 0
        ? [] : [SettingProblem("temperature", "must be above 0, got \(temperature)")])
  }

  public var readsZeroShot: Bool { true }

  public func terms(of training: StageTraining) throws -> (TrainingBatch) throws -> StepTerm {
    guard let reference = training.zeroShot else {
      throw FineTuningError("\(LogitAnchor.name) reads the zero-shot model, which is not there")
    }
    var logits = reference.cosines
    for i in logits.values.indices { logits.values[i] *= Float(reference.logitScale) }
    return terms(holdingTo: logits)
  }

  /// The term for given logits of all shots, `[shots, classes]`.
  func terms(holdingTo logits: Matrix) -> (TrainingBatch) throws -> StepTerm {
    let inverse = Float(1 / temperature)
    let scale = Float(weight * temperature * temperature)
    return { batch in
      StepTerm { tape, outputs, _ in
        let start = tape.multiplied(tape.constant(logits.selecting(batch.shots)), by: inverse)
        return tape.multiplied(
          tape.divergence(start, from: tape.multiplied(outputs.logits, by: inverse)), by: scale)
      }
    }
  }
}
