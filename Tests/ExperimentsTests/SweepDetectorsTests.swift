import Configuration
import Detectors
import Experiments
import Results
import TestSupport
import Testing

/// Every registered detector that a sweep takes, on the made-up benchmark.
@Suite("The detectors of a sweep")
struct SweepDetectorsTests {
  /// Settings where the defaults ask for more than 30 training images or 60 words.
  private static let settings = ["knn": "{knn: {k: 5}}", "neglabel": "{neglabel: {groups: 3}}"]

  private static let detectors = allDetectors.map { $0.name }.filter { name in
    let text = "ood: 1\nname: toy\ngrid: {seed: [1]}\ndetectors: [\(name)]\n"
    return (try? Sweep<UnitSettings>(path: "toy.yaml") { _ in text }) != nil
  }

  private static var sweep: String {
    """
    ood: 1
    name: toy
    model: toy
    id: fashion
    shots: 2
    grid: {method: [zeroshot, lora@small, full@small], seed: [1]}
    set:
      - {when: {method: lora@small}, method.lora.training.epochs: 2}
      - {when: {method: full@small}, method.full.training.epochs: 2}
    detectors: [\(detectors.map { settings[$0] ?? $0 }.joined(separator: ", "))]

    """
  }

  @Test("all give finite metrics, whatever the threads and whether outputs are cached")
  func all() throws {
    try withTemporaryFolder { folder in
      let texts = try [1, 2, 2].enumerated().map { index, threads -> [String] in
        let sweep = try ToySweep(in: folder, run: "run-\(index)", cache: "cache-\(index / 2)")
        let (summary, errors) = try sweep.run(SweepDetectorsTests.sweep, threads: threads)
        #expect(errors == [])
        #expect(summary.run == 3)
        let records = try sweep.store.records()
        for record in records {
          #expect(Set(record.results.map(\.detector)) == Set(SweepDetectorsTests.detectors))
        }
        return try records.map { try $0.comparable() }
      }
      #expect(texts[0] == texts[1])
      #expect(texts[0] == texts[2])
    }
  }
}
