import Tensors

/// The image tower: patches, class token, pre-norm blocks, projection of the class token.
public final class VisionTransformer: Sendable {
  let patchEmbedding: Parameter
  let classEmbedding: Parameter
  let positions: Parameter
  let normBefore: LayerNorm
  /// The blocks, first to last.
  public let blocks: [TransformerBlock]
  let normAfter: LayerNorm
  let projection: Parameter
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
    var x = tape.gather([tape.tensor(row: classEmbedding), patches], rows)
    x = tape.addPositions(
      x, positions, positions: keeping == nil ? [Int](0..<length) : tokenPositions)
    x = normBefore(tape, x)
    for block in blocks { x = block(tape, x, length: length, causal: false) }
    let pooled = tape.gather(x, rows: (0..<images).map { $0 * length })
    return tape.linear(normAfter(tape, pooled), projection)
  }
}
