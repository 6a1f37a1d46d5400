import FileFormats
import FoundationEssentials
import TestModels
import TestSupport
import Testing

/// What needs no data; whole sweeps are in `Tests/Acceptance`.
@Suite("ood sweep and its workers")
struct SweepProcessTests {
  private func withSweep(_ body: (Program, [String]) throws -> Void) throws {
    try withProgram { program in
      try program.makeFolder("models/toy")
      try ToyModel.write(to: "\(program.folder)/models/toy")
      try program.write(
        "ood: 1\nname: toy\nmodel: toy\nid: digits\ngrid: {seed: [1]}\nshots: 1\n", to: "toy.yaml")
      try body(program, ["sweep", "toy.yaml", "--out", "out"])
    }
  }

  @Test("a second sweep says who runs the first, and has exit code 75")
  func busy() throws {
    try withSweep { program, arguments in
      try program.makeFolder("out/toy")
      let lock = try FolderLock("\(program.folder)/out/toy/.lock", holder: "process 7 on a host")
      let outcome = try program.run(arguments)
      lock.release()
      #expect(outcome.status == 75)
      #expect(outcome.error.contains("held by process 7 on a host"), "\(outcome.error)")
      let contents = try program.contents()
      #expect(!contents.contains("out/toy/records"))
    }
  }

  @Test("without the data of any unit the sweep ends with the reason, and frees its lock")
  func missingData() throws {
    try withSweep { program, arguments in
      for _ in 0..<2 {
        let outcome = try program.run(arguments + ["-j", "2"])
        #expect(outcome.status == 65, "\(outcome.error)")
        #expect(outcome.error.contains("no-data"), "\(outcome.error)")
      }
      #expect(try FileBytes.read("\(program.folder)/out/toy/.lock").isEmpty)
      let records = try program.contents().filter { $0.contains("records") }
      #expect(records == [])
    }
  }

  @Test(
    "arguments that make no sense are faults of usage",
    arguments: [
      ["--jobs", "0"], ["--limit", "0"], ["--retries", "-1"], ["--checkpoint-every", "0"],
      ["--checkpoint-every", "soon"], ["--progress", "loud"],
    ])
  func usage(arguments: [String]) throws {
    try withSweep { program, base in
      let outcome = try program.run(base + arguments)
      #expect(outcome.status == 64)
    }
  }

  @Test("a worker ends with its input, and refuses what is no unit")
  func worker() throws {
    try withProgram { program in
      let arguments = ["worker", "--results", "out"]
      let ended = try program.run(arguments)
      #expect(ended.status == 0)
      let outcome = try program.run(arguments, input: "{\"index\": 1}\n")
      #expect(outcome.status == 65)
      #expect(outcome.error.contains("a unit has index, cell, run"), "\(outcome.error)")
      let contents = try program.contents()
      #expect(contents == [])
    }
  }

  /// A fault at each moment of writing; the file is whole, old or absent, never in between.
  @Test(
    "a process that is killed while it writes leaves the old file or the whole new one",
    arguments: ["after-temp", "midway", "after-sync", "after-name"])
  func faults(point: String) throws {
    try withProgram { program in
      try program.makeFolder("model")
      try ToyModel.write(to: "\(program.folder)/model")
      var writer = SafetensorsWriter()
      writer.add("pixel_values", shape: [1, 3, 16, 16], floats: [Float](repeating: 1, count: 768))
      try writer.write(to: "\(program.folder)/in.safetensors")
      let arguments = ["encode", "--model", "model", "--pixels", "in.safetensors", "--out"]
      let first = try program.run(arguments + ["whole"])
      #expect(first.status == 0)
      try program.write("old", to: "o")
      let outcome = try program.run(arguments + ["o"], after: "export OOD_FAULT=\(point):1:o")
      #expect(outcome.status == 9)
      let whole = try FileBytes.read("\(program.folder)/whole")
      let expected = point == "after-name" ? whole : [UInt8]("old".utf8)
      #expect(try FileBytes.read("\(program.folder)/o") == expected)
      let left = try program.contents().filter { $0.hasSuffix(".tmp") }
      #expect(left.count == (point == "after-name" ? 0 : 1))
      #expect(left.allSatisfy(TemporaryName.isAbandoned))
    }
  }
}
