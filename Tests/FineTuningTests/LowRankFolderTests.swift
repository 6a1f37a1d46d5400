import CLIPModels
import FileFormats
import FineTuning
import FoundationEssentials
import RandomStreams
import Tensors
import TestSupport
import Testing

/// Low-rank deltas exchanged with peft 0.21.2; `scripts/fixtures/low_rank_folders.py` made peft's
/// folders, and checks in peft the ones that are written here.
@Suite("Folders of low-rank deltas")
struct LowRankFolderTests {
  private static let reference = ReferenceMethod("clip_gelu")
  private static let folders = fixture("low_rank")

  /// peft's folders: MLP sites of one layer with patterns, and one tower rank-stabilised.
  @Test("of peft give peft's features, attached and merged", arguments: ["mlp", "tower"])
  func reading(name: String) throws {
    let model = try LowRankFolderTests.reference.model()
    let before = try features(model)
    try LowRankFolder.read("\(LowRankFolderTests.folders)/\(name)", into: model)
    let expected = ReferenceFolder(LowRankFolderTests.folders)
    func expectEqual(_ found: [String: [Float]]) throws {
      for (key, values) in found {
        let error = relativeError(values, try expected.floats("\(name).outputs", key))
        #expect(error < 1e-5, "\(name) \(key)")
      }
    }
    let attached = try features(model)
    try expectEqual(attached)
    #expect(attached["image_features"] != before["image_features"])
    let merged = model.mergeAdapters()
    #expect(model.adapterPlaces.allSatisfy { model[$0] == nil })
    try expectEqual(try features(model))
    merged.unmerge()
    // Bit for bit, for the weights were kept.
    #expect(try features(model) == attached)
    model.detachAdapters()
    #expect(try features(model) == before)
  }

  /// What we write: every block's sites by the ends of their names, and single modules by name.
  @Test("of ours are these bytes, which peft reads", arguments: ["ours", "ours-some"])
  func writing(name: String) throws {
    let model = try adapted(name)
    let committed = "\(LowRankFolderTests.folders)/\(name)"
    // To make them anew after a change of the format, then run the script's check.
    if ProcessInfo.processInfo.environment["OOD_WRITE_FIXTURES"] != nil {
      try FileManager.default.createDirectory(
        atPath: committed, withIntermediateDirectories: true)
      try LowRankFolder.write(model, to: committed, base: nil)
      var writer = SafetensorsWriter()
      for (key, values) in try features(model) {
        writer.add(key, shape: [values.count / 11, 11], floats: values)
      }
      try writer.write(to: "\(committed).outputs.safetensors")
    }
    try withTemporaryFolder { folder in
      try LowRankFolder.write(model, to: folder, base: nil)
      for file in ["adapter_config.json", "adapter_model.safetensors"] {
        #expect(try FileBytes.read("\(folder)/\(file)") == FileBytes.read("\(committed)/\(file)"))
      }
    }
    let expected = ReferenceFolder(LowRankFolderTests.folders)
    for (key, values) in try features(model) {
      #expect(relativeError(values, try expected.floats("\(name).outputs", key)) < 1e-6)
    }
    let other = try LowRankFolderTests.reference.model()
    try LowRankFolder.read(committed, into: other)
    #expect(try features(other) == features(model))
  }

  @Test(
    "that this program cannot follow are refused with what is wrong",
    arguments: [
      ("\"use_dora\": false", "\"use_dora\": true", "use_dora"),
      ("\"LORA\"", "\"IA3\"", "peft_type"), ("\"bias\": \"none\"", "\"bias\": \"all\"", "bias"),
      ("\"init_lora_weights\": true", "\"init_lora_weights\": \"pissa\"", "init_lora_weights"),
      ("\"r\": 3", "\"r\": 2", "is [3, 30], expected [2, 30]"),
    ])
  func refusal(setting: String, changed: String, word: String) throws {
    let source = "\(LowRankFolderTests.folders)/tower"
    try withTemporaryFolder { folder in
      let text = String(
        decoding: try FileBytes.read("\(source)/adapter_config.json"), as: UTF8.self)
      #expect(text.contains(setting))
      try AtomicFile.write(
        text.split(separator: setting, omittingEmptySubsequences: false).joined(separator: changed),
        to: "\(folder)/adapter_config.json")
      try FileManager.default.copyItem(
        atPath: "\(source)/adapter_model.safetensors",
        toPath: "\(folder)/adapter_model.safetensors")
      let model = try LowRankFolderTests.reference.model()
      let error = #expect(throws: FineTuningError.self) {
        try LowRankFolder.read(folder, into: model)
      }
      #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
      #expect(model.adapterPlaces.allSatisfy { model[$0] == nil })
    }
  }

  @Test("of another model are refused")
  func otherModel() throws {
    let model = try ReferenceMethod("clip_quickgelu").model()
    #expect(throws: FineTuningError.self) {
      try LowRankFolder.read("\(LowRankFolderTests.folders)/mlp", into: model)
    }
  }

  /// The model with random deltas: q, k, v and fc2 everywhere, or two modules of different rank.
  private func adapted(_ name: String) throws -> CLIPModel {
    let model = try LowRankFolderTests.reference.model()
    for place in model.adapterPlaces {
      let isOne =
        name == "ours"
        ? [.query, .key, .value, .contract].contains(place.site)
        : place.tower == .vision && place.layer == 1 && [.output, .expand].contains(place.site)
      guard isOne else { continue }
      let rank = name == "ours" || place.site == .output ? 2 : 3
      let (inputs, outputs) = model.blocks(of: place.tower)[place.layer].shape(of: place.site)
      var random = RandomSource(seed: 1, purpose: place.module)
      model[place] = LowRankAdapter(
        a: Parameter(
          "a", shape: [rank, inputs], values: random.normals(rank * inputs, standardDeviation: 0.3)),
        b: Parameter(
          "b", shape: [outputs, rank],
          values: random.normals(outputs * rank, standardDeviation: 0.3)),
        alpha: name == "ours" || place.site == .output ? 1 : 4, isRankStabilised: name == "ours")
    }
    return model
  }

  private func features(_ model: CLIPModel) throws -> [String: [Float]] {
    let reference = LowRankFolderTests.reference
    let tape = Tape(workspace: Workspace())
    let pixels = tape.constant(try reference.pixels("inputs", "pixel_values"))
    let tokens = try reference.base.rows("inputs", "input_ids")
    return [
      "image_features": model.vision(tape, pixels: pixels).matrix.values,
      "text_features": model.text(tape, tokens: tokens).matrix.values,
    ]
  }
}
