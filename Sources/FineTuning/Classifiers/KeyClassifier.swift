import Optimizers
import Tensors

/// Texts compared with images, and the votes of labelled keys.
///
/// logits = e^s cos(image, text) + alpha sum_(keys of the class) exp(-beta (1 - image . key)), with
/// the image at unit length and the keys as they are.
///
/// Source: Zhang et al., "Tip-Adapter", ECCV 2022, arXiv:2207.09519, equations 4 to 6.
public struct KeyClassifier: Classifier {
  /// `[keys, embedding]`; unit length before training.
  let keys: Parameter
  /// The class of each key.
  let labels: [Int]
  /// alpha and beta.
  let mixture: Parameter
  private let texts: TextClassifier
  private let classCount: Int

  /// Keys beside texts that nothing changes.
  public init(
    keys: Parameter, labels: [Int], mixture: Parameter, texts: TextClassifier, classCount: Int
  ) {
    self.keys = keys
    self.labels = labels
    self.mixture = mixture
    self.texts = texts
    self.classCount = classCount
  }

  public func outputs(_ tape: Tape, images: Tensor, texts: Tensor?) -> ClassifierOutputs {
    let plain = self.texts.outputs(tape, images: images, texts: nil)
    return ClassifierOutputs(
      features: plain.features, logits: voted(tape, plain.features, plain.logits, keys),
      texts: plain.texts)
  }

  private func voted(
    _ tape: Tape, _ features: Tensor, _ logits: Tensor, _ keys: Parameter
  ) -> Tensor {
    let mixture = self.mixture.values
    let votes = tape.keyVotes(
      tape.linear(features, keys), labels: labels, classes: classCount, alpha: mixture[0],
      beta: mixture[1])
    return tape.combination(logits, 1, votes, 1)
  }

  /// How many images are right for each alpha at one beta.
  ///
  /// - Parameter images: what the image tower gives, `[images, embedding]`.
  func rightCounts(of images: Matrix, labels: [Int], alphas: [Float], beta: Float) -> [Int] {
    let tape = Tape(workspace: Workspace())
    let plain = texts.outputs(tape, images: tape.constant(images), texts: nil)
    let logits = plain.logits.matrix
    let votes = tape.keyVotes(
      tape.linear(plain.features, keys), labels: self.labels, classes: classCount, alpha: 1,
      beta: beta
    ).matrix
    return alphas.map { alpha in
      var scores = logits
      for i in scores.values.indices { scores.values[i] += alpha * votes.values[i] }
      return zip(FineTunedClassifier.predictions(scores), labels).count { $0 == $1 }
    }
  }

  public func finished(on workers: Workers) -> FineTunedClassifier {
    let plain = texts.finished(on: workers)
    let keys = Parameter(self.keys.name, shape: self.keys.shape, values: self.keys.values)
    let mixture = Parameter("mixture", shape: [2], values: self.mixture.values)
    let copy = KeyClassifier(
      keys: keys, labels: labels, mixture: mixture, texts: texts, classCount: classCount)
    var classifier = FineTunedClassifier(
      classCount: classCount, logitScale: plain.logitScale,
      weights: plain.weights + keys.values + mixture.values,
      features: { $0.normalized($1) },
      logits: { copy.voted($0, $1, plain.logits($0, of: $1), copy.keys) })
    classifier.texts = plain.texts
    return classifier
  }
}
