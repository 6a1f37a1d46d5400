import Configuration
import TestModels
import Testing

@Suite("ood ls and ood doctor")
struct ListTests {
  @Test(
    "every kind is a line a name, or a JSON array of objects",
    arguments: [
      ("methods", "coop"), ("methods", "coop@small"), ("detectors", "mcm"), ("datasets", "fashion"),
      ("metrics", "auroc"), ("models", "toy"),
    ])
  func kinds(kind: String, member: String) throws {
    try withProgram { program in
      try program.makeFolder("models/toy")
      try ToyModel.write(to: "\(program.folder)/models/toy")
      let plain = try program.run(["ls", kind])
      #expect(plain.status == 0)
      #expect(plain.error == "")
      let names = plain.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
      #expect(names.contains(Substring(member)))
      let json = try program.run(["ls", kind, "--json"])
      guard case .array(let entries) = try JSONValue(parsing: json.output, name: "ls") else {
        Issue.record("no array: \(json.output)")
        return
      }
      #expect(entries.map { $0["name"]?.string } == names.map { String($0) })
      #expect(entries.allSatisfy { $0["about"]?.string?.isEmpty == false })
    }
  }

  @Test("without models there is an error that names the folder")
  func noModels() throws {
    try withProgram { program in
      let outcome = try program.run(["ls", "models"])
      #expect(outcome.status == 74)
      #expect(outcome.error == "error: models: is no folder of models; name one with --models\n")
    }
  }

  @Test("doctor gives every finding a level, a name, a fact and, unless all is well, a fix")
  func doctor() throws {
    try withProgram { program in
      try program.makeFolder("models/toy")
      try ToyModel.write(to: "\(program.folder)/models/toy")
      let outcome = try program.run(["doctor", "--json"])
      guard case .array(let findings) = try JSONValue(parsing: outcome.output, name: "doctor")
      else {
        Issue.record("no array: \(outcome.output)")
        return
      }
      let names = findings.compactMap { $0["name"]?.string }
      #expect(names.contains("OpenBLAS"))
      #expect(names.contains("model toy"))
      #expect(names.contains("results"))
      for finding in findings {
        let level = finding["level"]?.string ?? ""
        #expect(["ok", "warn", "FAIL"].contains(level))
        #expect((finding["fix"]?.string == "") == (level == "ok"))
      }
      let hasFailed = findings.contains { $0["level"]?.string == "FAIL" }
      #expect(outcome.status == (hasFailed ? 1 : 0))
      #expect(try program.contents().filter { $0.hasPrefix("out/") } == [])
    }
  }

  @Test("doctor fails where a model is damaged, and says which")
  func damagedModel() throws {
    try withProgram { program in
      try program.makeFolder("models/toy")
      try ToyModel.write(to: "\(program.folder)/models/toy")
      try program.write("{", to: "models/toy/config.json")
      let outcome = try program.run(["doctor"])
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("FAIL model toy: models/toy/config.json: not a CLIP"))
    }
  }
}
