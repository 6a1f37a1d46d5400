import CLIPModels
import RandomStreams
import Tensors
import Tokenizers

/// How often a model names what an image shows, among a few names.
///
/// Each held-out image is compared with its own name and `ways - 1` other names drawn at random;
/// the score is the share of images whose own name is nearest. Chance is 1 / ways. Images of country
/// flags and other repeated names count by distinct name: the drawn names differ from the true one.
public struct ConceptRetrieval: Sendable {
  /// The share of images whose own name is nearest among `ways` names, in [0, 1].
  public let accuracy: Double
  /// The share whose own name is nearest among all names.
  public let topOne: Double
  /// The number of images.
  public let images: Int
  /// The number of distinct names.
  public let names: Int

  /// Measures a model.
  ///
  /// - Parameters:
  ///   - corpus: held-out images; the first caption of each is its name.
  ///   - ways: how many names each image chooses from.
  ///   - seed: of the drawn names.
  public init(
    _ model: CLIPModel, tokenizer: BytePairTokenizer, corpus: CaptionedImages, mean: [Float],
    standardDeviation: [Float], ways: Int, seed: UInt64, workers: Workers
  ) {
    let names = Set(corpus.captions.map { $0[0] }).sorted()
    let position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let tokens = names.map {
      tokenizer.tokens($0, contextLength: model.configuration.contextLength)
    }
    let size = model.configuration.imageSize
    let centre = TrainingView(
      minimumArea: 1, flip: 0, grayscale: 0, colour: 0, negative: 0, isFixed: true)
    let texts = ConceptRetrieval.features(names.count, shard: 32, workers: workers) { tape, range in
      model.text(tape, tokens: range.map { tokens[$0] })
    }
    let images = ConceptRetrieval.features(corpus.count, shard: 8, workers: workers) {
      tape, range in
      let channel = 3 * size * size
      var pixels = [Float](repeating: 0, count: range.count * channel)
      for (row, index) in range.enumerated() {
        var random = RandomSource(seed: 0, purpose: "unused")
        centre.write(
          corpus.pixels, at: index * corpus.side * corpus.side * 3, side: corpus.side, size: size,
          mean: mean, standardDeviation: standardDeviation, random: &random, into: &pixels,
          at: row * channel)
      }
      return model.vision(
        tape, pixels: tape.constant(Matrix(rows: range.count, columns: channel, values: pixels)))
    }
    var random = RandomSource(seed: seed, purpose: "distractors")
    var hits = 0
    var best = 0
    for index in 0..<corpus.count {
      let truth = position[corpus.captions[index][0]] ?? 0
      func similarity(_ name: Int) -> Float {
        var sum: Float = 0
        for c in 0..<texts.columns { sum += images[index, c] * texts[name, c] }
        return sum
      }
      let own = similarity(truth)
      var drawn: Set<Int> = [truth]
      while drawn.count < min(ways, names.count) { drawn.insert(random.below(names.count)) }
      if drawn.subtracting([truth]).allSatisfy({ similarity($0) < own }) { hits += 1 }
      if names.indices.allSatisfy({ $0 == truth || similarity($0) < own }) { best += 1 }
    }
    accuracy = Double(hits) / Double(max(1, corpus.count))
    topOne = Double(best) / Double(max(1, corpus.count))
    self.images = corpus.count
    self.names = names.count
  }

  private static func features(
    _ count: Int, shard: Int, workers: Workers,
    _ encode: @escaping @Sendable (Tape, Range<Int>) -> Tensor
  ) -> Matrix {
    let parts = workers.map((count + shard - 1) / shard) { index -> Matrix in
      let tape = Tape(workspace: Workspace())
      return tape.normalized(encode(tape, index * shard..<min(count, (index + 1) * shard))).matrix
    }
    return Matrix(
      rows: count, columns: parts.first?.columns ?? 0, values: parts.flatMap { $0.values })
  }
}
