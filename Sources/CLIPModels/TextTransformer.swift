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
  /// The mask is causal, so tokens after the end token cannot reach it: each text is cut there and
  /// the batch is as long as its longest text, which changes no feature.
  ///
  /// - Parameter tokens: token ids of each text, start and end tokens included.
  /// - Returns: `[texts, embedding]`.
  public func callAsFunction(_ tape: Tape, tokens: [[Int]]) -> Tensor {
    let ends = tokens.map(endPosition)
    let length = (ends.max() ?? 0) + 1
    require(length <= contextLength, "a text of \(length) tokens, the model takes \(contextLength)")
    var ids: [Int] = []
    ids.reserveCapacity(tokens.count * length)
    for text in tokens {
      for t in 0..<length { ids.append(t < text.count ? text[t] : text[text.count - 1]) }
    }
    let embedded = tape.gather(tape.tensor(tokenEmbedding), rows: ids)
    return self(tape, embedded: embedded, length: length, ends: ends)
  }

  /// Text features of token embeddings: the entry for learnt prompts.
  ///
  /// - Parameters:
  ///   - embedded: `[texts * length, width]`, before the positional embedding.
  ///   - length: tokens of each text.
  ///   - ends: the position of each text's end token.
  ///   - deep: learnt tokens of the second layer, of the third, and so on, which replace those behind
  ///     the start token (Khattak et al., MaPLe, CVPR 2023, arXiv:2210.03117, section 3.2).
  /// - Returns: `[texts, embedding]`.
  public func callAsFunction(
    _ tape: Tape, embedded: Tensor, length: Int, ends: [Int], deep: [LearntTokens] = []
  ) -> Tensor {
    require(length <= contextLength, "a text of \(length) tokens, the model takes \(contextLength)")
    var x = tape.addPositions(embedded, positions, positions: [Int](0..<length))
    for (layer, block) in blocks.enumerated() {
      if layer > 0, layer <= deep.count {
        x = tape.replacing(from: 1, of: x, length: length, by: deep[layer - 1])
      }
      x = block(tape, x, length: length, causal: true)
    }
    let pooled = tape.gather(x, rows: ends.indices.map { $0 * length + ends[$0] })
    return tape.linear(normAfter(tape, pooled), projection)
  }
}
