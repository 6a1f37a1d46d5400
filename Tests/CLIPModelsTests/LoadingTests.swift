import CLIPModels
import FileFormats
import FoundationEssentials
import Tensors
import TestSupport
import Testing

/// Model folders as others publish them, and broken ones.
@Suite("Model folders")
struct LoadingTests {
  @Test("sizes come from either configuration file", arguments: Naming.allCases)
  func configuration(naming: Naming) throws {
    // By hand from SHAPES in scripts/fixtures/clip.py.
    var quick = CLIPConfiguration(
      vision: TowerConfiguration(
        width: 32, hiddenWidth: 80, layers: 2, heads: 2, activation: .quickGELU),
      text: TowerConfiguration(
        width: 24, hiddenWidth: 48, layers: 3, heads: 2, activation: .quickGELU),
      imageSize: 16, patchSize: 4, vocabularySize: 120, contextLength: 12, embeddingSize: 16,
      pooling: .token(119))
    // open_clip pools at the largest id; so does Hugging Face where eos_token_id is 2.
    if naming == .openCLIP { quick.pooling = .largestToken }
    let plain = CLIPConfiguration(
      vision: TowerConfiguration(
        width: 30, hiddenWidth: 45, layers: 3, heads: 3, activation: .gelu),
      text: TowerConfiguration(
        width: 20, hiddenWidth: 50, layers: 2, heads: 4, activation: .gelu),
      imageSize: 15, patchSize: 5, vocabularySize: 90, contextLength: 10, embeddingSize: 11,
      pooling: .largestToken)
    let found = try references.map { try CLIPConfiguration(folder: $0.modelFolder(naming)) }
    #expect(found == [quick, plain])
  }

