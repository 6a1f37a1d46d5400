import CLIPModels
import Configuration
import Datasets
import Optimizers
import RandomStreams
import Tensors
import Tokenizers

/// The symmetric contrastive loss between the images of a batch and captions of their annotations.
///
/// loss = (CE(logits, Q) + CE(logits^T, Q)) / 2, logits = e^s cos(image, caption), Q_ij = 1 / (number
/// of images with i's caption) where images i and j have the same caption, else 0. Without equal
/// captions Q is the identity and the loss CLIP's. The caption of an image is drawn among its
/// templates' for every image and step; equal ones are encoded once.
///
/// Source of the loss: Yang et al., "Unified contrastive learning in image-text-label space", CVPR
/// 2022, arXiv:2204.03610, section 3.2. Captions out of annotations: GMAI-VL, Li et al.,
/// arXiv:2411.14522, by templates here instead of a language model. See docs/captions.md.
public struct Captions: Objective {
  public static let name = "captions"

  /// The rules that make captions of annotations; see `CaptionTemplate`.
  public var templates = [
    "a picture of a {label}[, {modality}]", "a {label}[ in {style} style][, {plane} plane]",
    "[{modality} of the {region}, ]a {label}[, {attributes}][, {severity}]",
  ]
  /// The column of metadata of each slot that has another name.
  public var columns: [String: String] = [:]
  /// What is done to the metadata, to find out whether it matters.
  public var control = CaptionWriter.Control.none

  /// Sources whose training images a step sees in the place of the unit's shots; empty for the shots.
  public var mixture: [CaptionSource] = []

  public init() {}

  public var imageSources: [String] { mixture.map(\.benchmark) }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if templates.isEmpty { problems.append(SettingProblem("templates", "must not be empty")) }
    var read: [CaptionTemplate] = []
    for (index, template) in templates.enumerated() {
      do {
        read.append(try CaptionTemplate(template))
      } catch {
        problems.append(SettingProblem("templates.\(index)", "\(error)"))
      }
    }
    if control == .labelOnly, !read.isEmpty, !read.contains(where: \.needsLabelOnly) {
      problems.append(
        SettingProblem(
          "templates", "must have one that needs {label} alone where the control is label-only"))
    }
    return problems
  }

  public var metadataColumns: Set<String> {
    guard control != .labelOnly else { return [] }
    let slots = templates.compactMap { try? CaptionTemplate($0) }.flatMap(\.slots)
    return Set(slots.map { columns[$0] ?? $0 })
  }

  public func prepared(for training: StageTraining) throws -> PreparedObjective {
    guard training.configuration.regularizers.isEmpty else {
      throw FineTuningError("the objective captions takes no regularizers; leave them out")
    }
    guard mixture.isEmpty else { return try preparedMixture(for: training) }
    let task = training.task
    let all = try captions(of: task)
    let context = training.model.configuration.contextLength
    try Captions.check(all, of: task.images, task.tokenizer, context: context)
    let (texts, choices) = Captions.table(all)
    let encoding = try TextEncoding(of: texts, model: training.model, tokenizer: task.tokenizer)
    var objective = PreparedObjective { batch in
      var random = RandomSource(seed: task.seed, purpose: "captions", index: UInt64(batch.step))
      let chosen = batch.shots.map { shot in
        let own = choices[shot]
        return own[random.below(own.count)]
      }
      return Captions.loss([batch.images], encoding, chosen: chosen)
    }
    let measures = Captions.measures(all, texts: texts.count)
    objective.measures = { measures }
    return objective
  }

  /// Every distinct caption once, and which of them each image has.
  static func table(_ captions: [[Caption]]) -> (texts: [String], choices: [[Int]]) {
    var numbers: [String: Int] = [:]
    var texts: [String] = []
    let choices = captions.map { own in
      own.map { caption in
        if let number = numbers[caption.text] { return number }
        numbers[caption.text] = texts.count
        texts.append(caption.text)
        return texts.count - 1
      }
    }
    return (texts, choices)
  }

  /// What the record says of captions.
  static func measures(_ captions: [[Caption]], texts: Int) -> [String: Double] {
    let filled = captions.joined().map { Double($0.annotations.count) }
    return [
      "captions": Double(texts),
      "annotations_per_caption": filled.reduce(0, +) / Double(max(1, filled.count)),
    ]
  }

  /// The captions of each shot.
  func captions(of task: FewShotTask) throws -> [[Caption]] {
    try captions(of: task.images, seed: task.seed)
  }

  /// The captions of each image of a set.
  func captions(of images: ImageSet, seed: UInt64) throws -> [[Caption]] {
    let writer = try CaptionWriter(
      images, templates: templates.map(CaptionTemplate.init), columns: columns,
      control: control, seed: seed)
    return try (0..<images.count).map(writer.captions)
  }

  /// Throws for a caption that the text tower would not read to its end.
  static func check(
    _ captions: [[Caption]], of images: ImageSet, _ tokenizer: BytePairTokenizer, context: Int
  ) throws {
    var seen: Set<String> = []
    for (image, own) in captions.enumerated() {
      for caption in own where seen.insert(caption.text).inserted {
        // The text stands between a start and an end token.
        let count = tokenizer.encode(caption.text).count + 2
        guard count <= context else {
          throw FineTuningError(
            "the caption '\(caption.text)' of image \(images.sampleIDs[image]) (template "
              + "\(caption.template)) has \(count) tokens, and the model reads \(context); shorten "
              + "the template or its annotations")
        }
      }
    }
  }

  /// The loss of images and their captions, one an image.
  ///
  /// - Parameters:
  ///   - images: the branches of the images, those of one source after those of another.
  ///   - captions: texts to choose from.
  ///   - chosen: the caption of each image; equal ones are encoded once.
  static func loss(_ images: [Branch], _ captions: TextEncoding, chosen: [Int]) -> StepLoss {
    let distinct = Set(chosen).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    let texts = TextEncoding(model: captions.model, tokens: distinct.map { captions.tokens[$0] })
    let rows = chosen.compactMap { places[$0] }
    let logScale = captions.model.logitScale
    return StepLoss(images + [.encoded(texts.encoding)]) { tape, features in
      let texts = tape.gather(tape.normalized(features[images.count]), rows: rows)
      // The images of several sources come one source after the other.
      let parts = [Tensor](features.prefix(images.count))
      let pictures =
        parts.count == 1
        ? parts[0]
        : tape.gather(
          parts,
          parts.enumerated().flatMap { source, part in
            (0..<part.rows).map { RowReference(source: source, row: $0) }
          })
      return tape.contrastiveLoss(
        tape.similarities(tape.normalized(pictures), texts, logScale: logScale), positives: rows)
    }
  }
}
