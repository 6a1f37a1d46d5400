import ArgumentParser
import Configuration
import FileFormats
import FoundationEssentials
import Results

/// Many records from disk to tables; there is no peer, for nobody else's results are that many.
struct RecordsCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Read, check and tabulate invented records: 5 methods x 4 shots, the rest seeds.")

  @Option(help: "The number of records.") var count = 10_000
  @Option(help: "The rows of a record: 4 detectors on as many splits as that needs.") var rows = 16
  @Option var repetitions = 1

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/ood-records-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = RecordStore(folder: folder)
    for index in 0..<count {
      let record = record(index)
      let path = store.path(of: try record.runID())
      try FileManager.default.createDirectory(
        atPath: String(path.dropLast(18)), withIntermediateDirectories: true)
      // Not published one by one: flushing each to the disk would take the longest.
      try Data(record.text().utf8).write(to: URL(filePath: path))
    }
    let measurement = Measurement(repetitions: repetitions)
    try measurement.report("records-\(count)-load", threads: 0) {
      Double(try store.records().count)
    }
    let records = try store.records()
    try measurement.report("records-\(count)-tabulate", threads: 1) {
      let outputs = try SweepOutputs(
        records: RecordSet(records), sweep: "many", dimensions: ["method", "shots", "seed"])
      return Double(outputs.tables.count)
    }
    try measurement.report("records-\(count)-load-and-tabulate", threads: 0) {
      let outputs = try SweepOutputs(
        records: RecordSet(store.records()), sweep: "many", dimensions: ["method", "shots", "seed"])
      return Double(outputs.tables.count)
    }
  }

  private func record(_ index: Int) -> UnitRecord {
    let methods = ["zeroshot", "coop", "lora", "full", "linear-probe"]
    let detectors = ["mcm", "msp", "max-logit", "energy"]
    let names = [
      "auroc", "aupr-in", "aupr-out", "ap-in", "ap-out", "detection-error", "fpr95/id-nearest",
      "fpr95/id-at-least", "fpr95/ood-at-least", "fpr95/interpolated",
    ]
    let results = (0..<rows).map { row in
      var metrics: [String: Double] = [:]
      for (place, name) in names.enumerated() {
        metrics[name] = Double((index &* 7_919 + row * 104_729 + place * 31) % 99_991) / 99_991
      }
      return ResultRow(
        detector: detectors[row % detectors.count], revision: 1,
        split: "split-\(row / detectors.count)", role: row < 8 ? .near : .far, nID: 10_000,
        nOOD: 10_000, metrics: metrics)
    }
    let method = methods[index % 5]
    let config: JSONValue = .object([
      "id": .string("fashion"), "model": .string("ood-tiny"), "limit": .integer(0),
      "method": .object([
        method: .object([
          "rank": .integer(4), "learning_rate": .number(0.002), "epochs": .integer(50),
        ])
      ]),
      "shots": .integer([1, 4, 16, 64][index / 5 % 4]), "seed": .integer(index / 20),
      "detectors": .array(detectors.map { .object([$0: .object([:])]) }),
    ])
    let hash = String(repeating: "0123456789abcdef", count: 4)
    return UnitRecord(
      identity: RunIdentity(
        config: config,
        data: Dictionary(
          uniqueKeysWithValues: (0..<max(1, rows / 4)).map { ("split-\($0)", hash) }),
        weights: ["ood-tiny": hash], revs: ["encoder": 1, "metrics": 1, "method/\(method)": 1]),
      metrics: ["accuracy": Double(index % 1_000) / 1_000],
      training: TrainingFacts(
        trainableParameters: 512, totalParameters: 2_559_745, steps: 150,
        losses: (0..<50).map { 1 / Double($0 + 1 + index % 3) }),
      results: results, env: .object(["build": .string("release")]), timing: ["train": 1.348])
  }
}
