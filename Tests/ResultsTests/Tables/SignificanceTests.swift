import Results
import Testing

// By hand: a's AUROC less c's is 0.09, 0.10, 0.11 over three seeds: mean 0.1, deviation 0.01, so
// t = 0.1 / (0.01 / sqrt(3)) = sqrt(300); at 2 degrees of freedom p = 1 - sqrt(300 / 302) = 0.003317.
// Less b's it is 0.19, 0.20, 0.21: t = sqrt(1200), p = 1 - sqrt(1200 / 1202) = 0.000832, doubled by
// Holm 0.001665. The larger of both is the p-value of a's being the best.
@Suite("Bold in tables")
struct SignificanceTests {
  private let rivals = ["b": [0.61, 0.60, 0.59], "c": [0.71, 0.70, 0.69]]

  private func table(
    _ values: [String: [Double]], untrained: Set<String> = [], fpr95: [String: [Double]] = [:],
    _ change: (inout TableSpec) -> Void = { _ in }
  ) throws -> ResultTable {
    var records: [UnitRecord] = []
    for (method, values) in values {
      for (seed, value) in values.enumerated() {
        let row = SampleRecords.row(
          "mcm", "far", .far, auroc: value, fpr95: fpr95[method]?[seed] ?? 0.5)
        var record = SampleRecords.record(
          method: method, shots: untrained.contains(method) ? 0 : 16, seed: seed + 1, accuracy: 0.5,
          rows: [row])
        if untrained.contains(method) { record.training?.steps = 0 }
        records.append(record)
      }
    }
    var spec = TableSpec()
    spec.rows = ["method"]
    spec.metrics = fpr95.isEmpty ? ["auroc"] : ["fpr95", "auroc"]
    spec.accuracy = false
    change(&spec)
    return try ResultTable(RecordSet(records), spec: spec)
  }

  /// The only column's marks and p-values by row.
  private func column(_ table: ResultTable) -> [String] {
    table.csv().split(separator: "\n").dropFirst().map { String($0) }
  }

  @Test("differences from a baseline are paired by seed, and bold where they are not 0")
  func differences() throws {
    // c less a is -0.09, -0.10, -0.11: mean -10, deviation 1, half of the 95 % t-interval
    // 4.302653 / sqrt(3) = 2.484. b less a is -0.19, -0.20, -0.21: -20. Holm: 0.001665, 0.003317.
    let found = try table(["a": [0.8, 0.8, 0.8]].merging(rivals) { $1 }) {
      $0.baseline = ["method": "a"]
      $0.spread = .interval
    }
    #expect(found.testCount == 2)
    #expect(column(found) == ["b,3,-20.00,2.48,0.001665", "c,3,-10.00,2.48,0.003317"])
    let text = found.markdown()
    #expect(text.contains("| b | 3 | **-20.00** ± 2.48 |\n| c | 3 | **-10.00** ± 2.48 |\n"))
    #expect(text.contains("Differences in percentage points: mean of row less baseline (method a)"))
    // By chance alone: 1, -1, 0 points.
    let even = try table(["a": [0.8, 0.8, 0.8], "d": [0.81, 0.79, 0.8]]) {
      $0.baseline = ["method": "a"]
    }
    #expect(column(even) == ["d,3,+0.00,1.00,1.000000"])
    #expect(!even.markdown().contains("**"))
  }

