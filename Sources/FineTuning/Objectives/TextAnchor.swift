import Configuration
import Optimizers
import Tensors

/// Holds the class texts' features to those of the hand-written prompts.
///
/// term = weight (1 - 1/C sum_c cos(t_c, t0_c)), t the features that train, t0 those of the model as it
/// is, with the task's fixed prompts. Source: Yao, Zhang, Xu, "Visual-language prompt tuning with
/// knowledge-guided context optimization", CVPR 2023, arXiv:2303.13283, equation 6; the official code
/// (htyao89/KgCoOp) takes 1 - cos where the paper writes a squared distance, which is twice as much.
public struct TextAnchor: Regularizer {
  public static let name = "text-anchor"

  /// The weight of the term.
  public var weight = 8.0

  public init() {}

  public var problems: [SettingProblem] {
    weight >= 0 && weight.isFinite
      ? [] : [SettingProblem("weight", "must be a number from 0, got \(weight)")]
  }

  public func terms(of training: StageTraining) throws -> (TrainingBatch) throws -> StepTerm {
    guard training.parametrization.classifier.comparesTexts else {
      throw FineTuningError(
        "text-anchor holds class texts' features, and this method's scores do not come from one "
          + "text a class; leave it out")
    }
    // Computed before the first step, when the text tower is still the model's.
    let texts = try textEncoding(of: training.task, model: training.model)
      .features(on: training.workers)
    return terms(holdingTo: texts)
  }

  /// The term for given anchors, `[classes, embedding]`, of any length.
  func terms(holdingTo texts: Matrix) -> (TrainingBatch) throws -> StepTerm {
    let tape = Tape(workspace: Workspace())
    let anchors = tape.normalized(tape.constant(texts)).matrix
    let scale = Float(-weight / Double(anchors.rows))
    let weight = Float(weight)
    return { _ in
      StepTerm { tape, outputs, _ in
        let one = tape.constant(Matrix(rows: 1, columns: 1, values: [1]))
        let texts = outputs.texts ?? tape.constant(anchors)
        return tape.combination(
          one, weight, tape.dotProduct(texts, tape.constant(anchors)), scale)
      }
    }
  }
}
