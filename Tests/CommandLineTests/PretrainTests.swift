import FileFormats
import FoundationEssentials
import Testing

@Suite("ood pretrain")
struct PretrainTests {
  private let settings = """
    captions: captions.csv
    images: images.safetensors
    vocabulary_size: 530
    context_length: 12
    image_size: 8
    embedding_size: 8
    vision_width: 8
    vision_layers: 1
    vision_heads: 1
    text_width: 8
    text_layers: 1
    text_heads: 1
    epochs: 3
    batch_size: 4
    warmup_steps: 1

    """

  private func withCorpus(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      let captions = (0..<8).map { "\($0).png,toy,number \($0)|a \($0)" }
      try program.write(
        "path,source,captions\n" + captions.joined(separator: "\n") + "\n", to: "captions.csv")
      var writer = SafetensorsWriter()
      writer.add(
        "images", shape: [8, 8, 8, 3], bytes: (0..<8 * 192).map { UInt8($0 * 37 % 251) })
      try writer.write(to: "\(program.folder)/images.safetensors")
      try program.write(settings, to: "p.yaml")
      try body(program)
    }
  }

  @Test("stopped and continued it writes the same weights as in one go")
  func resuming() throws {
    try withCorpus { program in
      let whole = try program.run(["pretrain", "p.yaml", "--out", "whole"])
      #expect(whole.status == 0, "\(whole.error)")
      let first = try program.run(["pretrain", "p.yaml", "--out", "parts", "--stop-after", "4"])
      #expect(first.status == 0, "\(first.error)")
      let second = try program.run(["pretrain", "p.yaml", "--out", "parts", "--threads", "1"])
      #expect(second.status == 0, "\(second.error)")
      #expect(second.error.contains("resumed at step 4 of 6"))
      let weights = try ["whole", "parts"].map {
        try FileBytes.read("\(program.folder)/\($0)/model.safetensors")
      }
      #expect(weights[0] == weights[1])
      // The folder is one that the other commands take.
      let tokens = try program.run(["tokenize", "--model", "whole"], input: "number 3\n")
      #expect(tokens.status == 0, "\(tokens.error)")
      #expect(tokens.output.hasPrefix("["))
    }
  }

  /// Wherever the signal falls, the folder holds a whole checkpoint or none.
  @Test("killed at any moment and started again it writes the same weights")
  func killing() throws {
    try withCorpus { program in
      let arguments = ["pretrain", "p.yaml", "checkpoint_every=1", "epochs=10", "--out"]
      let whole = try program.run(arguments + ["whole"])
      #expect(whole.status == 0, "\(whole.error)")
      for delay in ["0.05", "0.15", "0.3"] {
        _ = try program.run(
          arguments + ["parts"], after: "exec timeout -s KILL \(delay) \"$0\" \"$@\"")
      }
      let last = try program.run(arguments + ["parts"])
      #expect(last.status == 0, "\(last.error)")
      let weights = try ["whole", "parts"].map {
        try FileBytes.read("\(program.folder)/\($0)/model.safetensors")
      }
      #expect(weights[0] == weights[1])
    }
  }

  @Test("a loss that is not finite ends with its cause and without a model")
  func divergence() throws {
    try withCorpus { program in
      let outcome = try program.run(["pretrain", "p.yaml", "learning_rate=1e30", "--out", "out"])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains("error: the loss is "), "\(outcome.error)")
      #expect(outcome.error.contains("lower learning_rate (now 1e+30)"))
      let left = try program.contents().filter { $0.hasPrefix("out/") }
      #expect(left == [])
    }
  }

  @Test("bad settings have their place, and a damaged checkpoint its name")
  func badInput() throws {
    try withCorpus { program in
      try program.write(settings + "batch_sise: 3\npatch_size: 0\n", to: "bad.yaml")
      let bad = try program.run(["pretrain", "bad.yaml", "--out", "out"])
      #expect(bad.status == 65)
      #expect(bad.error.contains("bad.yaml:16:1: error: unknown setting 'batch_sise'"))
      #expect(bad.error.contains("did you mean 'batch_size'?"))
      #expect(bad.error.contains("bad.yaml:17:13: error: patch_size must be at least 1, got 0"))
      #expect(!(try program.contents().contains("out")))

      try program.makeFolder("out")
      try program.write("no checkpoint", to: "out/checkpoint.safetensors")
      let damaged = try program.run(["pretrain", "p.yaml", "--out", "out"])
      #expect(damaged.status == 65)
      #expect(damaged.error.contains("out/checkpoint.safetensors: "))
      let kept = try FileBytes.read("\(program.folder)/out/checkpoint.safetensors")
      #expect(kept == [UInt8]("no checkpoint".utf8))
    }
  }
}
