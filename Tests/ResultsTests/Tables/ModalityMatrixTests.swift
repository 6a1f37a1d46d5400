import Configuration
import Testing

@testable import Results

@Suite("Each benchmark against each other one")
struct ModalityMatrixTests {
  /// Two benchmarks, two seeds of one method; one of the four cells has a single seed.
  static func records() -> [UnitRecord] {
    let names: JSONValue = .array([.string("b"), .string("a")])
    func record(_ id: String, _ ood: String, seed: Int, auroc: Double) -> UnitRecord {
      SampleRecords.record(
        method: "lora", shots: 4, seed: seed, accuracy: 0.5,
        rows: [SampleRecords.row("mcm", ood, .far, auroc: auroc, fpr95: 0.25)],
        extra: ["id": .string(id), "ood_from": names])
    }
    return [
      record("a", "b", seed: 1, auroc: 0.75), record("a", "b", seed: 2, auroc: 0.5),
      record("b", "a", seed: 1, auroc: 0.875),
    ]
  }

  @Test("rows are in distribution, columns out of it, the diagonal is empty")
  func table() throws {
    let outputs = try SweepOutputs(
      records: RecordSet(Self.records()), sweep: "s", dimensions: ["id", "method", "seed"])
    func text(_ name: String) throws -> String {
      try #require(outputs.tables.first { $0.name == name }).text
    }
    let lines = try text("modalities.md").split(separator: "\n")
    #expect(lines[1] == "| method | shots | detector | ID | b | a |")
    #expect(lines[3] == "| lora | 4 | mcm | b |  | 87.5 / 25.0 |")
    #expect(lines[4] == "| lora | 4 | mcm | a | 62.5 / 25.0 |  |")
    let rows = try text("modalities.csv").split(separator: "\n")
    #expect(rows[0] == "method,shots,detector,id,ood,metric,mean,sd,seeds")
    #expect(rows[1] == "lora,4,mcm,b,a,auroc,0.875,,1")
    #expect(rows[2].hasPrefix("lora,4,mcm,a,b,auroc,0.625,0.1767766952966"))
    #expect(rows.count == 5)
    #expect(try text("modalities.tex").contains("lora & 4 & mcm & b &"))
    let figure = try #require(outputs.figures.first { $0.name == "modalities-mcm" })
    // The shade of an AUROC of 62.5 % is a quarter of the way from chance to perfect.
    #expect(figure.data.contains("0,auroc,lora,4,a,b,0,1,62.500000,62.5,0.2500"))
    #expect(figure.script.contains("set multiplot"))
  }

  @Test("records of benchmarks with their own sets make none")
  func none() throws {
    #expect(try ModalityMatrix(RecordSet(SampleRecords.few), spec: TableSpec()) == nil)
    let figures = try SweepOutputs.figures(
      of: [.modalities], records: RecordSet(SampleRecords.few))
    #expect(figures.isEmpty)
  }
}
