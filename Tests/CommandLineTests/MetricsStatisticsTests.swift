import Configuration
import Testing

@Suite("ood metrics: columns, intervals, tests and conventions")
struct MetricsStatisticsTests {
  /// Twelve images of three detectors; the second orders them as the first does.
  private static let inside = """
    mcm,twice,other
    0.9,1.8,5
    0.8,1.6,1
    0.75,1.5,4
    0.7,1.4,2
    0.6,1.2,9
    0.5,1.0,8

    """
  private static let outside = """
    other,twice,mcm
    3,1.3,0.65
    7,0.4,0.2
    6,0.6,0.3
    0,1.5,0.75

    """

  private func withScores(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.write(Self.inside, to: "id.csv")
      try program.write(Self.outside, to: "near.csv")
      try body(program)
    }
  }

  private func json(_ program: Program, _ arguments: [String]) throws -> JSONValue {
    let outcome = try program.run(
      ["metrics", "--id", "id.csv", "--ood", "near.csv", "--json"] + arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONValue(parsing: outcome.output, name: "metrics")
  }

  private func keys(_ value: JSONValue?) -> Set<String> {
    guard case .object(let members)? = value else { return [] }
    return Set(members.keys)
  }

  @Test("several columns give an object by column, and a line each")
  func columns() throws {
    try withScores { program in
      let all = try json(program, [])
      #expect(keys(all) == ["mcm", "twice", "other"])
      // By hand: 24 pairs; 0.9, 0.8 win 4, 0.75 wins 3.5, 0.7 wins 3, 0.6 and 0.5 win 2: 18.5.
      #expect(all["mcm"]?["auroc"]?.double == 18.5 / 24)
      let one = try json(program, ["--column", "mcm"])
      #expect(one == all["mcm"])
      let table = try program.run(["metrics", "--id", "id.csv", "--ood", "near.csv"])
      let lines = table.output.split(separator: "\n")
      #expect(lines[1].contains("fpr95") && lines[2].contains("id-nearest"))
      #expect(lines.contains { $0.hasPrefix("mcm ") && $0.contains("0.7708") })
    }
  }

  @Test("several sets give an object by set")
  func sets() throws {
    try withScores { program in
      try program.write("mcm\n0.1\n", to: "far.csv")
      let found = try json(program, ["--ood", "away=far.csv"])
      #expect(keys(found) == ["near", "away"])
      #expect(found["away"]?["auroc"]?.double == 1)
      let outcome = try program.run(
        ["metrics", "--id", "id.csv", "--ood", "near.csv", "--ood", "near.csv"])
      #expect(outcome.status == 64)
      #expect(outcome.error.contains("two --ood files are called 'near'"))
    }
  }

  @Test("a bootstrap adds intervals keyed like the values, the same on any number of threads")
  func bootstrap() throws {
    try withScores { program in
      let arguments = ["--column", "mcm", "--bootstrap", "300", "--level", "0.9", "--seed", "5"]
      let found = try json(program, arguments + ["--threads", "1"])
      let values = try json(program, ["--column", "mcm"])
      #expect(keys(found["intervals"]) == keys(values).subtracting(["n_id", "n_ood"]))
      #expect(keys(found["intervals"]?["fpr95"]) == keys(values["fpr95"]))
      let lower = try #require(found["intervals"]?["auroc"]?["lower"]?.double)
      let upper = try #require(found["intervals"]?["auroc"]?["upper"]?.double)
      #expect(lower < 18.5 / 24 && 18.5 / 24 < upper && upper <= 1)
      #expect(found["delong"]?["auroc"]?["lower"]?.double != nil)
      #expect(found["bootstrap"]?["replicates"]?.double == 300)
      for threads in ["2", "3"] {
        #expect(try json(program, arguments + ["--threads", threads]) == found)
      }
      #expect(try json(program, ["--column", "mcm", "--bootstrap", "300"]) != found)
      let text = try program.run([
        "metrics", "--id", "id.csv", "--ood", "near.csv", "--bootstrap", "10",
      ])
      #expect(text.error.contains("with fewer than 100 scores in a set"))
    }
  }

  @Test("columns and files are compared on the same images, with Holm's correction")
  func comparison() throws {
    try withScores { program in
      guard case .array(let tests) = try json(program, ["--compare", "mcm"]) else {
        Issue.record("no array")
        return
      }
      #expect(tests.count == 20)
      let own = tests.filter { $0["column"]?.string == "twice" }
      #expect(own.allSatisfy { $0["difference"]?.double == 0 && $0["p"]?.double == 1 })
      #expect(own.first { $0["metric"]?.string == "auroc" }?["test"]?.string == "DeLong")
      for test in tests {
        let (p, holm) = (test["p"]?.double ?? 0, test["p_holm"]?.double ?? 0)
        #expect(p <= holm && holm <= 1)
      }
      let files = try json(
        program,
        [
          "--column", "mcm", "--compare-id", "id.csv", "--compare-ood", "near.csv",
          "--metric", "fpr95",
        ])
      guard case .array(let pair) = files else { return }
      #expect(pair.count == 1 && pair[0]["difference"]?.double == 0)
    }
  }

  @Test("files of other images cannot be compared")
  func unpaired() throws {
    try withScores { program in
      try program.write("mcm\n1\n2\n", to: "short.csv")
      let outcome = try program.run([
        "metrics", "--id", "id.csv", "--ood", "near.csv", "--column", "mcm", "--compare-id",
        "short.csv", "--compare-ood", "near.csv",
      ])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains("paired scores must be of the same images"))
    }
  }

  @Test("detectors that order all images alike are named")
  func redundancy() throws {
    try withScores { program in
      let found = try json(program, ["--redundancy"])
      #expect(
        found["redundant"]
          == .array([
            .object(["first": .string("mcm"), "second": .string("twice"), "tau_b": .integer(1)])
          ]))
      let text = try program.run([
        "metrics", "--id", "id.csv", "--ood", "near.csv", "--redundancy",
      ])
      #expect(text.output.contains("redundant: mcm and twice order the images alike"))
    }
  }

  @Test("the explanation names each convention's value and users, and rules that are not offered")
  func explanation() throws {
    try withScores { program in
      let found = try json(program, ["--column", "mcm", "--explain"])
      guard case .array(let metrics)? = found["metrics"] else {
        Issue.record("no metrics")
        return
      }
      let values = try json(program, ["--column", "mcm"])
      let rates = metrics.filter { $0["name"]?.string?.hasPrefix("fpr95/") == true }
      #expect(rates.count == 4)
      for rate in rates {
        let convention = String(rate["name"]?.string?.dropFirst(6) ?? "")
        #expect(rate["value"]?.double == values["fpr95"]?[convention]?.double)
      }
      let text = try program.run([
        "metrics", "--id", "id.csv", "--ood", "near.csv", "--column", "mcm", "--explain",
      ])
      for word in ["OpenOOD", "MCM", "knn-ood", "oodeel", "positive: out-of-distribution"] {
        #expect(text.output.contains(word), "\(word)")
      }
    }
  }

  @Test("a missing file option and an unknown metric are faults of usage")
  func usage() throws {
    try withScores { program in
      #expect(try program.run(["metrics", "--id", "id.csv"]).status == 64)
      let outcome = try program.run([
        "metrics", "--id", "id.csv", "--ood", "near.csv", "--metric", "auc",
      ])
      #expect(outcome.status == 64)
      #expect(outcome.error.contains("unknown metric 'auc'; known: auroc"))
    }
  }

  @Test("gzip files are read, and NaN in one column of several is named with the line")
  func gzip() throws {
    try withScores { program in
      let packed = try program.run(["ls", "metrics"], after: "gzip -k id.csv near.csv")
      #expect(packed.status == 0)
      let outcome = try program.run([
        "metrics", "--id", "id.csv.gz", "--ood", "near.csv.gz", "--column", "mcm", "--json",
      ])
      #expect(
        try JSONValue(parsing: outcome.output, name: "m") == json(program, ["--column", "mcm"]))
      try program.write("mcm,other\n1,2\n2,NaN\n", to: "near.csv")
      let fault = try program.run(["metrics", "--id", "id.csv", "--ood", "near.csv"])
      #expect(fault.status == 65)
      #expect(
        fault.error.contains("near.csv:3: expected a score, found 'NaN' in column 'other'"),
        "\(fault.error)")
    }
  }
}
