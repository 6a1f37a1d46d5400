import CLIPModels
import Optimizers
import RandomStreams
import Tensors
import Tokenizers

/// Where a training stands.
public struct PretrainingProgress: Sendable {
  public let step: Int
  public let totalSteps: Int
  public let loss: Float
  public let logitScale: Double
  public let learningRate: Double
}

/// Trains a CLIP-like model from scratch with the symmetric contrastive loss.
///
/// Source: Radford et al., arXiv:2103.00020, figure 3. Every draw is a function of (seed, epoch,
/// image), so a training that was cut and resumed ends in the same weights.
public final class Pretraining {
  public let model: CLIPModel
  public let tokenizer: BytePairTokenizer
  let configuration: PretrainingConfiguration
  let corpus: CaptionedImages
  private let tokens: [[[Int]]]
  private let step: CoupledStep
  let optimizer: AdamW
  private let workers: Workers

  /// Creates a training at its first step.
  public init(
    _ configuration: PretrainingConfiguration, corpus: CaptionedImages, workers: Workers
  ) throws {
    guard configuration.batchSize <= corpus.count else {
      throw PretrainingError(
        "batch_size is \(configuration.batchSize), the corpus has only \(corpus.count) pairs")
    }
    self.configuration = configuration
    self.corpus = corpus
    self.workers = workers
    tokenizer = BytePairTokenizer.learn(
      from: corpus.captions.flatMap { $0 }, vocabularySize: configuration.vocabularySize,
      contextLength: configuration.contextLength)
    let tokenizer = tokenizer
    tokens = corpus.captions.map { alternatives in
      alternatives.map { tokenizer.tokens($0, contextLength: configuration.contextLength) }
    }
    model = try CLIPModel(
      random: configuration.model(endToken: tokenizer.endToken),
      seed: UInt64(configuration.seed))
    model.setTrainable(true)
    step = CoupledStep(training: model.parameters, on: workers)
    optimizer = AdamW(
      step.gradients.parameters, beta2: configuration.beta2, epsilon: 1e-6,
      weightDecay: configuration.weightDecay)
  }

  /// Steps of one pass over the corpus; an incomplete last batch is dropped.
  public var stepsPerEpoch: Int { corpus.count / configuration.batchSize }
  /// Steps of the whole training.
  public var totalSteps: Int { stepsPerEpoch * configuration.epochs }

  /// Steps taken so far.
  public var stepsTaken: Int { optimizer.stepCount }

  /// The number of floats held for activations; constant once every shape has been seen.
  var allocatedCount: Int { step.allocatedCount }

  /// How well the model names held-out images among 20 names; never used for selection.
  public func retrieval(on heldOut: CaptionedImages, workers: Workers) -> ConceptRetrieval {
    ConceptRetrieval(
      model, tokenizer: tokenizer, corpus: heldOut, mean: configuration.mean,
      standardDeviation: configuration.standardDeviation, ways: 20,
      seed: UInt64(configuration.seed), workers: workers)
  }

  /// Takes the next step.
  ///
  /// - Throws: `PretrainingError` when the loss is not finite; the weights are then as before.
  public func advance() throws -> PretrainingProgress {
    let index = optimizer.stepCount
    let epoch = index / stepsPerEpoch
    let position = index % stepsPerEpoch
    let seed = UInt64(configuration.seed)
    var order = RandomSource(seed: seed, purpose: "epoch order", index: UInt64(epoch))
      .permuted(corpus.count)
    order = [Int](
      order[position * configuration.batchSize..<(position + 1) * configuration.batchSize])

    let draws = order.map { image in
      PairDraw(
        image: image,
        random: RandomSource(
          seed: seed, purpose: "pair", index: UInt64(epoch * corpus.count + image)),
        captions: tokens[image], nameProbability: configuration.nameProbability)
    }.sorted { ($0.tokens.count, $0.image) < ($1.tokens.count, $1.image) }

    let loss = step.run([images(draws, epoch: epoch), texts(draws)]) { tape, features in
      let logits = tape.similarities(
        tape.normalized(features[0]), tape.normalized(features[1]), logScale: model.logitScale)
      return tape.contrastiveLoss(logits)
    }
    guard loss.isFinite else {
      throw PretrainingError(
        "the loss is \(loss) at step \(index); lower learning_rate (now "
          + "\(configuration.learningRate)) or lengthen warmup_steps")
    }
    let norm = step.gradients.norm
    if configuration.gradientClip > 0, norm > configuration.gradientClip {
      step.gradients.scale(by: Float(configuration.gradientClip / norm))
    }
    let schedule = Schedule.cosine(warmup: configuration.warmupSteps)
    let rate = schedule.rate(step: index, of: totalSteps, base: configuration.learningRate)
    optimizer.update(step.gradients, learningRate: rate, on: workers)
    // open_clip clamps the log of the scale to [0, ln 100].
    model.logitScale.values = [max(0, min(4.605_170_2, model.logitScale.values[0]))]
    return PretrainingProgress(
      step: index + 1, totalSteps: totalSteps, loss: loss,
      logitScale: Double(model.logitScale.values[0]), learningRate: rate)
  }

