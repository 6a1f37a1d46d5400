import FileFormats
import FoundationEssentials
import TestModels
import TestSupport
import Testing
import Tokenizers

@Suite("Bad models and images")
struct BadModelTests {
  /// A toy model folder, damaged, and what `ood encode` then says.
  private func expectRefusal(
    says messages: [String], status: Int32 = 65, _ damage: (String) throws -> Void
  ) throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      try program.write("rows\n", to: "texts")
      try damage("\(program.folder)/model")
      let before = try program.contents()
      let outcome = try program.run(
        ["encode", "--model", "model", "--texts", "texts", "--out", "features.safetensors"])
      #expect(outcome.status == status, "\(outcome.error)")
      #expect(outcome.error.hasPrefix("error: "))
      for message in messages {
        #expect(outcome.error.contains(message), "\(message)\n---\n\(outcome.error)")
      }
      #expect(try program.contents() == before)
    }
  }

  @Test("missing weights, and pickled ones, which could run code")
  func missingWeights() throws {
    try expectRefusal(says: ["model: no model.safetensors"]) {
      try FileManager.default.removeItem(atPath: "\($0)/model.safetensors")
    }
    try expectRefusal(says: ["pytorch_model.bin", "pickle"]) {
      try FileManager.default.moveItem(
        atPath: "\($0)/model.safetensors", toPath: "\($0)/pytorch_model.bin")
    }
  }

  @Test("weights that end too early", arguments: [0, 4, 100, 20_000])
  func truncated(count: Int) throws {
    try expectRefusal(says: ["model/model.safetensors: "]) {
      let bytes = try FileBytes.read("\($0)/model.safetensors")
      try AtomicFile.write([UInt8](bytes.prefix(count)), to: "\($0)/model.safetensors")
    }
  }

  @Test(
    "hostile headers: lengths and offsets beyond the file, overlaps, overflows",
    arguments: [
      ([UInt8](repeating: 0xff, count: 8), "{}"),
      ([0, 0, 0, 0, 0, 0, 0, 0x40], "{}"),
      ([], #"{"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}"#),
      ([], #"{"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}}"#),
      ([], #"{"a": {"dtype": "F32", "shape": [4611686018427387904, 8], "data_offsets": [0, 0]}}"#),
      ([], #"{"a": {"dtype": "F99", "shape": [1], "data_offsets": [0, 4]}}"#),
      ([], #"{"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 0]}}"#),
      ([], "[[[[[[[["),
    ] as [([UInt8], String)])
  func hostile(length: [UInt8], header: String) throws {
    try expectRefusal(says: ["model/model.safetensors: "]) { folder in
      let count = length.isEmpty ? (0..<8).map { UInt8($0 == 0 ? header.utf8.count : 0) } : length
      try AtomicFile.write(count + [UInt8](header.utf8), to: "\(folder)/model.safetensors")
    }
  }

  @Test(
    "a configuration whose shapes do not fit the weights, or that is none",
    arguments: [
      (#""projection_dim" : 12"#, #""projection_dim" : 13"#, "model.safetensors"),
      (#""num_hidden_layers" : 2"#, #""num_hidden_layers" : 1"#, "num_hidden_layers"),
      (#""num_hidden_layers" : 2"#, #""num_hidden_layers" : 3"#, "model.safetensors"),
      (#""hidden_size" : 16"#, #""hidden_size" : 15"#, "config.json"),
      (#""patch_size" : 4"#, #""patch_size" : 5"#, "config.json"),
      (#""patch_size" : 4"#, #""patch_size" : -4"#, "config.json"),
      ("quick_gelu", "swish", "config.json: hidden_act 'swish' is not known"),
      ("}", "", "config.json: not a CLIP configuration"),
    ])
  func configuration(old: String, new: String, message: String) throws {
    try expectRefusal(says: [message]) { folder in
      let path = "\(folder)/config.json"
      let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
      #expect(text.contains(old))
      try AtomicFile.write(text.replacing(old, with: new), to: path)
    }
  }

  @Test("no tokenizer, or another model's")
  func tokenizer() throws {
    try expectRefusal(says: ["model/vocab.json: cannot open"], status: 74) {
      try FileManager.default.removeItem(atPath: "\($0)/vocab.json")
    }
    try expectRefusal(says: ["texts: text 0 has token id 4000, the model has"]) { folder in
      let end = "\"<|endoftext|>\": "
      let vocabulary = String(decoding: try FileBytes.read("\(folder)/vocab.json"), as: UTF8.self)
        .replacing("\(end)\(ToyModel.tokenizer.endToken)", with: "\(end)4000")
      try AtomicFile.write(vocabulary, to: "\(folder)/vocab.json")
    }
    try withProgram { program in
      try program.makeFolder("empty")
      let outcome = try program.run(["tokenize", "--model", "empty"], input: "a\n")
      #expect(outcome.status != 0 && outcome.status != 64)
      #expect(outcome.output == "")
      #expect(outcome.error.contains("empty"), "\(outcome.error)")
    }
  }

  @Test(
    "images that are broken, no images, or not there",
    arguments: [
      ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "pictures/a.png: "),
      ([1, 2, 3], "pictures/a.png: "), ([], "pictures/a.png: "),
    ] as [([UInt8], String)])
  func images(bytes: [UInt8], message: String) throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      try program.makeFolder("pictures")
      try AtomicFile.write(bytes, to: "\(program.folder)/pictures/a.png")
      let before = try program.contents()
      let arguments = ["encode", "--model", "model", "--out", "o.safetensors", "--images"]
      let outcome = try program.run(arguments + ["pictures"])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains(message), "\(outcome.error)")
      let absent = try program.run(arguments + ["absent"])
      #expect(absent.status == 65)
      #expect(absent.error.contains("absent: no such file or folder"))
      try program.write("pictures/none.png\n", to: "list.txt")
      let listed = try program.run(arguments + ["list.txt"])
      #expect(listed.status == 74)
      #expect(listed.error.contains("pictures/none.png: cannot open"))
      #expect(try program.contents() == (before + ["list.txt"]).sorted())
    }
  }

  @Test(
    "tensors that do not fit the model",
    arguments: [
      ("--pixels", "pixel_values", [1, 3, 8, 8], "needs 'pixel_values' [images, 3, 16, 16]"),
      ("--pixels", "pixels", [1, 3, 16, 16], "found none"),
      ("--token-ids", "input_ids", [4], "needs 'input_ids' [texts, tokens]"),
      ("--token-ids", "input_ids", [1, 2], "text 0 has token id 100000"),
    ])
  func tensors(option: String, name: String, shape: [Int], message: String) throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      let count = shape.reduce(1, *)
      var writer = SafetensorsWriter()
      if option == "--pixels" {
        writer.add(name, shape: shape, floats: [Float](repeating: 0, count: count))
      } else {
        writer.add(name, shape: shape, integers: [Int64](repeating: 100_000, count: count))
      }
      try writer.write(to: "\(program.folder)/in.safetensors")
      let outcome = try program.run(
        ["encode", "--model", "model", option, "in.safetensors", "--out", "o.safetensors"])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains("in.safetensors: "), "\(outcome.error)")
      #expect(outcome.error.contains(message), "\(outcome.error)")
      #expect(!(try program.contents().contains("o.safetensors")))
    }
  }
}
