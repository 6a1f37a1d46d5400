import Configuration
import Optimizers
import Tensors

/// The mean cross-entropy of the classifier's scores against the labels, and the training's
/// regularizers.
///
/// loss = -1/n sum_i log softmax(logits_i)_(label_i) + sum of the terms; label smoothing as in
/// PyTorch. Where shots have soft labels q_i, the loss is -1/n sum_i sum_c q_ic log softmax(logits_i)_c.
public struct CrossEntropy: Objective {
  public static let name = "cross-entropy"
  public static let revision = 0

  public init() {}

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    PreparedObjective(
      loss: CrossEntropy.losses(
        of: training.parametrization.classifier,
        smoothing: Float(training.configuration.labelSmoothing),
        terms: try training.configuration.chosenRegularizers.map { try $0.terms(of: training) }))
  }

  static func losses(
    of classifier: any Classifier, smoothing: Float = 0,
    terms regularizers: [(TrainingBatch) throws -> StepTerm] = []
  ) -> (TrainingBatch) throws -> StepLoss {
    scoreLosses(of: classifier, terms: regularizers) { tape, outputs, _, batch in
      tape.crossEntropy(outputs.logits, of: batch, smoothing: smoothing)
    }
  }
}
