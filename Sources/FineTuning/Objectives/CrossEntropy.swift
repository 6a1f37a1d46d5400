import Configuration
import Optimizers
import Tensors

/// The mean cross-entropy of the classifier's scores against the labels, and the training's
/// regularizers.
///
/// loss = -1/n sum_i log softmax(logits_i)_(label_i) + sum of the terms; label smoothing as in
/// PyTorch.
public struct CrossEntropy: Objective {
  public static let name = "cross-entropy"

  public init() {}

  public func loss(on batch: TrainingBatch, of training: StageTraining) throws -> StepLoss {
    let classifier = training.parametrization.classifier
    let smoothing = Float(training.configuration.labelSmoothing)
    let terms = try training.configuration.chosenRegularizers.map {
      try $0.term(on: batch, of: training)
    }
    let texts = classifier.texts(for: batch)
    let own = [batch.images] + (texts.map { [.encoded($0)] } ?? [])
    return StepLoss(own + terms.flatMap(\.branches)) { tape, features in
      let outputs = classifier.outputs(
        tape, images: features[0], texts: texts == nil ? nil : features[1])
      var loss = tape.crossEntropy(outputs.logits, labels: batch.labels, smoothing: smoothing)
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
