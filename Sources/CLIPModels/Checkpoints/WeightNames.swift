/// How one weight of ours is stored in a checkpoint.
enum StoredForm: Equatable {
  /// Under this name, as it is.
  case same(String)
  /// Under this name, as the transpose of our matrix.
  case transposed(String)
  /// In several tensors, one below the other: separate q, k and v projections.
  case stacked([String])

  var names: [String] {
    switch self {
    case .same(let name), .transposed(let name): [name]
    case .stacked(let names): names
    }
  }
}

/// The key vocabularies of published checkpoints.
///
/// Our own names are OpenAI's. Published names are for ever, the typo `pre_layrnorm` included.
public enum WeightNames: Sendable {
  /// Hugging Face `CLIPModel`.
  case huggingFace
  /// OpenAI's and open_clip's, with an optional prefix before the text tower's keys
  /// (`text.` in open_clip's CustomTextCLIP).
  case openAI(textPrefix: String)

  /// Finds the vocabulary from the names in a file.
  static func detect(_ names: Set<String>) -> WeightNames? {
    if names.contains("vision_model.embeddings.class_embedding") { return .huggingFace }
    guard names.contains("visual.class_embedding") else { return nil }
    return .openAI(textPrefix: names.contains("text.token_embedding.weight") ? "text." : "")
  }

  /// Where our weight of this name is stored.
  func form(of name: String) -> StoredForm {
    switch self {
    case .openAI(let prefix):
      if name == "visual.proj" { return .transposed(name) }
      if name == "logit_scale" || name.hasPrefix("visual.") { return .same(name) }
      return name == "text_projection" ? .transposed(prefix + name) : .same(prefix + name)
    case .huggingFace:
      return WeightNames.huggingFaceForm(of: name)
    }
  }

  private static func huggingFaceForm(of name: String) -> StoredForm {
    if let whole = huggingFaceWhole[name] { return .same(whole) }
    // [visual.]transformer.resblocks.N.<part>
    let isVision = name.hasPrefix("visual.")
    let parts = (isVision ? name.dropFirst(7) : name[...]).split(
      separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "transformer", let part = huggingFaceParts[String(parts[3])]
    else { fatalError("no Hugging Face name for \(name)") }
    let block = "\(isVision ? "vision" : "text")_model.encoder.layers.\(parts[2])."
    return part.count == 1 ? .same(block + part[0]) : .stacked(part.map { block + $0 })
  }

  private static let huggingFaceWhole = [
    "visual.conv1.weight": "vision_model.embeddings.patch_embedding.weight",
    "visual.class_embedding": "vision_model.embeddings.class_embedding",
    "visual.positional_embedding": "vision_model.embeddings.position_embedding.weight",
    "visual.ln_pre.weight": "vision_model.pre_layrnorm.weight",
    "visual.ln_pre.bias": "vision_model.pre_layrnorm.bias",
    "visual.ln_post.weight": "vision_model.post_layernorm.weight",
    "visual.ln_post.bias": "vision_model.post_layernorm.bias",
    "visual.proj": "visual_projection.weight",
    "token_embedding.weight": "text_model.embeddings.token_embedding.weight",
    "positional_embedding": "text_model.embeddings.position_embedding.weight",
    "ln_final.weight": "text_model.final_layer_norm.weight",
    "ln_final.bias": "text_model.final_layer_norm.bias",
    "text_projection": "text_projection.weight",
    "logit_scale": "logit_scale",
  ]

  private static let huggingFaceParts = [
    "ln_1.weight": ["layer_norm1.weight"],
    "ln_1.bias": ["layer_norm1.bias"],
    "ln_2.weight": ["layer_norm2.weight"],
    "ln_2.bias": ["layer_norm2.bias"],
    "attn.in_proj_weight": [
      "self_attn.q_proj.weight", "self_attn.k_proj.weight", "self_attn.v_proj.weight",
    ],
    "attn.in_proj_bias": [
      "self_attn.q_proj.bias", "self_attn.k_proj.bias", "self_attn.v_proj.bias",
    ],
    "attn.out_proj.weight": ["self_attn.out_proj.weight"],
    "attn.out_proj.bias": ["self_attn.out_proj.bias"],
    "mlp.c_fc.weight": ["mlp.fc1.weight"],
    "mlp.c_fc.bias": ["mlp.fc1.bias"],
    "mlp.c_proj.weight": ["mlp.fc2.weight"],
    "mlp.c_proj.bias": ["mlp.fc2.bias"],
  ]

  /// Buffers that checkpoints carry and the model does not need.
  static func isIgnorable(_ name: String) -> Bool {
    name.hasSuffix("position_ids") || name.hasSuffix("attn_mask")
      || ["input_resolution", "context_length", "vocab_size"].contains(name)
  }
}
