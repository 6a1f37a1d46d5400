import Configuration
import FileFormats
import TestSupport
import Testing

@Suite("ood score")
struct ScoreTests {
  /// The softmax of (0, 0) is (1/2, 1/2), of (0, log 3) it is (1/4, 3/4).
  private let logits: [[Double]] = [[0, 0], [0, 1.098_612_288_668_109_8]]

  @Test("a bare .npy file is logits, and scores stand one a line below the header")
  func bareArray() throws {
    try withProgram { program in
      try program.writeNPY(logits, to: "id.npy")
      let outcome = try program.run(
        ["score", "--detector", "msp", "--test", "id.npy", "--out", "id.csv"])
      #expect(outcome.status == 0)
      #expect(outcome.output == "")
      #expect(outcome.error == "note: id.npy is read as logits [2, 2]\n")
      let lines = try program.lines("id.csv")
      #expect(lines.count == 3)
      #expect(lines[0] == "score")
      #expect(lines[1] == "0.5")
      #expect(try (#require(Double(lines[2])) - 0.75).magnitude < 1e-15)
      #expect(try program.contents() == ["id.csv", "id.npy"])
    }
  }

  @Test("tables and compressed files give the same scores on standard output")
  func streams() throws {
    let folder = "FileFormatsTests/Fixtures/matrices"
    try withProgram { program in
      var outputs: Set<String> = []
      for name in ["plain.csv", "named.csv", "named.csv.gz"] {
        let outcome = try program.run([
          "score", "--detector", "energy", "--test", committed("\(folder)/\(name)"), "--out", "-",
        ])
        #expect(outcome.status == 0)
        outputs.insert(outcome.output)
      }
      #expect(outputs.count == 1)
      #expect(outputs.first?.split(separator: "\n").count == 5)
      #expect(try program.contents() == [])
    }
  }

  @Test("without logits they are made from features and head; the last score by hand")
  func head() throws {
    try withProgram { program in
      try program.writeTensors(["features": [[1, 2], [3, -1]]], to: "test.safetensors")
      // W z + b is (1 + 0.5, 4 - 1) and (3 + 0.5, -2 - 1).
      try program.writeNPY([[1, 0], [0, 2]], to: "weight.npy")
      try program.writeNPY([[0.5], [-1]], to: "bias.npy")
      let outcome = try program.run([
        "score", "--detector", "max-logit", "--test", "test.safetensors", "--head", "weight.npy",
        "--head", "bias.npy", "--out", "-", "--logit-scale", "1",
      ])
      #expect(outcome.output == "score\n3.0\n3.5\n")
      #expect(outcome.error == "")
    }
  }

  @Test("the logit scale of a file is a logarithm, that of the option a factor that wins")
  func scale() throws {
    try withProgram { program in
      let log2 = 0.693_147_180_559_945_3
      try program.writeTensors(["logits": [[4, 2]]], scale: log2, to: "test.safetensors")
      func scores(_ options: String...) throws -> String {
        let outcome = try program.run(
          ["score", "--detector", "max-logit", "--test", "test.safetensors", "--out", "-"]
            + options)
        #expect(outcome.error == "")
        return outcome.output
      }
      #expect(try scores() == "score\n2.0\n")
      #expect(try scores("--logit-scale", "8") == "score\n0.5\n")
    }
  }

