import Configuration
import Foundation
import RandomStreams
import Results

/// Invented records with short numbers, so that expected tables can be checked by hand.
enum SampleRecords {
  static func record(
    method: String, shots: Int, seed: Int, accuracy: Double, rows: [ResultRow],
    extra: [String: JSONValue] = [:]
  ) -> UnitRecord {
    var config = extra
    config["method"] = .object([method: .object(["rank": .integer(4)])])
    config["shots"] = .integer(shots)
    config["seed"] = .integer(seed)
    config["id"] = extra["id"] ?? .string("fashion")
    return UnitRecord(
      identity: RunIdentity(
        config: .object(config), data: ["fashion": "d1"], weights: ["ood-tiny": "w1"],
        revs: ["method/\(method)": 1]),
      metrics: ["accuracy": accuracy],
      training: method == "zeroshot"
        ? nil
        : TrainingFacts(
          trainableParameters: 10, totalParameters: 100, steps: 5, losses: [1.5, 0.25]),
      results: rows, env: .object(["host": .string("a")]), timing: ["train": 1.5])
  }

  static func row(
    _ detector: String, _ split: String, _ role: OODRole, auroc: Double, fpr95: Double
  ) -> ResultRow {
    ResultRow(
      detector: detector, revision: 1, split: split, role: role, nID: 1000, nOOD: 500,
      metrics: ["auroc": auroc, "fpr95/id-nearest": fpr95])
  }

  /// Everything that a record can say of its training.
  static var training: TrainingFacts {
    TrainingFacts(
      trainableParameters: 10, totalParameters: 100, steps: 5, losses: [1.5, 0.25],
      adapterBytes: 40, logitScale: 17.5, featureDrift: 0, textDrift: 0.125,
      trajectory: Trajectory(
        detector: "mcm",
        sets: [
          .init(name: "fashion", role: .id, images: 100),
          .init(name: "near-a", role: .near, images: 50),
        ],
        points: [
          .init(
            stage: 0, epoch: 0, accuracy: 0.5,
            splits: ["near-a": ["auroc": 0.625, "fpr95/id-nearest": 1]]),
          .init(stage: 1, epoch: 2, accuracy: 0.75, splits: [:]),
        ]))
  }

  /// zeroshot with a single seed, coop with two: means and deviations follow by hand.
  static var few: [UnitRecord] {
    [
      record(
        method: "zeroshot", shots: 1, seed: 0, accuracy: 0.5,
        rows: [
          row("mcm", "near-a", .near, auroc: 0.6, fpr95: 0.9),
          row("energy", "near-a", .near, auroc: 0.7, fpr95: 0.8),
          row("mcm", "far_b", .far, auroc: 0.9, fpr95: 0.31125),
          row("energy", "far_b", .far, auroc: 0.95, fpr95: 0.2),
        ]),
      record(
        method: "coop", shots: 4, seed: 0, accuracy: 0.75,
        rows: [
          row("mcm", "near-a", .near, auroc: 0.7, fpr95: 0.8),
          row("energy", "near-a", .near, auroc: 0.7, fpr95: 0.7),
          row("mcm", "far_b", .far, auroc: 0.8, fpr95: 0.4),
          row("energy", "far_b", .far, auroc: 0.9, fpr95: 0.3),
        ]),
      record(
        method: "coop", shots: 4, seed: 1, accuracy: 0.85,
        rows: [
          row("mcm", "near-a", .near, auroc: 0.8, fpr95: 0.6),
          row("energy", "near-a", .near, auroc: 0.7, fpr95: 0.8),
          row("mcm", "far_b", .far, auroc: 0.9, fpr95: 0.2),
        ]),
    ]
  }

  /// Four methods, three numbers of shots, three seeds: the shape of a real sweep.
  static var many: [UnitRecord] { records(detectors: ["mcm", "energy", "max-logit"]) }

  /// The same with the curves of normal scores: the harder the split, the nearer its mean.
  static func curved(_ records: [UnitRecord] = many) throws -> [UnitRecord] {
    try records.enumerated().map { index, record in
      var record = record
      var source = RandomSource(seed: UInt64(index), purpose: "scores")
      func scores(_ mean: Double) -> [Double] { (0..<150).map { _ in mean + source.normal() } }
      let detectors = record.results.map(\.detector).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      record.curves = ScoreCurves(
        try detectors.enumerated().map { place, detector in
          let gain = 1 + 0.2 * Double(place % 4) + 0.1 * Double(index % 5)
          let id = scores(gain)
          return try ScoreCurves.Detector(
            detector: detector, inDistribution: id,
            isCorrect: id.map { $0 + source.normal() > 0.5 },
            splits: [
              ("near-classes", scores(0.4)), ("digits", scores(-0.4)), ("animals", scores(0)),
            ])
        })
      return record
    }
  }

  /// The same with so many detectors that they take rows.
  static var wide: [UnitRecord] {
    records(detectors: (1...12).map { "detector-\($0 < 10 ? "0" : "")\($0)" })
  }

  private static func records(detectors: [String]) -> [UnitRecord] {
    var records: [UnitRecord] = []
    let methods = ["zeroshot", "coop", "lora", "full"]
    for (place, method) in methods.enumerated() {
      for shots in method == "zeroshot" ? [1] : [1, 4, 16] {
        for seed in 0..<3 {
          let gain = log2(Double(shots) + 1) * Double(place) * 0.02
          let noise = Double((seed * 7 + shots * 3 + place * 5) % 11 - 5) * 0.004
          var rows: [ResultRow] = []
          for (index, detector) in detectors.enumerated() {
            for (split, role, base) in [
              ("near-classes", OODRole.near, 0.68), ("digits", .far, 0.84),
              ("animals", .far, 0.80),
            ] {
              let step = Double(index % 7)
              let drop = Double(place) * step * 0.008
              let auroc = min(0.99, base + gain * 0.7 - drop + noise + step * 0.02)
              rows.append(
                row(detector, split, role, auroc: auroc, fpr95: min(1, 2.1 * (1 - auroc))))
            }
          }
          records.append(
            record(
              method: method, shots: shots, seed: seed, accuracy: 0.58 + gain * 1.6 + noise,
              rows: rows))
        }
      }
    }
    return records
  }
}
