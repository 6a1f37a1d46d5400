import Tensors

/// The image tower: patches, class token, pre-norm blocks, projection of the class token.
public final class VisionTransformer: @unchecked Sendable {
  let patchEmbedding: Parameter
  let classEmbedding: Parameter
  let positions: Parameter
  let normBefore: LayerNorm
  /// The blocks, first to last.
  public let blocks: [TransformerBlock]
  let normAfter: LayerNorm
  let projection: Parameter
  /// Learnt tokens of the first layer, of the second, and so on, as many in each; none by default.
  ///
  /// The first ones stand behind the patches, without positions, before the first norm. Those of a
  /// later layer replace what the layer before made of its own; layers without any go on with it.
  /// Fine-tuning puts them in; changed between steps only.
  ///
  /// Source: Jia et al., "Visual prompt tuning", ECCV 2022, arXiv:2203.12119, section 3.2; places as
  /// in muzairkhattak/multimodal-prompt-learning, which brought it to CLIP.
  public var prompts: [LearntTokens] = []
  private let imageSize: Int
  private let patchSize: Int
  private let grid: Int

  init(_ configuration: CLIPConfiguration, _ make: ParameterSource) throws {
    let tower = configuration.vision
    imageSize = configuration.imageSize
    patchSize = configuration.patchSize
    grid = configuration.grid
    patchEmbedding = try make(
      "visual.conv1.weight", [tower.width, 3, patchSize, patchSize])
    classEmbedding = try make("visual.class_embedding", [tower.width])
    positions = try make(
      "visual.positional_embedding", [configuration.visionTokens, tower.width])
    normBefore = try LayerNorm("visual.ln_pre", tower.width, tower.epsilon, make)
    blocks = try (0..<tower.layers).map {
      try TransformerBlock("visual.transformer.resblocks.\($0)", tower, make)
    }
    normAfter = try LayerNorm("visual.ln_post", tower.width, tower.epsilon, make)
    projection = try make("visual.proj", [configuration.embeddingSize, tower.width])
  }

  /// All weights of the tower, in the order of its layers.
  public var parameters: [Parameter] {
    [patchEmbedding, classEmbedding, positions] + normBefore.parameters
      + blocks.flatMap { $0.parameters } + normAfter.parameters + [projection]
  }

  /// Image features after the projection, not normalised.
  ///
  /// - Parameters:
  ///   - pixels: `[images, 3 * side * side]`, normalised, channel-major.
  ///   - keeping: patches to look at for each image, as indices 0 ..< grid^2; all by default.
  ///     Training on a random part is FLIP's saving (Li et al., arXiv:2212.00794).
  /// - Returns: `[images, embedding]`.
  public func callAsFunction(
    _ tape: Tape, pixels: Tensor, keeping: [[Int]]? = nil
  ) -> Tensor {
    var (x, layout) = embedded(tape, pixels, keeping: keeping)
    for layer in blocks.indices.dropLast() { x = output(tape, x, of: layer, layout: layout) }
    let rows = layout.firstRows
    let pooled =
      blocks.indices.last.map { layer in
        blocks[layer].pooled(
          tape, input(tape, x, of: layer, layout: layout), layout: layout, rows: rows)
      } ?? tape.gather(x, rows: rows)
    return tape.linear(normAfter(tape, pooled), projection)
  }

  /// Features of every patch in the joint embedding, not normalised: local features.
  ///
  /// The last block sees each patch alone, a sequence of one token, so its attention hands the
  /// token's value on: v = W_o (W_v norm1(x) + b_v) + b_o + x, then v + mlp(norm2(v)). The result goes
  /// through the last norm and the projection as the class token does, and so is comparable with
  /// texts. What adapts the block (LoRA) applies here too; learnt tokens act through the blocks before.
  ///
  /// Source: Zhou, Loy, Dai, "Extract free dense labels from CLIP", ECCV 2022, section 3.2; with the
  /// residual and the MLP as in Miyai, Yu, Irie, Aizawa, "GL-MCM", IJCV 2025, and its official code
  /// AtsuMiyai/GL-MCM.
  ///
  /// - Parameter pixels: `[images, 3 * side * side]`, normalised, channel-major.
  /// - Returns: `[images * grid^2, embedding]`, image by image, patches row by row.
  public func localFeatures(_ tape: Tape, pixels: Tensor) -> Tensor {
    var (x, layout) = embedded(tape, pixels, keeping: nil)
    for layer in blocks.indices.dropLast() { x = output(tape, x, of: layer, layout: layout) }
    x = tape.gather(
      x, rows: layout.positions.indices.filter { 1...grid * grid ~= layout.positions[$0] })
    if let last = blocks.last {
      let alone = TokenLayout(sequences: x.rows, length: 1)
      x = last(tape, x, layout: alone, causal: false)
    }
    return tape.linear(normAfter(tape, x), projection)
  }

  /// What a layer makes of the tokens of all images, its own learnt ones among them.
  private func output(
    _ tape: Tape, _ x: Tensor, of layer: Int, layout: TokenLayout
  ) -> Tensor {
    blocks[layer].recomputed(
      tape, input(tape, x, of: layer, layout: layout), layout: layout, causal: false)
  }

  /// The tokens that a layer sees: its own learnt ones in place of those of the layer before.
  private func input(_ tape: Tape, _ x: Tensor, of layer: Int, layout: TokenLayout) -> Tensor {
    guard layer > 0, layer < prompts.count, let length = layout.lengths.first else { return x }
    let tokens = prompts[layer]
    return tape.replacing(from: length - tokens.count, of: x, layout: layout, by: tokens)
  }

  /// The tokens of all images before the first block, and where they lie.
  func embedded(
    _ tape: Tape, _ pixels: Tensor, keeping: [[Int]]?
  ) -> (tokens: Tensor, layout: TokenLayout) {
    let images = pixels.rows
    let patches = tape.linear(
      tape.patches(pixels, channels: 3, side: imageSize, patch: patchSize), patchEmbedding)
    let all = [Int](0..<grid * grid)
    let length = (keeping?.first?.count ?? all.count) + 1
    var rows: [RowReference] = []
    var tokenPositions: [Int] = []
    rows.reserveCapacity(images * length)
    for n in 0..<images {
      rows.append(RowReference(source: 0, row: 0))
      tokenPositions.append(0)
      for patch in keeping?[n] ?? all {
        rows.append(RowReference(source: 1, row: n * grid * grid + patch))
        tokenPositions.append(patch + 1)
      }
    }
    let x = tape.addPositions(
      tape.gather([tape.tensor(row: classEmbedding), patches], rows), positions,
      positions: keeping == nil ? [Int](0..<length) : tokenPositions)
    guard let tokens = prompts.first else {
      return (normBefore(tape, x), TokenLayout(sequences: images, length: length))
    }
    let longer = tape.appending(tokens, to: x, length: length)
    return (
      normBefore(tape, longer), TokenLayout(sequences: images, length: length + tokens.count)
    )
  }
}