  @Test("both vocabularies give the same weights, bit for bit", arguments: references)
  func vocabularies(reference: ReferenceFolder) throws {
    let one = try reference.model(.huggingFace)
    let other = try reference.model(.openCLIP)
    #expect(one.parameters.map(\.name) == other.parameters.map(\.name))
    for (a, b) in zip(one.parameters, other.parameters) { #expect(a.values == b.values) }
    for parameter in one.parameters {
      #expect(parameter.values == (try reference.parameter("model", parameter.name)))
    }
  }

  @Test("a written folder reads back the same, weights and sizes", arguments: references)
  func roundTrip(reference: ReferenceFolder) throws {
    let model = try reference.model()
    try withTemporaryFolder { folder in
      try model.write(folder: folder)
      let again = try CLIPModel(folder: folder)
      #expect(again.configuration == model.configuration)
      for (a, b) in zip(model.parameters, again.parameters) { #expect(a.values == b.values) }
      let written = try SafetensorsFile("\(folder)/model.safetensors")
      #expect(written.names == (try reference.file("model").names))
    }
  }

  @Test(
    "half-precision weights are read, each within its type's rounding",
    arguments: [(SafetensorsWriter.FloatType.f16, Float(0x1p-11)), (.bf16, 0x1p-8)])
  func halfPrecision(type: SafetensorsWriter.FloatType, rounding: Float) throws {
    let model = try references[0].model()
    try withTemporaryFolder { folder in
      try model.write(folder: folder, as: type)
      let again = try CLIPModel(folder: folder)
      for (a, b) in zip(model.parameters, again.parameters) {
        let exact = zip(a.values, b.values).allSatisfy {
          // Below 2^-14 half precision has fewer digits: 2^-25 absolute.
          ($0 - $1).magnitude <= max(rounding * $0.magnitude, 0x1p-25)
        }
        #expect(exact, "\(a.name)")
      }
    }
  }

  @Test(
    "prefixes of other trainers are understood, and their left-over buffers ignored",
    arguments: ["text.", "module."])
  func prefixes(prefix: String) throws {
    let model = try references[0].model(.openCLIP)
    try withTemporaryFolder { folder in
      try copy("open_clip_config.json", of: references[0].modelFolder(.openCLIP), to: folder)
      var writer = try rewritten(references[0].modelFolder(.openCLIP)) { name in
        let isText = !name.hasPrefix("visual.") && name != "logit_scale"
        return prefix == "text." && !isText ? name : prefix + name
      }
      writer.add("\(prefix)attn_mask", shape: [1], floats: [0])
      try writer.write(to: "\(folder)/open_clip_model.safetensors")
      let again = try CLIPModel(folder: folder)
      for (a, b) in zip(model.parameters, again.parameters) { #expect(a.values == b.values) }
    }
  }

  @Test("a checkpoint in several files is read through its index")
  func shards() throws {
    let reference = references[1]
    try withTemporaryFolder { folder in
      try copy("config.json", of: reference.path, to: folder)
      let file = try reference.file("model")
      var shards = [SafetensorsWriter(), SafetensorsWriter()]
      var map: [String: String] = [:]
      for (index, name) in file.names.enumerated() {
        shards[index % 2].add(
          name, shape: file.shape(name) ?? [], floats: try file.floats(name))
        map[name] = "model-0000\(index % 2 + 1)-of-00002.safetensors"
      }
      for (index, shard) in shards.enumerated() {
        try shard.write(to: "\(folder)/model-0000\(index + 1)-of-00002.safetensors")
      }
      let index = try JSONEncoder().encode(["weight_map": map])
      try AtomicFile.write([UInt8](index), to: "\(folder)/model.safetensors.index.json")
      let again = try CLIPModel(folder: folder)
      for (a, b) in zip(try reference.model().parameters, again.parameters) {
        #expect(a.values == b.values)
      }
    }
  }

  /// What is changed in a good folder, and words the error must hold.
  static let faults: [(fault: Fault, words: [String])] = [
    (
      .without("vision_model.post_layernorm.bias"), ["vision_model.post_layernorm.bias", "missing"]
    ),
    (.extra("text_model.encoder.layers.7.mlp.fc1.bias"), ["text_model.encoder.layers.7.mlp.fc1"]),
    (.configuration("\"hidden_size\": 24", "\"hidden_size\": 20"), ["shape", "20", "24"]),
    (.configuration("\"num_hidden_layers\": 3", "\"num_hidden_layers\": 2"), ["layers"]),
    (
      .configuration("\"num_hidden_layers\": 3", "\"num_hidden_layers\": 4"),
      ["layers.3", "missing"]
    ),
    (.configuration("\"num_attention_heads\": 2", "\"num_attention_heads\": 5"), ["heads", "5"]),
    (.configuration("\"num_attention_heads\": 2", "\"num_attention_heads\": 0"), ["vision", "0"]),
    (.configuration("\"patch_size\": 4", "\"patch_size\": 3"), ["16", "3"]),
    (.configuration("\"quick_gelu\"", "\"relu\""), ["relu", "quick_gelu", "gelu"]),
    (.configuration("\"model_type\": \"clip\"", "\"model_type\": \"siglip\""), ["siglip", "clip"]),
    (.configuration("{", "["), ["config.json"]),
  ]

  @Test("a folder that does not fit is refused with the reason", arguments: faults.indices)
  func refused(index: Int) throws {
    let (fault, words) = LoadingTests.faults[index]
    let good = references[0].path
    try withTemporaryFolder { folder in
      try copy("config.json", of: good, to: folder)
      var writer = try rewritten(good) { fault == .without($0) ? nil : $0 }
      if case .extra(let name) = fault { writer.add(name, shape: [1], floats: [0]) }
      try writer.write(to: "\(folder)/model.safetensors")
      if case .configuration(let old, let new) = fault {
        let text = String(decoding: try FileBytes.read("\(folder)/config.json"), as: UTF8.self)
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        #expect(parts.count > 1, "config.json holds \(old)")
        try AtomicFile.write(parts.joined(separator: new), to: "\(folder)/config.json")
      }
      let error = #expect(throws: (any Error).self) { try CLIPModel(folder: folder) }
      let message = "\(error.map { "\($0)" } ?? "")"
      for word in words { #expect(message.contains(word), "\(message)") }
    }
  }

  @Test(
    "open_clip's switches that this model does not follow are refused",
    arguments: [
      ("\"layers\": 2", "\"layers\": 2, \"pool_type\": \"avg\"", "pool_type"),
      ("\"heads\": 2", "\"heads\": 2, \"pool_type\": \"last\"", "text_cfg.pool_type"),
      ("\"heads\": 2", "\"heads\": 2, \"no_causal_mask\": true", "no_causal_mask"),
      ("\"head_width\": 16", "\"head_width\": 0", "head_width"),
      ("\"mlp_ratio\": 2.5", "\"mlp_ratio\": 1e300", "MLP"),
      ("\"patch_size\": 4", "\"patch_size\": 0", "0"),
    ])
  func refusedSwitch(old: String, new: String, word: String) throws {
    let good = references[0].modelFolder(.openCLIP)
    try withTemporaryFolder { folder in
      try copy("open_clip_model.safetensors", of: good, to: folder)
      let text = String(
        decoding: try FileBytes.read("\(good)/open_clip_config.json"), as: UTF8.self)
      let changed = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      #expect(changed.count == 2, "open_clip_config.json holds \(old)")
      try AtomicFile.write(
        changed.joined(separator: new), to: "\(folder)/open_clip_config.json")
      let error = #expect(throws: ModelError.self) { try CLIPModel(folder: folder) }
      #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
    }
  }

  @Test("folders without a configuration, without weights, or with a pickle say what to do")
  func incomplete() throws {
    try withTemporaryFolder { folder in
      var error = #expect(throws: ModelError.self) { try CLIPModel(folder: folder) }
      #expect(error?.description.contains("config.json") == true)
      try copy("config.json", of: references[0].path, to: folder)
      error = #expect(throws: ModelError.self) { try CLIPModel(folder: folder) }
      #expect(error?.description.contains("model.safetensors") == true)
      try AtomicFile.write("", to: "\(folder)/pytorch_model.bin")
      error = #expect(throws: ModelError.self) { try CLIPModel(folder: folder) }
      #expect(error?.description.contains("pickle") == true)
      #expect(error?.description.contains("save_file") == true)
    }
  }
}

/// One thing wrong with a model folder.
enum Fault: Equatable, Sendable {
  case without(String)
  case extra(String)
  /// A replacement in config.json.
  case configuration(String, String)
}

private func copy(_ name: String, of folder: String, to other: String) throws {
  try AtomicFile.write(try FileBytes.read("\(folder)/\(name)"), to: "\(other)/\(name)")
}

/// A folder's weights under other names; none drops the tensor.
private func rewritten(
  _ folder: String, _ rename: (String) -> String?
) throws -> SafetensorsWriter {
  let openCLIP = folder.hasSuffix("open_clip")
  let file = try SafetensorsFile(
    "\(folder)/\(openCLIP ? "open_clip_model" : "model").safetensors")
  var writer = SafetensorsWriter(metadata: ["format": "pt"])
  for name in file.names {
    guard let renamed = rename(name) else { continue }
    writer.add(renamed, shape: file.shape(name) ?? [], floats: try file.floats(name))
  }
  return writer
}
