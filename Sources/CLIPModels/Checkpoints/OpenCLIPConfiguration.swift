import Tensors

/// open_clip's `open_clip_config.json`.
///
/// Its architectures have switches that leave no trace in the weights (pooling, masks, another
/// epsilon); a value that this model does not follow is refused, for ignoring it would give wrong
/// features without a word.
struct OpenCLIPConfiguration: Decodable {
  struct Vision: Decodable {
    let image_size: Int
    let layers: Int
    let width: Int
    let patch_size: Int
    let head_width: Int?
    let mlp_ratio: Double?
    let pool_type: String?
    let final_ln_after_pool: Bool?
    let attentional_pool: Bool?
    let norm_kwargs: Normalization?
    let act_kwargs: Approximation?
  }
  struct Text: Decodable {
    let context_length: Int?
    let vocab_size: Int?
    let width: Int
    let heads: Int
    let layers: Int
    let mlp_ratio: Double?
    let pool_type: String?
    let final_ln_after_pool: Bool?
    let no_causal_mask: Bool?
    let norm_kwargs: Normalization?
    let act_kwargs: Approximation?
  }
  struct Normalization: Decodable {
    let eps: Double?
  }
  struct Approximation: Decodable {
    let approximate: String?
  }
  struct Model: Decodable {
    let embed_dim: Int
    let quick_gelu: Bool?
    let vision_cfg: Vision
    let text_cfg: Text
  }
  let model_cfg: Model

  func resolved() throws -> CLIPConfiguration {
    let vision = model_cfg.vision_cfg
    let text = model_cfg.text_cfg
    try require("vision_cfg.pool_type", vision.pool_type, "tok")
    try require("vision_cfg.final_ln_after_pool", vision.final_ln_after_pool, false)
    try require("vision_cfg.attentional_pool", vision.attentional_pool, false)
    try require("vision_cfg.act_kwargs.approximate", vision.act_kwargs?.approximate, "none")
    try require("text_cfg.pool_type", text.pool_type, "argmax")
    try require("text_cfg.final_ln_after_pool", text.final_ln_after_pool, false)
    try require("text_cfg.no_causal_mask", text.no_causal_mask, false)
    try require("text_cfg.act_kwargs.approximate", text.act_kwargs?.approximate, "none")
    let activation: Activation = model_cfg.quick_gelu == true ? .quickGELU : .gelu
    let headWidth = vision.head_width ?? 64
    guard headWidth > 0 else { throw ModelError("vision_cfg.head_width is \(headWidth)") }
    return CLIPConfiguration(
      vision: TowerConfiguration(
        width: vision.width,
        hiddenWidth: try hiddenWidth("vision_cfg", vision.width, vision.mlp_ratio),
        layers: vision.layers, heads: vision.width / headWidth, activation: activation,
        epsilon: Float(vision.norm_kwargs?.eps ?? 1e-5)),
      text: TowerConfiguration(
        width: text.width, hiddenWidth: try hiddenWidth("text_cfg", text.width, text.mlp_ratio),
        layers: text.layers, heads: text.heads, activation: activation,
        epsilon: Float(text.norm_kwargs?.eps ?? 1e-5)),
      imageSize: vision.image_size, patchSize: vision.patch_size,
      vocabularySize: text.vocab_size ?? 49_408, contextLength: text.context_length ?? 77,
      embeddingSize: model_cfg.embed_dim, pooling: .largestToken)
  }

  private func require<Value: Equatable>(_ key: String, _ value: Value?, _ known: Value) throws {
    guard let value, value != known else { return }
    throw ModelError("\(key) is \(value), only \(known) is supported")
  }

  private func hiddenWidth(_ key: String, _ width: Int, _ ratio: Double?) throws -> Int {
    let hidden = Double(width) * (ratio ?? 4)
    guard hidden >= 1, hidden <= 0x1p20 else {
      throw ModelError("\(key) asks for an MLP of \(hidden) channels")
    }
    return Int(hidden)
  }
}
