import Testing

/// Bad input: a message with file and cause, an exit code of its own, and no file left behind.
@Suite("Bad sweep files")
struct BadSweepTests {
  private func expectRefusal(
    _ text: String, _ arguments: [String] = [], status: Int32 = 65, says messages: [String]
  ) throws {
    try withProgram { program in
      try program.write(text, to: "bad.yaml")
      let outcome = try program.run(["sweep", "bad.yaml", "--out", "out"] + arguments)
      #expect(outcome.status == status)
      #expect(outcome.output == "")
      for message in messages {
        #expect(outcome.error.contains(message), "\(message)\n---\n\(outcome.error)")
      }
      #expect(!outcome.error.contains("Usage:"))
      #expect(try program.contents() == ["bad.yaml"])
    }
  }

  private let head = "ood: 1\nname: bad\n"

  @Test("malformed YAML has its line and column")
  func malformed() throws {
    try expectRefusal(
      head + "grid: {method: [coop, lora\nmodel: x\n", says: ["bad.yaml:4:", "error:"])
  }

  @Test("lines that end as on Windows are shown one by one")
  func carriageReturns() throws {
    try expectRefusal(
      "ood: 1\r\nname: bad\r\nshot: 4\r\ngrid: {seed: [1]}\r\n",
      says: ["bad.yaml:3:1: error: unknown setting 'shot'", "\n  3 | shot: 4\n    | ^~~~ did you"])
  }

  @Test("all errors of a file come at once, with what was probably meant")
  func several() throws {
    try expectRefusal(
      head + "id: fashon\nshot: 4\ngrid: {method: [cop, lora], seed: [1]}\ndetectors: [mcn]\n",
      says: [
        "bad.yaml:3:5: error: id names the unknown benchmark 'fashon'", "did you mean 'fashion'?",
        "bad.yaml:4:1: error: unknown setting 'shot'", "did you mean 'shots'?",
        "bad.yaml:5:17: error: unknown method 'cop'", "did you mean 'coop'?",
        "bad.yaml:6:13: error: unknown detector 'mcn'", "did you mean 'mcm'?",
        "4 errors; nothing was run",
      ])
  }

  @Test("values of the wrong type or out of range have their place")
  func values() throws {
    try expectRefusal(
      head + "shots: many\nseed: -1\ndetectors: []\nmethod: {lora: {rank: 0}}\n",
      says: ["bad.yaml:3:8:", "bad.yaml:4:7:", "bad.yaml:5:12:", "bad.yaml:6:23:"])
  }

  @Test("detectors that a sweep cannot serve are refused with the reason")
  func detectors() throws {
    try expectRefusal(
      head + "id: emoji\ngrid: {seed: [1]}\ndetectors: [mcm, ash-b, value, kl-matching]\n"
        + "analyses: [operating-points]\n",
      says: [
        "bad.yaml:5:18: error: detectors.1 names ash-b, which is defined on rectified activations",
        "bad.yaml:5:25: error: detectors.2 names value, which reads a value head, which zeroshot does not",
        "bad.yaml:5:32: error: detectors.3 names kl-matching, which is fitted to validation images",
        "bad.yaml:6:12: error: analyses.0 names operating-points, which need validation images",
        "4 errors; nothing was run",
      ])
  }

  @Test("overrides are checked as the file is")
  func overrides() throws {
    try expectRefusal(
      head + "grid: {seed: [1]}\n", ["shots=x", "modle=y"],
      says: ["argv[3]: shots", "argv[4]: modle"])
  }

  @Test("an unknown model is named before anything runs")
  func unknownModel() throws {
    try expectRefusal(
      head + "model: ood-tny\ngrid: {method: [zeroshot], seed: [1]}\nshots: 0\n",
      says: ["error: ood-tny: no such model folder", "ood ls models"])
  }

  @Test("a file that is not there is an error of input and output")
  func missingFile() throws {
    try withProgram { program in
      let outcome = try program.run(["sweep", "absent.yaml", "--out", "out"])
      #expect(outcome.status == 74)
      #expect(outcome.error == "error: absent.yaml: cannot open: No such file or directory\n")
      #expect(try program.contents() == [])
    }
  }

  @Test(
    "faults of usage have exit code 64, and help has none",
    arguments: [
      (["sweep"], Int32(64), "Missing expected argument"),
      (["sweep", "a.yaml", "--outt", "x"], 64, "Unknown option '--outt'"),
      (["swep"], 64, "swep"),
      (["encode", "--model", "m", "--out", "o"], 64, "give one of --images"),
      (["ls", "nothing"], 64, "nothing"),
      (["--help"], 0, ""),
    ])
  func usage(arguments: [String], status: Int32, message: String) throws {
    try withProgram { program in
      let outcome = try program.run(arguments)
      #expect(outcome.status == status)
      #expect(outcome.error.contains(message), "\(outcome.error)")
      #expect(try program.contents() == [])
    }
  }
}
