import Configuration
import Datasets
import FileFormats
import FoundationEssentials
import TestModels
import TestSupport
import Testing

/// Trained weights through the command line: kept by `ood sweep`, read by `ood encode` and as models.
@Suite("ood sweep --keep-adapters and ood encode --adapter")
struct KeptAdapterTests {
  private static let lora = "{lora@small: {training: {epochs: 2}}}"
  private static let full = "{full@small: {training: {epochs: 1}}}"

  @Test("what training made is kept, applied, and a model of its own; leaving it out undoes it")
  func kept() throws {
    try withSweep(["zeroshot", Self.lora, "{coop@small: {training: {epochs: 1}}}", Self.full]) {
      program in
      let plain = try encode(program)
      let model = try FileBytes.read("\(program.folder)/models/toy/model.safetensors")
      let trained = try records(program, ["--keep-adapters"])
      #expect(trained.keys.sorted() == ["coop", "full", "lora", "zeroshot"])
      let lora = try adapters(of: "lora", program)
      let kept = try FileManager.default.contentsOfDirectory(atPath: "\(program.folder)/\(lora)")
      #expect(
        kept.sorted() == [
          "adapter_config.json", "adapter_model.safetensors", "head.safetensors",
          "ood_adapter.json",
        ])
      // Low-rank deltas and fine-tuned towers change features, each in its own way.
      let adapted = try encode(program, adapter: lora)
      let tuned = try encode(program, adapter: try adapters(of: "full", program))
      #expect(Set([plain, adapted, tuned]).count == 3)
      // Learnt prompts are no weights of the towers: their folder would change nothing.
      let prompts = try adapters(of: "coop", program)
      let refused = try program.run([
        "encode", "--model", "models/toy", "--adapter", prompts, "--texts", "texts.txt", "--out",
        "o",
      ])
      #expect(refused.status == 65)
      #expect(refused.error.contains("what trained are no weights of the towers"))
      // Merged into the model, the deltas give their unit's metrics: ranks survive the rounding.
      let merged = try records(program, ["model=\(lora)", "method=zeroshot"], out: "merged")
      #expect(merged["zeroshot"]?["results"] == trained["lora"]?["results"])
      #expect(merged["zeroshot"]?["results"] != nil)
      // Nothing of this has touched the model: without the deltas all is as it was, bit for bit.
      #expect(try FileBytes.read("\(program.folder)/models/toy/model.safetensors") == model)
      #expect(try encode(program) == plain)
      let again = try records(program, ["method=zeroshot"], out: "again")
      #expect(again["zeroshot"]?["results"] == trained["zeroshot"]?["results"])
    }
  }

  @Test("weights of another model are refused with both hashes, and nothing is written")
  func otherModel() throws {
    try withSweep([Self.lora]) { program in
      _ = try records(program, ["--keep-adapters"])
      let lora = try adapters(of: "lora", program)
      try program.makeFolder("models/other")
      try ToyModel.write(to: "\(program.folder)/models/other", seed: 2)
      let encoded = try program.run([
        "encode", "--model", "models/other", "--adapter", lora, "--images", "test/rows", "--out",
        "o.safetensors",
      ])
      #expect(encoded.status == 65)
      let text = String(
        decoding: try FileBytes.read("\(program.folder)/\(lora)/ood_adapter.json"), as: UTF8.self)
      let hash = try #require(try JSONValue(parsing: text, name: lora)["base_sha256"]?.string)
      #expect(
        encoded.error.contains("\(lora): these weights are of 'toy' with SHA-256 \(hash), and "),
        "\(encoded.error)")
      #expect(encoded.error.contains("models/other has "), "\(encoded.error)")
      #expect(encoded.error.contains("give the model that was trained"), "\(encoded.error)")
      #expect(try !program.contents().contains("o.safetensors"))
      // As a model of its own: its base is not what it was.
      let weights = "\(program.folder)/models/toy/model.safetensors"
      try FileManager.default.removeItem(atPath: weights)
      try FileManager.default.copyItem(
        atPath: "\(program.folder)/models/other/model.safetensors", toPath: weights)
      let sweep = try program.run([
        "sweep", "toy.yaml", "model=\(lora)", "method=zeroshot", "--out", "other",
      ])
      #expect(sweep.status == 65)
      #expect(sweep.error.contains(hash), "\(sweep.error)")
    }
  }

  /// Expected features: peft 0.21.2 in float64, by `scripts/fixtures/low_rank_folders.py`.
  @Test("folders that peft wrote give peft's features within 1e-5", arguments: ["mlp", "tower"])
  func ofPeft(name: String) throws {
    let inputs = committed("CLIPModelsTests/Fixtures/clip_gelu/inputs.safetensors")
    let folders = committed("FineTuningTests/Fixtures/low_rank")
    try withProgram { program in
      let arguments = [
        "--adapter", "\(folders)/\(name)", "--pixels", inputs, "--token-ids", inputs, "--out", "o",
      ]
      let outcome = try program.run(
        ["encode", "--model", committed("CLIPModelsTests/Fixtures/clip_gelu")] + arguments)
      #expect(outcome.status == 0, "\(outcome.error)")
      let found = try SafetensorsFile("\(program.folder)/o")
      let expected = try SafetensorsFile("\(folders)/\(name).outputs.safetensors")
      for tensor in ["image_features", "text_features"] {
        #expect(relativeError(try found.floats(tensor), try expected.floats(tensor)) < 1e-5)
      }
      // Without a hash the shapes are checked.
      let other = try program.run(
        ["encode", "--model", committed("CLIPModelsTests/Fixtures/clip_quickgelu")] + arguments)
      #expect(other.status == 65)
      #expect(other.error.contains("another model's?"), "\(other.error)")
    }
  }

  /// The toy model beside images of its patterns in folders, and a sweep of some methods over them.
  private func withSweep(_ methods: [String], _ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.makeFolder("models/toy")
      try ToyModel.write(to: "\(program.folder)/models/toy")
      for (split, count) in [("train", 2), ("test", 4)] {
        try save(ToyImages.set(split, ToyImages.classes, count: count), in: split, of: program)
      }
      try save(
        ToyImages.set("far", [.noise], count: 4, isLabelled: false), in: "far", of: program)
      try program.write(
        """
        ood: 1
        name: toy
        model: toy
        benchmarks:
          patterns:
            train: {folder: train}
            test: {folder: test}
            prompts: ["a photo of {}."]
            ood: {far: {noise: {folder: far}}}
        grid: {id: [patterns], method: [\(methods.joined(separator: ", "))], seed: [1]}
        shots: 2
        detectors: [mcm]

        """, to: "toy.yaml")
      try body(program)
    }
  }

  private func save(_ set: ImageSet, in folder: String, of program: Program) throws {
    for index in 0..<set.count {
      let label = set.labels[index]
      let place = label < 0 ? folder : "\(folder)/\(set.classNames[label])"
      try program.makeFolder(place)
      try AtomicFile.write(
        PNG.encode(try set.image(at: index), name: "x"),
        to: "\(program.folder)/\(place)/\(index).png")
    }
  }

  /// Runs the sweep and gives its records: what they hold, by method.
  private func records(
    _ program: Program, _ arguments: [String] = [], out: String = "out"
  ) throws -> [String: JSONValue] {
    // No stored features: what a run gives is what it computed.
    let outcome = try program.run(
      ["sweep", "toy.yaml", "--out", out, "--cache", "\(out)/cache", "--progress", "none"]
        + arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    var records: [String: JSONValue] = [:]
    for path in try program.contents() where path.hasPrefix("\(out)/toy/records/") {
      guard path.hasSuffix(".json") else { continue }
      let text = String(decoding: try FileBytes.read("\(program.folder)/\(path)"), as: UTF8.self)
      let record = try JSONValue(parsing: text, name: path)
      let method = record["config"]?["method"]
      guard case .object(let chosen)? = method, let name = chosen.keys.first else { continue }
      records[name] = record
    }
    return records
  }

  /// The folder that a sweep kept of a method.
  private func adapters(of method: String, _ program: Program) throws -> String {
    let folders = try program.contents().filter { $0.hasSuffix("/ood_adapter.json") }
    for path in folders {
      let text = String(decoding: try FileBytes.read("\(program.folder)/\(path)"), as: UTF8.self)
      if try JSONValue(parsing: text, name: path)["method"]?[method] != nil {
        return String(path.dropLast("/ood_adapter.json".count))
      }
    }
    Issue.record("nothing is kept of \(method) among \(folders)")
    return ""
  }

  /// Features of the test images and a prompt by `ood encode`, as the file's bytes.
  private func encode(
    _ program: Program, model: String = "models/toy", adapter: String? = nil
  ) throws -> [UInt8] {
    try program.write("a photo of rows.\n", to: "texts.txt")
    let outcome = try program.run(
      [
        "encode", "--model", model, "--images", "test/rows", "--texts", "texts.txt", "--out",
        "features.safetensors",
      ] + (adapter.map { ["--adapter", $0] } ?? []))
    #expect(outcome.status == 0, "\(outcome.error)")
    return try FileBytes.read("\(program.folder)/features.safetensors")
  }
}