  private func images(_ draws: [PairDraw], epoch: Int) -> Branch {
    let configuration = configuration
    let corpus = corpus
    let model = model
    let size = configuration.imageSize
    let patches = model.configuration.grid * model.configuration.grid
    let isMasked =
      Double(epoch) < Double(configuration.epochs) * (1 - configuration.unmaskedShare)
    let kept =
      isMasked ? max(1, Int((Double(patches) * configuration.patchShare).rounded())) : patches
    let view = TrainingView(
      minimumArea: configuration.minimumCropArea, flip: configuration.flipProbability,
      grayscale: configuration.grayscaleProbability, colour: configuration.colourJitter,
      negative: configuration.negativeProbability)
    // About 500 rows a shard stay in the second-level cache.
    let shard = max(1, 528 / (kept + 1))
    return .encoded(
      Encoding(count: draws.count, shardSize: shard) { tape, range in
        let channel = 3 * size * size
        var pixels = [Float](repeating: 0, count: range.count * channel)
        var keeping: [[Int]] = []
        for (row, index) in range.enumerated() {
          var random = draws[index].random
          view.write(
            corpus.pixels, at: draws[index].image * corpus.side * corpus.side * 3,
            side: corpus.side, size: size, mean: configuration.mean,
            standardDeviation: configuration.standardDeviation, random: &random, into: &pixels,
            at: row * channel)
          if kept < patches {
            keeping.append(random.permutation(of: patches).prefix(kept).sorted())
          }
        }
        return model.vision(
          tape,
          pixels: tape.constant(Matrix(rows: range.count, columns: channel, values: pixels)),
          keeping: kept < patches ? keeping : nil)
      })
  }

  private func texts(_ draws: [PairDraw]) -> Branch {
    let model = model
    return .encoded(
      Encoding(count: draws.count, shardSize: 32) { tape, range in
        model.text(tape, tokens: range.map { draws[$0].tokens })
      })
  }
}

/// One pair of a batch: the image, the caption that was drawn, and the stream of its other draws.
private struct PairDraw: Sendable {
  let image: Int
  let random: RandomSource
  let tokens: [Int]

  init(image: Int, random: RandomSource, captions: [[Int]], nameProbability: Double) {
    self.image = image
    var random = random
    let takesName = random.uniform() < nameProbability
    let other = random.below(captions.count)
    tokens = captions[takesName ? 0 : other]
    self.random = random
  }
}

extension RandomSource {
  /// The integers 0 ..< count in a random order, from a stream used for nothing else.
  fileprivate func permuted(_ count: Int) -> [Int] {
    var copy = self
    return copy.permutation(of: count)
  }
}

extension PretrainingConfiguration {
  /// The model's shape.
  func model(endToken: Int) -> CLIPConfiguration {
    CLIPConfiguration(
      vision: TowerConfiguration(
        width: visionWidth, hiddenWidth: 4 * visionWidth, layers: visionLayers,
        heads: visionHeads, activation: .quickGELU),
      text: TowerConfiguration(
        width: textWidth, hiddenWidth: 4 * textWidth, layers: textLayers, heads: textHeads,
        activation: .quickGELU),
      imageSize: imageSize, patchSize: patchSize, vocabularySize: vocabularySize,
      contextLength: contextLength, embeddingSize: embeddingSize, pooling: .token(endToken))
  }
}
