import FileFormats

/// A folder of reference tensors that `scripts/fixtures/clip.py` made.
public struct ReferenceFolder: Sendable, CustomStringConvertible {
  /// The folder's path.
  public let path: String

  /// Creates the folder at a path.
  public init(_ path: String) { self.path = path }

  /// The last part of the path.
  public var description: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// One of the folder's safetensors files, by its name without the extension.
  public func file(_ name: String) throws -> SafetensorsFile {
    try SafetensorsFile("\(path)/\(name).safetensors")
  }

  /// A tensor's elements.
  public func floats(_ file: String, _ tensor: String) throws -> [Float] {
    try self.file(file).floats(tensor)
  }

  /// An integer matrix's rows.
  public func rows(_ file: String, _ tensor: String) throws -> [[Int]] {
    let file = try self.file(file)
    let values = try file.integers(tensor).map(Int.init)
    let columns = file.shape(tensor)?.last ?? 1
    return stride(from: 0, to: values.count, by: columns).map {
      [Int](values[$0..<$0 + columns])
    }
  }

  /// An integer vector's elements.
  public func integers(_ file: String, _ tensor: String) throws -> [Int] {
    try self.file(file).integers(tensor).map(Int.init)
  }

  /// A value for one of our parameters from a file under Hugging Face's names.
  ///
  /// Our parameters carry OpenAI's names and join query, key and value; both projections are kept
  /// as `[out, in]`, as Hugging Face has them.
  public func parameter(_ file: String, _ name: String) throws -> [Float] {
    let file = try self.file(file)
    return try huggingFaceNames(name).flatMap { try file.floats($0) }
  }
}

/// Hugging Face's names of one of our parameters: one, or query, key and value.
///
/// Written apart from the library's own table so that a mistake in either shows.
public func huggingFaceNames(_ name: String) -> [String] {
  let whole = [
    "logit_scale": "logit_scale",
    "visual.proj": "visual_projection.weight",
    "text_projection": "text_projection.weight",
    "visual.conv1.weight": "vision_model.embeddings.patch_embedding.weight",
    "visual.class_embedding": "vision_model.embeddings.class_embedding",
    "visual.positional_embedding": "vision_model.embeddings.position_embedding.weight",
    "token_embedding.weight": "text_model.embeddings.token_embedding.weight",
    "positional_embedding": "text_model.embeddings.position_embedding.weight",
  ]
  if let found = whole[name] { return [found] }
  var parts = name.split(separator: ".").map(String.init)
  let tower = parts.first == "visual" ? "vision_model" : "text_model"
  if parts.first == "visual" { parts.removeFirst() }
  let kind = parts.last ?? ""
  if parts.count == 2 {
    let norms = [
      "ln_pre": "pre_layrnorm", "ln_post": "post_layernorm", "ln_final": "final_layer_norm",
    ]
    return ["\(tower).\(norms[parts[0]] ?? parts[0]).\(kind)"]
  }
  let layer = "\(tower).encoder.layers.\(parts[2])"
  if kind == "in_proj_weight" || kind == "in_proj_bias" {
    let tensor = kind == "in_proj_weight" ? "weight" : "bias"
    return ["q", "k", "v"].map { "\(layer).self_attn.\($0)_proj.\(tensor)" }
  }
  let inner = [
    "ln_1": "layer_norm1", "ln_2": "layer_norm2", "out_proj": "self_attn.out_proj",
    "c_fc": "mlp.fc1", "c_proj": "mlp.fc2",
  ]
  let module = parts[parts.count - 2]
  return ["\(layer).\(inner[module] ?? module).\(kind)"]
}
