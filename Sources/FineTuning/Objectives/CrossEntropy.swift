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
    { batch in
      let terms = try regularizers.map { try $0(batch) }
      let texts = classifier.texts(for: batch)
      let own = [batch.images] + (texts.map { [.encoded($0)] } ?? [])
      return StepLoss(own + terms.flatMap(\.branches)) { tape, features in
        let outputs = classifier.outputs(
          tape, images: features[0], texts: texts == nil ? nil : features[1])
        batch.observe(outputs.logits)
        var loss =
          batch.targets.map {
            tape.crossEntropy(outputs.logits, targets: $0, smoothing: smoothing)
          } ?? tape.crossEntropy(outputs.logits, labels: batch.labels, smoothing: smoothing)
        var next = own.count
        for term in terms {
          let inputs = [Tensor](features[next..<next + term.branches.count])
          next += term.branches.count
          loss = tape.combination(loss, 1, term.value(tape, outputs, inputs), 1)
        }
        return loss
      }
    }
  }
}
