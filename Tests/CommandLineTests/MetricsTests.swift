import Configuration
import FileFormats
import Testing

@Suite("ood metrics")
struct MetricsTests {
  /// AUROC by hand: 7.5 of 9 pairs; the areas by scikit-learn's `roc_auc_score`,
  /// `average_precision_score` and `precision_recall_curve`.
  @Test("prints one JSON object with the fixed names")
  func json() throws {
    try withProgram { program in
      try program.write("score\n0.9\n0.8\n0.7\n", to: "id.csv")
      try program.write("0.1\r\n0.75\r\n0.7\r\n", to: "ood.csv")
      let outcome = try program.run(["metrics", "--id", "id.csv", "--ood", "ood.csv", "--json"])
      #expect(outcome.status == 0)
      #expect(outcome.error == "")
      let json = try JSONValue(parsing: outcome.output, name: "metrics")
      let expected: [(String, Double)] = [
        ("auroc", 7.5 / 9), ("ap_in", 0.866_666_666_666_666_7), ("ap_out", 0.805_555_555_555_555_6),
        ("aupr_in", 0.877_777_777_777_777_8), ("aupr_out", 0.847_222_222_222_222_1), ("n_id", 3),
        ("n_ood", 3),
      ]
      for (name, value) in expected {
        let found = try #require(json[name]?.double, "\(name)")
        #expect((found - value).magnitude < 1e-15, "\(name)")
      }
      guard case .object(let members) = json, case .object(let rates)? = json["fpr95"] else {
        Issue.record("\(outcome.output)")
        return
      }
      #expect(Set(members.keys) == Set(expected.map(\.0) + ["fpr95", "detection_error"]))
      #expect(
        Set(rates.keys) == ["id-nearest", "id-at-least", "ood-at-least", "interpolated"])
      #expect(try program.contents() == ["id.csv", "ood.csv"])
    }
  }

  @Test(
    "bad scores are named with file and line",
    arguments: [
      ("score\n1\nnan\n", "ood.csv:3: expected a score, found 'nan'"),
      ("score\n1\nx\n", "ood.csv:3: expected a score, found 'x'"),
      ("score\n", "ood.csv: there is no score"), ("", "ood.csv: the file is empty"),
      ("a,b\n1,2\n", "ood.csv:1: 2 columns, so name one with --column: a, b"),
      ("a,\"b\n1,2\n", "ood.csv: "),
    ])
  func faults(text: String, message: String) throws {
    try withProgram { program in
      try program.write("score\n1\n", to: "id.csv")
      try program.write(text, to: "ood.csv")
      let outcome = try program.run(["metrics", "--id", "id.csv", "--ood", "ood.csv", "--json"])
      #expect(outcome.status == 65)
      #expect(outcome.output == "")
      #expect(outcome.error.hasPrefix("error: "))
      #expect(outcome.error.contains(message), "\(outcome.error)")
    }
  }
}
