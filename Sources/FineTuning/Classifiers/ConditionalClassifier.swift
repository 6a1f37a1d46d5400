import CLIPModels
import Optimizers
import Tensors

/// Class scores by comparison with texts that each image makes for itself.
///
/// logits_ic = e^s cos(x_i, t_c(x_i)). Source: Zhou et al., "Conditional prompt learning for
/// vision-language models", CVPR 2022, arXiv:2203.05557, equation 3.
///
/// Every image costs as many text encodings as there are classes. While scoring they are made in
/// pieces of at most 32 texts of one image, and made again where a gradient of the image is asked for,
/// so memory depends neither on the number of images nor of classes, and an image's scores on no other
/// image.
struct ConditionalClassifier: Classifier {
  let prompts: ConditionalPrompts
  private let logScale: Parameter
  private let workers: Workers

  /// A classifier over frozen towers.
  ///
  /// - Parameters:
  ///   - prompts: what trains.
  ///   - model: the model.
  ///   - workers: the threads to use where an image's features must be known before its texts.
  init(_ prompts: ConditionalPrompts, of model: CLIPModel, workers: Workers) {
    self.prompts = prompts
    logScale = model.logitScale
    self.workers = workers
  }

  var comparesTexts: Bool { false }

  func texts(for batch: TrainingBatch) -> Encoding? {
    switch batch.images {
    case .constant(let features): prompts.encoding(of: features)
    // A view that is drawn anew; the tower is frozen, so no gradient is lost.
    case .encoded(let images): prompts.encoding(of: images.features(on: workers))
    }
  }

  func outputs(_ tape: Tape, images: Tensor, texts: Tensor?) -> ClassifierOutputs {
    guard let texts else { fatalError("conditional prompts are encoded in each step") }
    let features = tape.normalized(images)
    return ClassifierOutputs(
      features: features,
      logits: tape.groupedSimilarities(features, tape.normalized(texts), logScale: logScale))
  }

  func finished(on workers: Workers) -> FineTunedClassifier {
    let prompts = prompts.copied()
    let scale = Parameter(logScale.name, shape: [], values: logScale.values)
    let classes = prompts.classCount
    var classifier = FineTunedClassifier(
      classCount: classes, logitScale: exponential(Double(scale.values[0])),
      // The text tower is not among them: it is the frozen one of the model's folder. Its tokens are.
      weights: prompts.parameters.flatMap(\.values) + prompts.learner.identity,
      features: { $0.normalized($1) },
      logits: { tape, features in
        let pieces = prompts.pieces(images: features.rows)
        return tape.recomputed(features, rows: features.rows, columns: classes, pieces: pieces) {
          tape, features, range in
          let own = tape.gather(features, rows: [range.lowerBound / classes])
          let start = range.lowerBound % classes
          let texts = prompts.texts(tape, of: own, start..<start + range.count)
          return tape.groupedSimilarities(own, tape.normalized(texts), logScale: scale)
        }
      },
      localLogits: { tape, patches, features in
        let unit = tape.normalized(patches)
        let size = patches.rows / max(1, features.rows)
        return tape.gathered(
          (0..<features.rows).map { image in
            let own = tape.gather(features, rows: [image])
            let texts = tape.gathered(
              prompts.pieces(images: 1).map { prompts.texts(tape, of: own, $0) })
            let rows = tape.gather(unit, rows: [Int](image * size..<(image + 1) * size))
            return tape.similarities(rows, tape.normalized(texts), logScale: scale)
          })
      })
    classifier.textsPerImage = classes
    return classifier
  }
}
