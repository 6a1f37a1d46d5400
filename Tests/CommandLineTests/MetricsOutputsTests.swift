import Configuration
import FileFormats
import Foundation
import Testing

@Suite("ood metrics on outputs and operating points")
struct MetricsOutputsTests {
  /// torch-uncertainty's example: two classes, the second image wrong.
  private let probabilities = [[0.7, 0.3], [0.6, 0.4], [0.8, 0.2]]
  private let labels: [Int64] = [0, 1, 0]

  private func withOutputs(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.writeTensors(
        ["logits": probabilities.map { $0.map { log($0) } }], labels: labels,
        to: "test.safetensors")
      try program.write("energy\n3\n2\n1\n", to: "scores.csv")
      try program.write("energy\n2.5\n0\n", to: "far.csv")
      try body(program)
    }
  }

  private func json(_ program: Program, _ arguments: [String]) throws -> JSONValue {
    let outcome = try program.run(["metrics", "--json"] + arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONValue(parsing: outcome.output, name: "metrics")
  }

  private func expect(
    _ found: JSONValue?, _ expected: Double, location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      ((found?.double ?? .nan) - expected).magnitude < 1e-12, sourceLocation: location)
  }

  @Test("prints calibration before and after temperature scaling, and selective prediction")
  func outputs() throws {
    try withOutputs { program in
      let found = try json(program, ["--outputs", "test.safetensors"])
      let given = found["as_given"]
      expect(given?["accuracy"], 2.0 / 3)
      expect(given?["nll"], -(log(0.7) + log(0.4) + log(0.8)) / 3)
      // Squared errors twice 0.09, 0.36 and 0.04.
      expect(given?["brier"], 0.98 / 3)
      expect(given?["ece"]?["equal-width"], (0.3 + 0.6 + 0.2) / 3)
      expect(given?["aurc"]?["trapezoid"], 1.0 / 12)
      expect(given?["augrc"], 1.0 / 18)
      expect(given?["failure_auroc"]?["errors"], 1)
      expect(found["temperature_scaled"]?["accuracy"], 2.0 / 3)
      #expect(found["temperature_fitted_on"]?.string == "the same images")
      let plain = try program.run(["metrics", "--outputs", "test.safetensors"])
      #expect(plain.output.contains("ece/equal-width"))
      #expect(plain.error.contains("fit it elsewhere with --fit-outputs"))
    }
  }

  @Test("cosines times the logit scale are logits; the temperature undoes the scale")
  func cosines() throws {
    try withOutputs { program in
      try program.writeTensors(
        ["cosines": probabilities.map { $0.map { log($0) / 100 } }], labels: labels,
        scale: log(100), to: "cosines.safetensors")
      let logits = try json(program, ["--outputs", "test.safetensors"])
      let cosines = try json(program, ["--outputs", "cosines.safetensors"])
      expect(cosines["temperature"], logits["temperature"]?.double ?? .nan)
      expect(cosines["as_given"]?["nll"], logits["as_given"]?["nll"]?.double ?? .nan)
      try program.writeTensors(
        ["cosines": probabilities], labels: labels, to: "bare.safetensors")
      let outcome = try program.run(["metrics", "--outputs", "bare.safetensors"])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains("--logit-scale"))
    }
  }

  @Test("a detector's scores can be the confidence, and failures of both kinds are told apart")
  func scores() throws {
    try withOutputs { program in
      let found = try json(
        program,
        [
          "--outputs", "test.safetensors", "--id", "scores.csv", "--ood", "far.csv", "--curve",
          "curve.csv", "--bootstrap", "50",
        ])
      let scores = found["scores"]
      // Right 3 and 1, wrong 2, others 2.5 and 0.
      expect(scores?["failure_auroc"]?["errors"], 0.5)
      expect(scores?["failure_auroc"]?["ood"], 0.75)
      expect(scores?["failure_auroc"]?["ood-against-errors"], 0.5)
      // Errors at ranks 2, 3 and 5 of 5: doubled areas 1 + 3 + 4 + 5 = 13 of 50.
      expect(scores?["with_ood"]?["augrc"], 13.0 / 50)
      #expect(scores?["intervals"]?["augrc"]?["upper"]?.double != nil)
      #expect(found["as_given"]?["intervals"]?["ece"] == nil)
      #expect(
        try program.lines("curve.csv").prefix(2) == [
          "threshold,coverage,selective_risk,generalized_risk", "3.0,0.2,0.0,0.0",
        ])
      try program.write("energy\n3\n2\n", to: "short.csv")
      let outcome = try program.run([
        "metrics", "--outputs", "test.safetensors", "--id", "short.csv",
      ])
      #expect(outcome.status == 65)
      #expect(outcome.error.contains("short.csv: 2 scores, expected 3"))
    }
  }

  @Test("labels are needed, and refused where they are no class")
  func faults() throws {
    try withOutputs { program in
      try program.writeTensors(["logits": probabilities], to: "bare.safetensors")
      let bare = try program.run(["metrics", "--outputs", "bare.safetensors"])
      #expect(bare.status == 65)
      #expect(bare.error.contains("expected labels [images] too"))
      try program.writeTensors(["logits": probabilities], labels: [0, 2, 0], to: "b.safetensors")
      let wrong = try program.run(["metrics", "--outputs", "b.safetensors"])
      #expect(wrong.status == 65)
      #expect(wrong.error.contains("image 1"))
    }
  }

  @Test("an operating point states thresholds, promises and what they did, or too few images")
  func operatingPoint() throws {
    try withOutputs { program in
      let validation = (1...60).map { "\($0)" }.joined(separator: "\n")
      try program.write("energy:temperature=0.5\n\(validation)\n", to: "val.csv")
      let found = try json(
        program,
        [
          "--validation", "val.csv", "--id", "scores.csv", "--ood", "near=far.csv", "--covariate",
          "scores.csv", "--operating-point", "point.json",
        ])
      #expect(
        try JSONValue(parsing: FileBytes.read("\(program.folder)/point.json"), name: "p") == found)
      #expect(found["detector"]?.string == "energy")
      #expect(found["settings"]?.string == "temperature=0.5")
      guard case .array(let thresholds)? = found["thresholds"],
        case .array(let sets)? = found["realised"]
      else {
        Issue.record("\(found)")
        return
      }
      // Of 60 images: rank 6 at 90 %, 3 at 95 % on average; 1 with confidence at 95 %.
      #expect(thresholds.map { $0["threshold"]?.double } == [6, 2, 3, 1, nil, nil])
      #expect(
        sets.map { $0["role"]?.string } == [
          "in-distribution", "out-of-distribution", "covariate-shift",
        ])
      let text = try program.run([
        "metrics", "--validation", "val.csv", "--operating-point", "point.json",
      ])
      #expect(text.output.contains("none: needs 299 images"))
      #expect(text.output.contains("in-distribution is positive"))
    }
  }

  @Test("options of one form are refused with another")
  func usage() throws {
    try withOutputs { program in
      for arguments in [
        ["--validation", "scores.csv"], ["--operating-point", "p.json"],
        ["--outputs", "test.safetensors", "--ood", "far.csv"],
        ["--id", "scores.csv", "--ood", "far.csv", "--curve", "c.csv"],
        ["--outputs", "test.safetensors", "--explain"],
      ] {
        let outcome = try program.run(["metrics"] + arguments)
        #expect(outcome.status == 64, "\(arguments)")
      }
    }
  }
}
