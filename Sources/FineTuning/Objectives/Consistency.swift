import CLIPModels
import Configuration
import Optimizers
import Tensors

/// Asks for the same scores of two views of an image.
///
/// term = weight KL(p || p'), p the softmax of the scores of the view that the step sees, p' that of
/// another one, mean over the batch; gradients go through both. Other views are drawn by the
/// training's augmentation, by `mild` where it sees the test-time view, and encoded in every step.
///
/// Source: consistency under perturbations, Sajjadi, Javanmardi, Tasdizen, NeurIPS 2016,
/// arXiv:1606.04586; here with the divergence of Xie et al., NeurIPS 2020, arXiv:1904.12848.
public struct Consistency: Regularizer {
  public static let name = "consistency"

  /// The weight of the term.
  public var weight = 1.0

  public init() {}

  public var problems: [SettingProblem] { anchorProblems(weight) }

  public func terms(of training: StageTraining) throws -> (TrainingBatch) throws -> StepTerm {
    let classifier = training.parametrization.classifier
    guard classifier.comparesTexts else {
      throw FineTuningError(
        "consistency scores a second view with the texts of the first, and this method's scores "
          + "do not come from one text a class; leave it out")
    }
    let weight = Float(weight)
    let logScale = training.model.logitScale
    return { batch in
      StepTerm([try batch.second()]) { tape, outputs, inputs in
        guard let texts = outputs.texts else {
          fatalError("a classifier that compares texts gives their features")
        }
        let other = tape.similarities(tape.normalized(inputs[0]), texts, logScale: logScale)
        return tape.multiplied(tape.divergence(outputs.logits, from: other), by: weight)
      }
    }
  }
}
