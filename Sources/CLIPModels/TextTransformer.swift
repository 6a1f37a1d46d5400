import Tensors

/// The text tower: token embeddings, causal pre-norm blocks, projection of the end token.
public final class TextTransformer: Sendable {
  /// `[vocabulary, width]`.
  public let tokenEmbedding: Parameter
  let positions: Parameter
  /// The blocks, first to last.
  public let blocks: [TransformerBlock]
  let normAfter: LayerNorm
  let projection: Parameter
  private let pooling: TextPooling
  /// The longest text in tokens.
  public let contextLength: Int
  /// Channels of the residual stream.
  public var width: Int { tokenEmbedding.columns }

  init(_ configuration: CLIPConfiguration, _ make: ParameterSource) throws {
    let tower = configuration.text
    pooling = configuration.pooling
    contextLength = configuration.contextLength
    tokenEmbedding = try make(
      "token_embedding.weight", [configuration.vocabularySize, tower.width])
    positions = try make("positional_embedding", [configuration.contextLength, tower.width])
    blocks = try (0..<tower.layers).map {
      try TransformerBlock("transformer.resblocks.\($0)", tower, make)
    }
    normAfter = try LayerNorm("ln_final", tower.width, tower.epsilon, make)
    projection = try make("text_projection", [configuration.embeddingSize, tower.width])
  }

  /// All weights of the tower, in the order of its layers.
  public var parameters: [Parameter] {
    [tokenEmbedding, positions] + blocks.flatMap { $0.parameters } + normAfter.parameters
      + [projection]
  }

  /// The position of the token whose features stand for the text.
  public func endPosition(_ tokens: [Int]) -> Int {
    switch pooling {
    case .largestToken:
      return tokens.firstIndex(of: tokens.max() ?? 0) ?? 0
    case .token(let end):
      // Hugging Face's arg-max over an all-false comparison gives 0 as well.
      return tokens.firstIndex(of: end) ?? 0
    }
  }

  /// Text features after the projection, not normalised.
  ///
  /// - Parameter tokens: token ids of each text, start and end tokens included.
  /// - Returns: `[texts, embedding]`.
  public func callAsFunction(_ tape: Tape, tokens: [[Int]]) -> Tensor {
    self(
      tape, sources: [tape.tensor(tokenEmbedding)],
      texts: tokens.map { text in
        text.prefix(endPosition(text) + 1).map { RowReference(source: 0, row: $0) }
      })
  }

  /// Text features of token embeddings from several sources: the entry for learnt prompts.
  ///
  /// The mask is causal, so tokens behind a text's end token cannot reach it: texts end with it. For
  /// the same reason the tokens that texts have in common at their beginning are the same in all
  /// layers, and go through them once. Behind the last layer only end tokens are read, so it is
  /// computed for these alone. None of it changes a feature beyond rounding.
  ///
  /// - Parameters:
  ///   - sources: token embeddings before the positional one, `[rows, width]` each.
  ///   - texts: the tokens of each text as rows of the sources, the end token last.
  ///   - deep: learnt tokens of the second layer, of the third, and so on, which replace those behind
  ///     the start token (Khattak et al., MaPLe, CVPR 2023, arXiv:2210.03117, section 3.2).
  /// - Returns: `[texts, embedding]`.
  public func callAsFunction(
    _ tape: Tape, sources: [Tensor], texts: [[RowReference]], deep: [LearntTokens] = []
  ) -> Tensor {
    let length = texts.map(\.count).max() ?? 0
    require(length <= contextLength, "a text of \(length) tokens, the model takes \(contextLength)")
    let sharing = !blocks.contains { $0.drawsMasks(on: tape) }
    let (tokens, layout) = TokenLayout.packing(texts, sharing: sharing)
    var x = tape.addPositions(
      tape.gather(sources, tokens), positions, positions: layout.positions)
    func input(_ layer: Int) -> Tensor {
      guard layer > 0, layer <= deep.count else { return x }
      return tape.replacing(from: 1, of: x, layout: layout, by: deep[layer - 1])
    }
    for layer in blocks.indices.dropLast() {
      x = blocks[layer].recomputed(tape, input(layer), layout: layout, causal: true)
    }
    let ends = layout.lastRows
    let pooled =
      blocks.indices.last.map { layer in
        blocks[layer].pooled(tape, input(layer), layout: layout, rows: ends)
      } ?? tape.gather(x, rows: ends)
    return tape.linear(normAfter(tape, pooled), projection)
  }
}
