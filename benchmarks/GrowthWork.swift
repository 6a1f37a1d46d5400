import CLIPModels
import FineTuning
import Optimizers
import RandomStreams
import Tensors

/// Full fine-tuning of the image tower and a head for ten classes, on noise.
struct GrowthImages {
  let clip: CLIPModel
  let count: Int
  let head: Parameter
  let bias: Parameter
  let encoding: Encoding

  init(_ clip: CLIPModel, count: Int) {
    self.clip = clip
    self.count = count
    var noise = Noise(clip.configuration)
    let pixels = noise.pixels(count)
    (head, bias) = noise.head(classes: 10)
    for parameter in clip.vision.parameters + [head, bias] { parameter.isTrainable = true }
    encoding = Encoding(count: count, shardSize: ImageEncoder.shardSize(clip.configuration)) {
      tape, range in clip.vision(tape, pixels: tape.constant(pixels.selecting(range)))
    }
  }

  func loss(_ tape: Tape, _ features: Tensor) -> Tensor {
    tape.crossEntropy(
      tape.linear(tape.normalized(features), head, bias),
      labels: (0..<features.rows).map { $0 % 10 })
  }

  /// A step: features, loss, gradients of all weights, AdamW.
  func step(on workers: Workers) -> () -> Void {
    let step = CoupledStep(training: clip.vision.parameters + [head, bias], on: workers)
    let optimizer = AdamW(step.gradients.parameters)
    return {
      _ = step.run([.encoded(encoding)]) { tape, features in loss(tape, features[0]) }
      optimizer.update(step.gradients, learningRate: 1e-5, on: workers)
    }
  }
}

/// Texts of random tokens, all of one length.
struct GrowthTexts {
  let clip: CLIPModel
  let texts: Int
  let length: Int
  /// Between the start token and the last two, which differ from text to text.
  private let context: Parameter

  init(_ clip: CLIPModel, texts: Int, length: Int) {
    self.clip = clip
    self.texts = texts
    self.length = length
    var random = RandomSource(seed: 1, purpose: "growth")
    let width = clip.text.width
    context = Parameter(
      "context", shape: [16, width], values: random.normals(16 * width, standardDeviation: 0.02))
  }

  private var vocabulary: Int { clip.configuration.vocabularySize }

  private var end: Int {
    if case .token(let token) = clip.configuration.pooling { return token }
    return vocabulary - 1
  }

  private func word(_ place: Int) -> Int { (place * 7919 + 11) % (vocabulary - 2) }

  /// The features of texts that have nothing in common.
  func encoding(on workers: Workers) -> () -> Void {
    let encoding = Encoding(count: texts, shardSize: 32) { tape, range in
      clip.text(
        tape,
        tokens: range.map { text in
          (0..<length - 1).map { word(text * length + $0) } + [end]
        })
    }
    return { _ = encoding.features(on: workers) }
  }

  /// A step of CoOp: start, 16 context vectors, two tokens of the name, end; image features known.
  func promptStep(on workers: Workers) -> () -> Void {
    context.isTrainable = true
    clip.setTrainable(false)
    let step = CoupledStep(training: [context], on: workers)
    let optimizer = SGD(step.gradients.parameters, momentum: 0.9, weightDecay: 0)
    var noise = Noise(clip.configuration)
    let images = noise.features(32)
    let labels = (0..<32).map { $0 * 31 % texts }
    // As many prompts a shard as few-shot training takes.
    let prompts = Encoding(count: texts, shardSize: 50) { tape, range in
      clip.text(
        tape, sources: [tape.tensor(context), tape.tensor(clip.text.tokenEmbedding)],
        texts: range.map { text in
          [RowReference(source: 1, row: 0)]
            + (0..<16).map { RowReference(source: 0, row: $0) }
            + [word(2 * text), word(2 * text + 1), end].map { RowReference(source: 1, row: $0) }
        })
    }
    return {
      _ = step.run([.constant(images), .encoded(prompts)]) { tape, features in
        tape.crossEntropy(
          tape.similarities(
            tape.normalized(features[0]), tape.normalized(features[1]), logScale: clip.logitScale),
          labels: labels)
      }
      optimizer.update(step.gradients, learningRate: 1e-3, on: workers)
    }
  }
}