  @Test("mcm on logits of unknown scale says what it took")
  func unknownScale() throws {
    try withProgram { program in
      try program.writeTensors(["logits": logits], to: "test.safetensors")
      let outcome = try program.run(
        ["score", "--detector", "mcm", "--test", "test.safetensors", "--out", "-"])
      #expect(outcome.status == 0)
      #expect(
        outcome.error == """
          note: no logit scale is given: mcm takes the logits for cosines as they are; \
          --logit-scale gives the factor, such as 100 for CLIP

          """)
    }
  }

  @Test("fields are named by arguments, else by the files' names")
  func names() throws {
    try withProgram { program in
      try program.writeNPY([[5]], to: "rate=0.1.npy")
      try program.writeNPY([[7]], to: "id-perturbed-logits.npy")
      try program.writeNPY([[1, 2, 3]], to: "features_id.npy")
      let outcome = try program.run([
        "score", "--detector", "energy", "--test", "logits=rate=0.1.npy", "--test",
        "id-perturbed-logits.npy", "--test", "features_id.npy", "--out", "-",
      ])
      #expect(outcome.error == "")
      // With one class the log-sum-exp is the logit.
      #expect(outcome.output == "score\n5.0\n")
      let alone = try program.run(
        ["score", "--detector", "energy", "--test", "rate=0.1.npy", "--out", "-"])
      #expect(alone.output == "score\n5.0\n")
    }
  }

  @Test(
    "several detectors get a column each, named with the settings that differ from the defaults")
  func columns() throws {
    try withProgram { program in
      try program.writeNPY([[2]], to: "logits.npy")
      let outcome = try program.run([
        "score", "--detector", "energy", "--detector", "msp", "--detector", "energy:temperature=4",
        "--test", "logits.npy", "--out", "-",
      ])
      #expect(outcome.output == "energy,msp,energy:temperature=4\n2.0,1.0,2.0\n")
    }
  }

  @Test("scores do not depend on tiles and threads, and a gzip file may be read in pieces")
  func tiles() throws {
    try withProgram { program in
      let rows = (0..<3000).map { row -> [Double] in
        (0..<40).map { column -> Double in
          let hash = (row * 7919 + column * 104_729) % 10_007
          return Double(hash) / 1000
        }
      }
      try program.writeNPY(rows, to: "logits.npy")
      var outputs: Set<String> = []
      for threads in ["1", "3"] {
        let outcome = try program.run([
          "score", "--detector", "mcm", "--detector", "energy", "--test", "logits.npy", "--out",
          "x.csv", "--threads", threads, "--logit-scale", "100",
        ])
        #expect(outcome.error == "")
        outputs.insert(try program.lines("x.csv").joined(separator: "\n"))
      }
      try program.writeNPY(Array(rows[1000..<1100]), to: "part.npy")
      let part = try program.run([
        "score", "--detector", "mcm", "--detector", "energy", "--test", "part.npy", "--out", "-",
        "--logit-scale", "100",
      ])
      let whole = try #require(outputs.first).split(separator: "\n")
      #expect(outputs.count == 1)
      #expect(whole.count == 3001)
      #expect(part.output.split(separator: "\n").dropFirst() == whole[1001..<1101])
    }
  }

  @Test("an operating point adds a column of decisions, 1 where the score reaches the threshold")
  func operatingPoint() throws {
    try withProgram { program in
      try program.writeNPY([[3], [1], [2]], to: "logits.npy")
      func thresholds(_ detector: String, _ settings: String) throws {
        try program.write(
          """
          {"format": "ood-operating-point/1", "detector": "\(detector)", "settings": "\(settings)",
           "realised": [], "thresholds": [
            {"tpr": 0.95, "guarantee": "marginal", "confidence": null, "threshold": 2,
             "rank": 3, "n_validation": 60},
            {"tpr": 0.95, "guarantee": "confident", "confidence": 0.95, "threshold": null,
             "rank": 0, "n_validation": 60},
            {"tpr": 0.5, "guarantee": "marginal", "confidence": null, "threshold": 2.5,
             "rank": 30, "n_validation": 60}]}
          """, to: "point.json")
      }
      func run(_ options: String...) throws -> Program.Outcome {
        try program.run(
          [
            "score", "--test", "logits.npy", "--operating-point", "point.json", "--out", "-",
          ] + options)
      }
      try thresholds("energy", "")
      #expect(
        try run("--detector", "energy").output == "score,accepted\n3.0,1\n1.0,0\n2.0,1\n")
      #expect(
        try run("--detector", "energy", "--tpr", "0.5").output
          == "score,accepted\n3.0,1\n1.0,0\n2.0,0\n")
      #expect(
        try run("--detector", "energy", "--guarantee", "confident").output
          == "score,accepted\n3.0,1\n1.0,1\n2.0,1\n")
      let level = try run("--detector", "energy", "--tpr", "0.9")
      #expect(level.status == 65)
      #expect(
        level.error == "error: point.json: no threshold for --tpr 0.9 --guarantee marginal; it has "
          + "0.95 marginal, 0.95 confident, 0.5 marginal\n")
      for other in ["msp", "energy:temperature=2"] {
        let refused = try run("--detector", other)
        #expect(refused.status == 65)
        #expect(refused.output == "")
        #expect(
          refused.error == "error: point.json: its thresholds were made for 'energy', not for "
            + "'\(other)'; thresholds of one detector mean nothing for another\n")
      }
      try thresholds("energy", "temperature=2")
      #expect(try run("--detector", "energy").status == 65)
      #expect(try run("--detector", "energy:temperature=2.0").status == 0)
      #expect(try run("--detector", "all").status == 64)
    }
  }

  @Test("thresholds go from ood score through ood metrics back to ood score")
  func deployment() throws {
    try withProgram { program in
      try program.writeNPY((1...60).map { [Double($0)] }, to: "validation.npy")
      try program.writeNPY([[2], [4]], to: "new.npy")
      func run(_ words: String) throws -> Program.Outcome {
        try program.run(words.split(separator: " ").map(String.init))
      }
      #expect(
        try run("score --detector energy --test validation.npy --out val.csv").status == 0)
      let metrics = "metrics --validation val.csv --operating-point point.json"
      let score = "score --detector energy --test new.npy --out - --operating-point point.json"
      #expect(try run(metrics).status == 0)
      #expect(try run(score).error.contains("name the detector with ood metrics --detector"))
      #expect(try run("\(metrics) --detector energy:temperature=1").status == 0)
      // The third lowest of 60 scores keeps 95 % on average: floor(61 * 0.05) = 3.
      #expect(try run(score).output == "score,accepted\n2.0,0\n4.0,1\n")
      #expect(try run("\(metrics) --detector enrgy").error.contains("did you mean 'energy'?"))
    }
  }

  /// Outputs of every kind for 60 images of two classes, with features of at least 0.
  private func writeEverything(_ program: Program, images: Int = 60) throws {
    func rows(_ columns: Int, _ seed: Int, from low: Double = 0) -> [[Double]] {
      (0..<images).map { row in
        (0..<columns).map { column in
          let hash = (row * 7919 + column * 104_729 + seed * 1299) % 10_007
          return low + Double(hash) / 10_007
        }
      }
    }
    var writer = SafetensorsWriter()
    for (index, field) in [
      ("logits", 2), ("features", 6), ("negative_cosines", 200), ("perturbed_logits", 2),
      ("descriptor_cosines", 2), ("values", 1),
    ].enumerated() {
      let values = rows(field.1, index)
      writer.add(field.0, shape: [images, field.1], doubles: Array(values.joined()))
    }
    writer.add(
      "patch_cosines", shape: [images, 3, 2], doubles: Array(rows(6, 7, from: -0.5).joined()))
    writer.add("labels", shape: [images], integers: (0..<images).map { Int64($0 % 2) })
    writer.add("logit_scale", shape: [], doubles: [1])
    try writer.write(to: "\(program.folder)/all.safetensors")
    var head = SafetensorsWriter()
    head.add("weight", shape: [2, 6], doubles: (0..<12).map { Double($0 % 5) - 2 })
    head.add("bias", shape: [2], doubles: [0.5, -0.25])
    try head.write(to: "\(program.folder)/head.safetensors")
  }

  @Test("files with every field serve every detector, whatever the order and the tiles")
  func everything() throws {
    try withProgram { program in
      let listed = try program.run(["ls", "detectors"])
      let names = listed.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
      try writeEverything(program)
      let files = [
        "--test", "all.safetensors", "--train", "all.safetensors", "--head", "head.safetensors",
      ]
      let outcome = try program.run(["score", "--detector", "all", "--out", "all.csv"] + files)
      #expect(outcome.status == 0)
      #expect(!outcome.error.contains("left out"), "\(outcome.error)")
      let lines = try program.lines("all.csv")
      #expect(lines.count == 61)
      #expect(lines[0] == names.joined(separator: ","))
      #expect(lines.dropFirst().allSatisfy { $0.split(separator: ",").count == names.count })
      // Alone each has the same column.
      for (index, name) in names.enumerated() {
        let alone = try program.run(["score", "--detector", name, "--out", "-"] + files)
        let column = lines.dropFirst().map { $0.split(separator: ",")[index] }
        #expect(alone.output.split(separator: "\n").dropFirst() == column[...], "\(name)")
      }
    }
  }

  @Test("all detectors are either a column or left out with the reason")
  func all() throws {
    try withProgram { program in
      let listed = try program.run(["ls", "detectors", "--json"])
      guard case .array(let entries) = try JSONValue(parsing: listed.output, name: "ls") else {
        Issue.record("no array: \(listed.output)")
        return
      }
      let names = entries.compactMap { $0["name"]?.string }
      try program.writeTensors(["logits": logits], to: "test.safetensors")
      let outcome = try program.run(
        ["score", "--detector", "all", "--test", "test.safetensors", "--out", "-"])
      #expect(outcome.status == 0)
      let columns = outcome.output.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      let leftOut = outcome.error.split(separator: "\n").compactMap { line -> String? in
        guard line.hasPrefix("note: left out ") else { return nil }
        return String(line.dropFirst(15).prefix { $0 != ":" })
      }
      #expect(names.filter { columns.contains($0) } == columns)
      #expect(names.filter { leftOut.contains($0) } == leftOut)
      #expect(Set(columns).union(leftOut) == Set(names))
      #expect(columns.count + leftOut.count == names.count)
      #expect(columns.contains("mcm"))
      #expect(leftOut.contains("odin"))
      #expect(outcome.error.contains("note: left out odin: needs perturbed_logits in --test\n"))
      #expect(
        outcome.error.contains(
          "note: left out vim: needs features in --test and logits, features in --train and --head\n"
        ))
    }
  }

  @Test("of all detectors, those for rectified features are left out where features are signed")
  func signedFeatures() throws {
    try withProgram { program in
      try program.writeTensors(["features": [[1, -2]]], to: "test.safetensors")
      try program.writeTensors(["weight": [[1, 0], [0, 1]]], to: "head.safetensors")
      let outcome = try program.run([
        "score", "--detector", "all", "--test", "test.safetensors", "--head", "head.safetensors",
        "--out", "-",
      ])
      #expect(outcome.status == 0)
      #expect(
        outcome.error.contains(
          "note: left out ash-b: is defined for features of at least 0 (after a rectifier), these "
            + "are signed\n"))
      #expect(outcome.output.contains("ash-p"))
      #expect(!outcome.output.contains("ash-s"))
    }
  }
}
