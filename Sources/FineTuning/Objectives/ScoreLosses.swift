import Optimizers
import Tensors

/// The losses of steps by a function of a classifier's outputs, and regularizers' terms.
///
/// - Parameters:
///   - classifier: makes class scores of the batch.
///   - regularizers: the terms that are added.
///   - branches: what the objective encodes beside the batch.
///   - own: the objective's own part `[1, 1]`.
func scoreLosses(
  of classifier: any Classifier, terms regularizers: [(TrainingBatch) throws -> StepTerm],
  branches further: [Branch] = [],
  _ own: @escaping (Tape, ClassifierOutputs, [Tensor], TrainingBatch) -> Tensor
) -> (TrainingBatch) throws -> StepLoss {
  { batch in
    let terms = try regularizers.map { try $0(batch) }
    let texts = classifier.texts(for: batch)
    let branches = [batch.images] + (texts.map { [.encoded($0)] } ?? [])
    return StepLoss(branches + further + terms.flatMap(\.branches)) { tape, features in
      let outputs = classifier.outputs(
        tape, images: features[0], texts: texts == nil ? nil : features[1])
      batch.observe(outputs.logits)
      var next = branches.count + further.count
      var loss = own(tape, outputs, [Tensor](features[branches.count..<next]), batch)
      for term in terms {
        let inputs = [Tensor](features[next..<next + term.branches.count])
        next += term.branches.count
        loss = tape.combination(loss, 1, term.value(tape, outputs, inputs), 1)
      }
      return loss
    }
  }
}

extension Tape {
  /// The cross-entropy of scores against a batch's soft labels, or its labels where it has none.
  func crossEntropy(_ logits: Tensor, of batch: TrainingBatch, smoothing: Float) -> Tensor {
    batch.targets.map { crossEntropy(logits, targets: $0, smoothing: smoothing) }
      ?? crossEntropy(logits, labels: batch.labels, smoothing: smoothing)
  }
}
