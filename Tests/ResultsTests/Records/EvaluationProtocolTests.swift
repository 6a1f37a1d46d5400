import Configuration
import Testing

@testable import Results

@Suite("EvaluationProtocol")
struct EvaluationProtocolTests {
  private func record(
    seed: Int = 1, id: String = "fashion", method: String = "coop",
    data: [String: String] = ["t": "d1", "x": "d2"], role: OODRole = .far
  ) -> UnitRecord {
    UnitRecord(
      identity: RunIdentity(
        config: .object([
          "id": .string(id), "method": .string(method), "shots": .integer(1),
          "seed": .integer(seed),
        ]), data: data, weights: [:], revs: [:]),
      metrics: ["accuracy": 0.5], training: nil,
      results: [SampleRecords.row("mcm", "x", role, auroc: 0.5, fpr95: 0.5)])
  }

  @Test("is of what is measured on, not of what training and fitting see")
  func id() {
    let one = record().evaluationProtocol
    #expect(one.data == ["t": "d1", "x": "d2"])
    #expect(one.roles == ["x": .far])
    let training = [
      "few-shot": "a", "few-shot-validation": "e", "fit-training": "b", "validation": "c",
      "words": "d",
    ]
    let other = record(data: training.merging(["t": "d1", "x": "d2"]) { $1 })
    #expect(other.evaluationProtocol == one)
    // sha256sum of {"data":{"t":"d1","x":"d2"},"roles":{"x":"far"}}
    #expect(one.id == "aee3d9e48e1f")
    #expect(record(role: .near).evaluationProtocol.id != one.id)
    #expect(record(data: ["t": "d1", "x": "d3"]).evaluationProtocol.id != one.id)
  }

  @Test("a table refuses rows of one benchmark with other data, and says what differs")
  func refused() throws {
    let one = record()
    let other = record(method: "lora", data: ["t": "d1", "x": "e2", "prompts": "p"])
    do {
      _ = try ResultTable(RecordSet([one, other]))
      Issue.record("no error")
    } catch let error as ResultsError {
      #expect(error.description.contains(try one.runID()))
      #expect(error.description.contains(try other.runID()))
      #expect(error.description.contains(one.evaluationProtocol.id))
      #expect(error.description.contains(other.evaluationProtocol.id))
      #expect(error.description.contains("x differs"))
      #expect(error.description.contains("has prompts"))
    }
    #expect(throws: ResultsError.self) {
      try SweepOutputs(records: RecordSet([one, other]), sweep: "s", dimensions: ["method"])
    }
    let moved = record(method: "lora", role: .near)
    #expect(throws: ResultsError.self) { try ResultTable(RecordSet([one, moved])) }
  }

  @Test("other benchmarks may have other data, and so may what 'comparable_within' tells apart")
  func admitted() throws {
    let one = record()
    let other = record(id: "digits", method: "lora", data: ["t": "e1", "x": "e2"])
    #expect(try ResultTable(RecordSet([one, other])).rows.count == 2)
    let same = record(method: "lora", data: ["t": "e1", "x": "e2"])
    var spec = TableSpec()
    spec.comparableWithin = ["id", "method"]
    #expect(try ResultTable(RecordSet([one, same]), spec: spec).rows.count == 2)
  }
}
