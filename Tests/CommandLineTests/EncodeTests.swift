import FileFormats
import FoundationEssentials
import TestModels
import TestSupport
import Testing
import Tokenizers

@Suite("ood encode and ood tokenize")
struct EncodeTests {
  /// Expected features: transformers 5.23 in float64, by `scripts/fixtures/clip.py`.
  @Test(
    "features of pixels and token ids equal transformers' within 1e-5, without a tokenizer",
    arguments: ["clip_quickgelu", "clip_gelu"])
  func parity(name: String) throws {
    let reference = committed("CLIPModelsTests/Fixtures/\(name)")
    try withProgram { program in
      let inputs = "\(reference)/inputs.safetensors"
      let outcome = try program.run([
        "encode", "--model", reference, "--pixels", inputs, "--token-ids", inputs, "--out",
        "o.safetensors",
      ])
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output == "")
      let found = try SafetensorsFile("\(program.folder)/o.safetensors")
      let expected = try SafetensorsFile("\(reference)/outputs.safetensors")
      #expect(found.names.sorted() == ["image_features", "logit_scale", "text_features"])
      for tensor in ["image_features", "text_features"] {
        #expect(found.shape(tensor) == expected.shape(tensor))
        #expect(relativeError(try found.floats(tensor), try expected.floats(tensor)) < 1e-5)
      }
      #expect(found.shape("logit_scale") == [])
      let stored = try SafetensorsFile("\(reference)/model.safetensors").floats("logit_scale")
      #expect(try found.floats("logit_scale") == stored)
      #expect(try program.contents() == ["o.safetensors"])
    }
  }

  @Test("images and texts give the same bytes for any number of threads")
  func threads() throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      let images = committed("ImagesTests/Fixtures")
      try program.write(
        "a photo of rows.\n\nchecks ✓\r\n" + String(repeating: "long ", count: 99), to: "t")
      try program.write("\(images)/rgb8.png\n\(images)/gray.jpg\n", to: "list.txt")
      let bytes = try ["1", "2"].map { threads -> [UInt8] in
        let outcome = try program.run([
          "encode", "--model", "model", "--images", "list.txt", "--texts", "t", "--preprocess",
          "openai", "--threads", threads, "--out", "o.safetensors",
        ])
        #expect(outcome.status == 0, "\(outcome.error)")
        return try FileBytes.read("\(program.folder)/o.safetensors")
      }
      #expect(bytes[0] == bytes[1])
      let file = try SafetensorsFile("\(program.folder)/o.safetensors")
      #expect(file.shape("text_features") == [4, ToyModel.embeddingSize])
      #expect(file.shape("image_features") == [2, ToyModel.embeddingSize])
    }
  }

  @Test("an unknown preprocessing lists the known ones")
  func preprocessing() throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      let outcome = try program.run([
        "encode", "--model", "model", "--images", committed("ImagesTests/Fixtures"),
        "--preprocess", "opnai", "--out", "o.safetensors",
      ])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains("unknown preprocessing 'opnai'; known: "))
      #expect(outcome.error.contains("mcm-2022"))
    }
  }

  @Test("every line becomes a JSON array with start and end, padded only when asked")
  func tokens() throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      let lines = ["a photo of rows.", "", String(repeating: "zz ", count: 50)]
      let input = lines.joined(separator: "\n") + "\n"
      let tokenizer = ToyModel.tokenizer
      for isPadded in [false, true] {
        let outcome = try program.run(
          ["tokenize", "--model", "model"] + (isPadded ? ["--pad"] : []), input: input)
        #expect(outcome.status == 0)
        #expect(outcome.error == "")
        let ids = try outcome.output.split(separator: "\n").map {
          try JSONDecoder().decode([Int].self, from: Data($0.utf8))
        }
        let expected = lines.map {
          tokenizer.tokens($0, contextLength: ToyModel.contextLength, padded: isPadded)
        }
        #expect(ids == expected)
        #expect(ids[1].prefix(2) == [tokenizer.startToken, tokenizer.endToken])
        #expect(ids[2].count == ToyModel.contextLength)
        #expect(ids[2].last == tokenizer.endToken)
        #expect(ids[0].count == (isPadded ? ToyModel.contextLength : ids[0].count))
      }
    }
  }
}
