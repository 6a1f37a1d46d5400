import FileFormats
import FoundationEssentials
import TestModels
import TestSupport
import Testing

/// `/dev/full` refuses every byte; a limit on file sizes stands in for a disk that fills up midway.
@Suite("A full disk", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
struct FullDiskTests {
  /// Beyond 8 blocks of 512 bytes a write fails, and the signal that would end the program is off.
  private let limit = "trap '' XFSZ; ulimit -f 8"

  private func withModel(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      var writer = SafetensorsWriter()
      writer.add(
        "pixel_values", shape: [150, 3, 16, 16], floats: [Float](repeating: 1, count: 150 * 768))
      try writer.write(to: "\(program.folder)/in.safetensors")
      try body(program)
    }
  }

  @Test("features that cannot be written leave no file, and an older file as it was")
  func features() throws {
    try withModel { program in
      let arguments = ["encode", "--model", "model", "--pixels", "in.safetensors", "--out"]
      let device = try program.run(arguments + ["/dev/full"])
      #expect(device.status == 74)
      #expect(device.error == "error: /dev/full: cannot write: No space left on device\n")

      let before = try program.contents()
      let midway = try program.run(arguments + ["o.safetensors"], after: limit)
      #expect(midway.status == 74)
      #expect(midway.error.contains("o.safetensors"), "\(midway.error)")
      #expect(try program.contents() == before)

      try program.write("old", to: "o.safetensors")
      _ = try program.run(arguments + ["o.safetensors"], after: limit)
      #expect(try FileBytes.read("\(program.folder)/o.safetensors") == [UInt8]("old".utf8))
    }
  }

  @Test(
    "standard output that cannot be written is no success",
    arguments: [
      ["tokenize", "--model", "model"], ["ls", "methods"], ["ls", "detectors", "--json"],
    ])
  func standardOutput(arguments: [String]) throws {
    try withModel { program in
      let outcome = try program.run(arguments, input: "a\n", output: "/dev/full")
      #expect(outcome.status == 74)
      #expect(outcome.error == "error: standard output: cannot write; is the disk full?\n")
    }
  }

  @Test("results that lie behind a file stop a sweep's tables with an error of the system")
  func missingFolder() throws {
    try withModel { program in
      let outcome = try program.run([
        "encode", "--model", "model", "--pixels", "in.safetensors", "--out", "absent/o.safetensors",
      ])
      #expect(outcome.status == 74)
      #expect(outcome.error.contains("cannot create a file in absent: No such file or directory"))
    }
  }
}
