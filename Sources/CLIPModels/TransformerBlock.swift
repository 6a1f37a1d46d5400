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

  func callAsFunction(_ tape: Tape, _ x: Tensor, length: Int, causal: Bool) -> Tensor {
    let normed = norm1(tape, x)
    var qkv = tape.linear(normed, attentionInput.weight, attentionInput.bias)
    let width = attentionInput.weight.columns
    for (index, site) in [AdapterSite.query, .key, .value].enumerated() {
      qkv = adapted(tape, qkv, by: site, of: normed, length: length, column: index * width)
    }
    let mixed = tape.attention(qkv, length: length, heads: heads, causal: causal)
    var attended = tape.linear(
      mixed, attentionOutput.weight, attentionOutput.bias, residual: x)
    attended = adapted(tape, attended, by: .output, of: mixed, length: length)
    let normedAgain = norm2(tape, attended)
    let inner = adapted(
      tape, tape.linear(normedAgain, expand.weight, expand.bias), by: .expand, of: normedAgain,
      length: length)
    let hidden = tape.activated(inner, by: activation)
    let result = tape.linear(hidden, contract.weight, contract.bias, residual: attended)
    return adapted(tape, result, by: .contract, of: hidden, length: length)
  }

  /// y, the output of a linear map of x, with the site's delta where there is one.
  private func adapted(
    _ tape: Tape, _ y: Tensor, by site: AdapterSite, of x: Tensor, length: Int, column: Int = 0
  ) -> Tensor {
    guard let adapter = adapters[site] else { return y }
    return tape.addLowRank(
      to: y, adapter.dropout?(tape, x, length: length) ?? x, a: adapter.a, b: adapter.b,
      scale: adapter.scale, column: column)
  }
}
