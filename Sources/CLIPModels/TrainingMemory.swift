/// How many floats a training step of a tower needs, as a function of its shape.
///
/// A step holds weights, gradients (one buffer a slot), the optimiser's moments, and what each shard
/// of the batch keeps between its way forward and its way back:
///
///     4 bytes x (weights + (slots + moments) x trained weights + sum over shards of `kept`)
///
/// With n sequences of T tokens, r = n T rows, width d, hidden width f and h heads, a block keeps two
/// norms, q, k, v, attention weights, mixed values, the sum after attention, both sides of the
/// activation and its result: 8 r d + 2 r f + n h T^2 + 4 r, which is 16 r d + n h T^2 where f = 4 d. The
/// last block, which only one token of each sequence leaves, keeps 3 r d + n (7 d + 2 f + h T).
///
/// Activations of 32 images: ViT-B/16 4.5 GB, L/14 16.2 GB. Buffers are rounded up to size classes, by at
/// most an eighth. Above `CoupledStep`'s budget blocks are computed twice, and each keeps its result
/// alone, r d; one block at a time is then whole, in each thread.
public struct TrainingMemory: Sendable, Equatable {
  /// The tower.
  public var tower: TowerConfiguration
  /// Tokens of a sequence.
  public var tokens: Int
  /// Floats of an item before the first block: pixels as they come and as patches; 0 for texts.
  public var inputs: Int
  /// Channels of the joint embedding.
  public var embedding: Int

  /// A tower on sequences of one length.
  public init(tower: TowerConfiguration, tokens: Int, inputs: Int, embedding: Int) {
    self.tower = tower
    self.tokens = tokens
    self.inputs = inputs
    self.embedding = embedding
  }

  /// The image tower of a model.
  public static func vision(_ shape: CLIPConfiguration) -> TrainingMemory {
    TrainingMemory(
      tower: shape.vision, tokens: shape.visionTokens,
      inputs: 6 * shape.imageSize * shape.imageSize, embedding: shape.embeddingSize)
  }

  /// The text tower of a model, for texts that share nothing.
  ///
  /// - Parameter tokens: of the longest text, start and end included.
  public static func text(_ shape: CLIPConfiguration, tokens: Int) -> TrainingMemory {
    TrainingMemory(
      tower: shape.text, tokens: tokens, inputs: 0, embedding: shape.embeddingSize)
  }

  /// Floats of a block that is kept whole.
  public func block(_ sequences: Int) -> Int {
    let rows = sequences * tokens
    return 8 * rows * tower.width + 2 * rows * tower.hiddenWidth
      + sequences * tower.heads * tokens * tokens + 4 * rows
  }

  /// Floats of the gradients in flight inside one block on the way back.
  public func gradients(_ sequences: Int) -> Int {
    let rows = sequences * tokens
    return rows * (7 * tower.width + tower.hiddenWidth) + sequences * tokens * tokens
  }

  /// Floats that a shard keeps: embedding, blocks, the last block, the projection.
  ///
  /// - Parameters:
  ///   - sequences: images or texts of the shard.
  ///   - recomputes: whether blocks are computed twice and keep their results alone.
  public func kept(_ sequences: Int, recomputes: Bool) -> Int {
    let (d, f) = (tower.width, tower.hiddenWidth)
    let rows = sequences * tokens
    let embedded = sequences * inputs + rows * (4 * d + 2)
    let last =
      3 * rows * d + sequences * (7 * d + 2 * f + tower.heads * tokens + 2 * embedding)
    return embedded + (tower.layers - 1) * (recomputes ? rows * d : block(sequences)) + last
  }

  /// The most floats that a step's activations take, for any number of items.
  ///
  /// - Parameters:
  ///   - count: the items of the batch.
  ///   - shardSize: items in a shard.
  ///   - threads: shards that are at work at once.
  ///   - recomputes: whether blocks are computed twice.
  public func activations(
    _ count: Int, shardSize: Int, threads: Int, recomputes: Bool
  ) -> Int {
    let shards = (count + shardSize - 1) / shardSize
    let whole = count / shardSize
    let rest = count % shardSize
    let size = min(count, shardSize)
    let all =
      whole * kept(shardSize, recomputes: recomputes)
      + (rest > 0 ? kept(rest, recomputes: recomputes) : 0)
    guard recomputes else { return all + shards * gradients(size) }
    // Gradients of the last block and of the embedding lie with the shard, the others in scratch; the
    // first shard is kept whole once, to see what it takes.
    let rows = size * tokens
    return all + shards * 6 * rows * tower.width + gradients(size)
      + min(threads, shards) * (block(size) + gradients(size))
      + (tower.layers - 1) * (block(size) - rows * tower.width)
  }
}

extension CLIPConfiguration {
  /// The number of weights of the image tower.
  public var visionWeights: Int {
    let width = vision.width
    return 3 * patchSize * patchSize * width + width + visionTokens * width + 4 * width
      + vision.weights + embeddingSize * width
  }

  /// The number of weights of the text tower.
  public var textWeights: Int {
    let width = text.width
    return (vocabularySize + contextLength) * width + 2 * width + text.weights
      + embeddingSize * width
  }
}

extension TowerConfiguration {
  /// The number of weights of all blocks.
  fileprivate var weights: Int {
    layers * (4 * width * width + 2 * width * hiddenWidth + 9 * width + hiddenWidth)
  }
}