  @Test("a row without its baseline, and a baseline of a setting that makes no row, are errors")
  func noBaseline() {
    for baseline in [["method": "z"], ["shots": "4"]] {
      #expect(throws: ResultsError.self) {
        try table(["a": [0.8], "b": [0.7]]) { $0.baseline = baseline }
      }
    }
  }

  @Test("the best is bold when it beats every rival, with the p-value of the hardest")
  func bold() throws {
    let table = try table(["a": [0.8, 0.8, 0.8]].merging(rivals) { $1 })
    #expect(table.testCount == 2)
    #expect(
      column(table) == ["a,3,80.00,0.00,0.003317", "b,3,60.00,1.00,", "c,3,70.00,1.00,"])
    let text = table.markdown()
    #expect(text.contains("| a | 3 | **80.00** ± 0.00 |\n| b | 3 | 60.00 ± 1.00 |\n"))
    #expect(
      text.contains(
        "Bold: best mean of a column, significantly better than every other row (two-sided paired "
          + "t-tests over seeds, Holm-adjusted over the table's 2 tests, alpha = 0.05); italic: "
          + "best mean, not significantly."))
    #expect(table.latex().contains("a & 3 & \\textbf{80.00} {\\scriptsize$\\pm$ 0.00}"))
  }

  @Test("seeds are paired: a shift of all rows by seed changes no p-value")
  func paired() throws {
    let shift = [-0.3, 0, 0.15]
    let shifted = ["a": [0.8, 0.8, 0.8]].merging(rivals) { $1 }.mapValues {
      zip($0, shift).map { $0 + $1 }
    }
    #expect(column(try table(shifted)).first?.hasSuffix(",0.003317") == true)
  }

  @Test("one close rival is enough for italic")
  func close() throws {
    // Less d's it is 0.01, -0.01, 0.03: mean 0.01, deviation 0.02, t = sqrt(3) / 2, p = 0.4778.
    let table = try table(
      ["a": [0.8, 0.8, 0.8], "d": [0.79, 0.81, 0.77]].merging(rivals) { $1 })
    #expect(column(table).first == "a,3,80.00,0.00,0.477767")
    #expect(table.markdown().contains("| a | 3 | *80.00* ± 0.00 |"))
    #expect(table.latex().contains("\\textit{80.00}"))
    #expect(!table.markdown().contains("**"))
  }

  @Test("the family is the whole table: further columns take bold away")
  func family() throws {
    let values = ["a": [0.8, 0.8, 0.8], "c": [0.71, 0.70, 0.69]]
    let fpr95 = ["a": [0.4, 0.5, 0.6], "c": [0.6, 0.5, 0.5]]
    let one = try table(values) { $0.alpha = 0.005 }
    #expect(one.testCount == 1)
    #expect(one.markdown().contains("**80.00**"))
    let two = try table(values, fpr95: fpr95) { $0.alpha = 0.005 }
    #expect(two.testCount == 2)
    #expect(two.rows[0].cells[1]?.pValue.map { abs($0 - 2 * 0.0033167) < 1e-6 } == true)
    #expect(two.markdown().contains("*50.00* ± 10.00 | *80.00* ± 0.00"))
  }

  @Test("the lower FPR95 is the better one")
  func lower() throws {
    let table = try table(
      ["a": [0.5, 0.5, 0.5], "b": [0.5, 0.5, 0.5]],
      fpr95: ["a": [0.21, 0.20, 0.19], "b": [0.31, 0.30, 0.32]])
    #expect(table.markdown().contains("| a | 3 | **20.00** ± 1.00 | 50.00 ± 0.00 |"))
  }

  @Test("a run that draws nothing is a constant for the seeds of the others")
  func constant() throws {
    let values = ["a": [0.81, 0.80, 0.79], "zeroshot": [0.7]]
    let table = try table(values, untrained: ["zeroshot"])
    #expect(column(table) == ["a,3,80.00,1.00,0.003317", "zeroshot,1,70.00,,"])
    #expect(table.markdown().contains("is tested as a constant."))
    let best = try self.table(
      ["a": [0.61, 0.60, 0.59], "zeroshot": [0.7]], untrained: ["zeroshot"])
    #expect(best.markdown().contains("| zeroshot | 1 | **70.00** |"))
  }

  @Test("a single seed of a trained method is no constant, and two constants give no test")
  func untestable() throws {
    let single = try table(["a": [0.81, 0.80, 0.79], "b": [0.7]])
    #expect(single.testCount == 0)
    #expect(single.markdown().contains("| a | 3 | *80.00* ± 1.00 |"))
    #expect(single.markdown().contains("no test is possible, so nothing is bold."))
    let constants = try table(["a": [0.8], "b": [0.7]], untrained: ["a", "b"])
    #expect(constants.testCount == 0)
    #expect(!constants.markdown().contains("**"))
  }

  @Test("differences without spread are no evidence")
  func spreadless() throws {
    let table = try table(["a": [0.8, 0.7, 0.9], "b": [0.7, 0.6, 0.8]])
    #expect(table.testCount == 0)
    #expect(table.rows[0].cells[0]?.isBest == true)
    #expect(table.rows[0].cells[0]?.pValue == nil)
  }

  @Test("pairs are the seeds both rows have, of which two are needed")
  func commonSeeds() throws {
    // Seeds 1 to 3 of a and c are those of `bold`; seed 4 of a has no partner.
    let table = try table(["a": [0.8, 0.8, 0.8, 0.8], "c": [0.71, 0.70, 0.69]])
    #expect(column(table).first == "a,4,80.00,0.00,0.003317")
    #expect(try self.table(["a": [0.8, 0.81, 0.8], "c": [0.7]]).testCount == 0)
  }

  @Test("equal rows are unmarked, ties of the best share its italic, and a lone row has no note")
  func ties() throws {
    let equal = try table(["a": [0.8, 0.7], "b": [0.8, 0.7]]).markdown()
    #expect(equal.contains("| a | 2 | 75.00 ± 7.07 |\n| b | 2 | 75.00 ± 7.07 |"))
    let tie = try table(["a": [0.8, 0.7], "b": [0.7, 0.8], "c": [0.5, 0.5]]).markdown()
    #expect(tie.contains("| a | 2 | *75.00* ± 7.07 |\n| b | 2 | *75.00* ± 7.07 |\n| c | 2 | 50.00"))
    let lone = try table(["a": [0.8, 0.7]])
    #expect(lone.testCount == 0)
    #expect(!lone.markdown().contains("*") && !lone.markdown().contains("talic"))
  }

  @Test("a significant best that rounds to its rival's digits stands alone")
  func rounding() throws {
    let table = try table(["a": [0.800010, 0.800011], "b": [0.800000, 0.8]])
    #expect(table.markdown().contains("| a | 2 | **80.00** ± 0.00 |\n| b | 2 | 80.00 ± 0.00 |"))
  }

  @Test("rows of other benchmarks are no rivals")
  func benchmarks() throws {
    let one = try table(["a": [0.8, 0.8, 0.8], "c": [0.71, 0.70, 0.69]])
    let apart = try table(["a": [0.8, 0.8, 0.8], "c": [0.71, 0.70, 0.69]]) {
      $0.comparableWithin = ["method"]
    }
    #expect(one.testCount == 1 && apart.testCount == 0)
  }

  @Test("intervals over seeds are Student's, and every format says which spread it shows")
  func intervals() throws {
    // t(0.975, 2 degrees) = 4.302653: half of the interval is 4.302653 * 0.01 / sqrt(3) = 0.024841.
    let table = try table(rivals) { $0.spread = .interval }
    #expect(column(table).first == "b,3,60.00,2.48,")
    #expect(table.csv().contains("mcm auroc ci95 half-width (%)"))
    #expect(table.markdown().contains("mcm AUROC ↑ (% ± 95 % CI)"))
    #expect(table.markdown().contains("| b | 3 | 60.00 ± 2.48 |"))
    #expect(
      table.markdown().contains(
        "mean ± half the 95 % confidence interval (CI) of the mean over seeds (Student's t), "
          + "n = 3."))
    #expect(table.latex().contains("& & {\\scriptsize \\% $\\pm$ 95 \\% CI} \\\\"))
  }
}
