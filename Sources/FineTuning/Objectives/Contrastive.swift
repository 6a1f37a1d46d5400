import CLIPModels
import Configuration
import Optimizers
import RandomStreams
import Tensors
import Tokenizers

/// The symmetric contrastive loss between the images of a batch and captions of their classes.
///
/// loss = (CE(logits, diagonal) + CE(logits^T, diagonal)) / 2, logits = e^s cos(image, caption).
/// The caption of an image is its class in one of the task's templates, drawn for every image and
/// step. Images of one class count as negatives of each other, as in the official code. Equal
/// captions of a batch are encoded once, and their gradients add up.
///
/// Source: Goyal et al., "Finetune like you pretrain", CVPR 2023, arXiv:2212.00638, section 3; code
/// locuslab/FLYP.
public struct Contrastive: Objective {
  public static let name = "contrastive"
  public static let revision = 0

  public init() {}

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    guard training.configuration.regularizers.isEmpty else {
      throw FineTuningError("the contrastive objective takes no regularizers; leave them out")
    }
    let task = training.task
    let prompts = task.templates.flatMap { task.classNames.map($0.callAsFunction) }
    let captions = try TextEncoding(of: prompts, model: training.model, tokenizer: task.tokenizer)
    return PreparedObjective { batch in
      var random = RandomSource(seed: task.seed, purpose: "captions", index: UInt64(batch.step))
      let chosen = batch.labels.map { label in
        random.below(task.templates.count) * task.classNames.count + label
      }
      return Contrastive.loss(batch.images, captions, chosen: chosen)
    }
  }

  /// The loss of images and their captions, one an image.
  ///
  /// - Parameters:
  ///   - captions: texts to choose from.
  ///   - chosen: the caption of each image; equal ones are encoded once.
  static func loss(_ images: Branch, _ captions: TextEncoding, chosen: [Int]) -> StepLoss {
    let distinct = Set(chosen).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    let texts = TextEncoding(
      model: captions.model, tokens: distinct.map { captions.tokens[$0] })
    let rows = chosen.compactMap { places[$0] }
    let logScale = captions.model.logitScale
    return StepLoss([images, .encoded(texts.encoding)]) { tape, features in
      let texts = tape.gather(tape.normalized(features[1]), rows: rows)
      return tape.contrastiveLoss(
        tape.similarities(tape.normalized(features[0]), texts, logScale: logScale))
    }
  }
}
