import Tensors

/// A place inside a block where a low-rank delta may sit.
public enum AdapterSite: String, Sendable, CaseIterable, Codable {
  case query = "q"
  case key = "k"
  case value = "v"
  case output = "o"
  /// The first layer of the MLP.
  case expand = "fc1"
  /// The second layer of the MLP.
  case contract = "fc2"
}

/// One pre-norm transformer block.
///
/// x += attention(norm1(x)); x += fc2(activation(fc1(norm2(x)))).
public final class TransformerBlock: @unchecked Sendable {
  let norm1: LayerNorm
  /// `[3 width, width]`: query, key and value rows, in this order.
  public let attentionInput: Linear
  public let attentionOutput: Linear
  let norm2: LayerNorm
  /// The first layer of the MLP, `[hidden, width]`.
  public let expand: Linear
  /// The second layer of the MLP, `[width, hidden]`.
  public let contract: Linear
  let heads: Int
  let activation: Activation
  /// Low-rank deltas that fine-tuning has put in; changed between steps only.
  public var adapters: [AdapterSite: LowRankAdapter] = [:]

  init(_ prefix: String, _ tower: TowerConfiguration, _ make: ParameterSource) throws {
    let width = tower.width
    heads = tower.heads
    activation = tower.activation
    norm1 = try LayerNorm("\(prefix).ln_1", width, tower.epsilon, make)
    attentionInput = Linear(
      weight: try make("\(prefix).attn.in_proj_weight", [3 * width, width]),
      bias: try make("\(prefix).attn.in_proj_bias", [3 * width]))
    attentionOutput = try Linear("\(prefix).attn.out_proj", [width, width], make)
    norm2 = try LayerNorm("\(prefix).ln_2", width, tower.epsilon, make)
    expand = try Linear("\(prefix).mlp.c_fc", [tower.hiddenWidth, width], make)
    contract = try Linear("\(prefix).mlp.c_proj", [width, tower.hiddenWidth], make)
  }

  var parameters: [Parameter] {
    norm1.parameters + attentionInput.parameters + attentionOutput.parameters + norm2.parameters
      + expand.parameters + contract.parameters
  }

  /// The weights of the deltas.
  public var adapterParameters: [Parameter] {
    AdapterSite.allCases.compactMap { adapters[$0] }.flatMap { [$0.a, $0.b] }
  }

  /// What the block makes of all tokens.
  ///
  /// - Parameters:
  ///   - x: `[layout.count, width]`.
  ///   - layout: where the sequences lie.
  ///   - causal: whether a token sees only itself and those before it.
  func callAsFunction(
    _ tape: Tape, _ x: Tensor, layout: TokenLayout, causal: Bool
  ) -> Tensor {
    let normed = norm1(tape, x)
    var qkv = tape.linear(normed, attentionInput.weight, attentionInput.bias)
    let width = attentionInput.weight.columns
    for (index, site) in [AdapterSite.query, .key, .value].enumerated() {
      qkv = adapted(tape, qkv, by: site, of: normed, layout: layout, column: index * width)
    }
    let mixed = tape.attention(qkv, layout: layout, heads: heads, causal: causal)
    return output(tape, mixed: mixed, residual: x, layout: layout)
  }

  /// What the block makes of one token of each sequence that sees all others: of the last one under
  /// a causal mask, of any one without.
  ///
  /// Keys and values are those of all tokens; queries, output and MLP those of the chosen ones only.
  /// So a tower's last block costs little more than a third of another one.
  ///
  /// - Parameters:
  ///   - x: `[layout.count, width]`.
  ///   - layout: where the sequences lie.
  ///   - rows: the row of each sequence's token.
  /// - Returns: `[sequences, width]`.
  func pooled(_ tape: Tape, _ x: Tensor, layout: TokenLayout, rows: [Int]) -> Tensor {
    let normed = norm1(tape, x)
    let width = attentionInput.weight.columns
    var keysAndValues = tape.linear(
      normed, attentionInput.weight, attentionInput.bias, outputs: width..<3 * width)
    for (index, site) in [AdapterSite.key, .value].enumerated() {
      keysAndValues = adapted(
        tape, keysAndValues, by: site, of: normed, layout: layout, column: index * width)
    }
    let one = TokenLayout(sequences: rows.count, length: 1)
    let chosen = tape.gather(normed, rows: rows)
    let queries = adapted(
      tape, tape.linear(chosen, attentionInput.weight, attentionInput.bias, outputs: 0..<width),
      by: .query, of: chosen, layout: one)
    let mixed = tape.attention(
      queries: queries, keysAndValues: keysAndValues, layout: layout, heads: heads)
    return output(tape, mixed: mixed, residual: tape.gather(x, rows: rows), layout: one)
  }

  /// The layers behind attention.
  private func output(
    _ tape: Tape, mixed: Tensor, residual x: Tensor, layout: TokenLayout
  ) -> Tensor {
    var attended = tape.linear(
      mixed, attentionOutput.weight, attentionOutput.bias, residual: x)
    attended = adapted(tape, attended, by: .output, of: mixed, layout: layout)
    let normedAgain = norm2(tape, attended)
    let inner = adapted(
      tape, tape.linear(normedAgain, expand.weight, expand.bias), by: .expand, of: normedAgain,
      layout: layout)
    let hidden = tape.activated(inner, by: activation)
    let result = tape.linear(hidden, contract.weight, contract.bias, residual: attended)
    return adapted(tape, result, by: .contract, of: hidden, layout: layout)
  }

  /// Whether a step on this tape draws masks for the block's tokens, other ones in each sequence.
  func drawsMasks(on tape: Tape) -> Bool {
    tape.draws != nil && adapters.values.contains { ($0.dropout?.rate ?? 0) > 0 }
  }

  /// y, the output of a linear map of x, with the site's delta where there is one.
  private func adapted(
    _ tape: Tape, _ y: Tensor, by site: AdapterSite, of x: Tensor, layout: TokenLayout,
    column: Int = 0
  ) -> Tensor {
    guard let adapter = adapters[site] else { return y }
    return tape.addLowRank(
      to: y, adapter.dropout?(tape, x, layout: layout) ?? x, a: adapter.a, b: adapter.b,
      scale: adapter.scale, column: column)
  }
}
