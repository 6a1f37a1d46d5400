import Configuration
import FileFormats
import Metrics
import RandomStreams
import Results
import TestSupport

/// An invented unit with scores of every image, and ways of breaking it.
struct GuardSample {
  static let text = """
    ood: 1
    baseline: baseline
    sweep: sweep.yaml
    rules:
      - {metric: auroc, tolerance: 0.5}
      - {metric: fpr95, tolerance: 2.0}
      - {metric: acc, tolerance: 1.0}
      - {scores: exact, on: drift}

    """

  var seed = 1
  var scores: [String: [String: [Double]]] = [:]
  var isCorrect: [Bool] = []
  var data = ["digits": "d1"]
  var revs = ["detector/mcm": 1, "metrics": 1]
  var config: [String: JSONValue] = ["id": .string("digits"), "method": .string("zeroshot")]
  var kernel = "Haswell"
  /// Whether there are scores of every image.
  var hasScores = true
  /// A true positive rate other than 95 % at which FPR95 is computed.
  var wrongLevel: Double?

  /// Logits of `count` images a set in five classes, from which `mcm` and `energy` score.
  var logits: [String: [[Double]]] = [:]

  init(count: Int = 300, seed: Int = 1) {
    self.seed = seed
    config["seed"] = .integer(seed)
    var random = RandomSource(seed: UInt64(seed), purpose: "guard sample")
    for (name, height) in [("id", 9.0), ("far", 2.0), ("near", 5.0)] {
      logits[name] = (0..<count).map { image in
        (0..<5).map { column in
          4 * random.uniform() + (column == image % 5 ? height * random.uniform() : 0)
        }
      }
    }
    isCorrect = (0..<count).map { $0 % 4 != 0 }
    score(temperature: 1)
  }

  /// Scores all images anew.
  mutating func score(temperature: Double) {
    for (name, rows) in logits {
      scores[name] = [
        "mcm": rows.map { row in
          let weights = row.map { exponential($0 / temperature) }
          return single((weights.max() ?? 0) / weights.reduce(0, +))
        },
        "energy": rows.map { row in single(row.reduce(0) { $0 + exponential($1 / 4) }) },
      ]
    }
  }

  /// Changes every score of a detector.
  mutating func change(_ detector: String, _ body: (Double) -> Double) {
    for (name, before) in scores { scores[name]?[detector] = before[detector]?.map(body) }
  }

  /// Changes a share of the in-distribution scores of a detector to the lowest of all.
  mutating func worsen(_ detector: String, share: Double) {
    guard var changed = scores["id"]?[detector], let least = changed.min() else { return }
    for index in 0..<Int(share * Double(changed.count)) { changed[index] = least - 1 }
    scores["id"]?[detector] = changed
  }

  func record() throws -> UnitRecord {
    var rows: [ResultRow] = []
    for detector in ["energy", "mcm"] {
      for (split, role) in [("near", OODRole.near), ("far", .far)] {
        let id = scores["id"]?[detector] ?? []
        let ood = scores[split]?[detector] ?? []
        var row = ResultRow(
          detector: detector, revision: 1, split: split, role: role,
          metrics: try DetectionMetrics(inDistribution: id, outOfDistribution: ood))
        if let wrongLevel {
          row.metrics["fpr95/id-nearest"] = try FPR.value(
            inDistribution: id, outOfDistribution: ood, convention: .idNearest, level: wrongLevel)
        }
        rows.append(row)
      }
    }
    return UnitRecord(
      identity: RunIdentity(
        config: .object(config), data: data, weights: ["ood-tiny": "w1"], revs: revs),
      metrics: ["accuracy": Double(isCorrect.count { $0 }) / Double(isCorrect.count)],
      training: nil, results: rows, scores: hasScores ? try ScoresFile(unitScores()) : nil,
      env: .object(["blas_kernel": .string(kernel)]))
  }

  func unitScores() throws -> UnitScores {
    try UnitScores(
      scores.map { name, scores in
        UnitScores.ImageSet(
          name: name,
          samples: UnitScores.samplesHash(
            (0..<(scores["mcm"]?.count ?? 0)).map { "\(name)-\($0)" }),
          scores: scores, isCorrect: name == "id" ? isCorrect : nil)
      })
  }

  var unit: GuardUnit {
    GuardUnit(cell: "digits zeroshot", seed: "\(seed)", config: .object(config))
  }

  /// Compares samples with a baseline of others; by default those of the old ones are planned.
  static func compare(
    _ old: [GuardSample], _ new: [GuardSample], text: String = GuardSample.text,
    planned: [GuardSample]? = nil
  ) throws -> GuardReport {
    try withTemporaryFolder { folder in
      let baseline = RecordStore(folder: "\(folder)/baseline")
      let current = RecordStore(folder: "\(folder)/current")
      for sample in old { _ = try baseline.publish(sample.record()) }
      for sample in new { _ = try current.publish(sample.record()) }
      let file = try GuardFile(path: "guard.yaml", text: text)
      let comparison = try GuardComparison(
        file, units: (planned ?? new).map(\.unit), baseline: baseline, current: current)
      return GuardReport(comparison, file: file, sweep: "sample")
    }
  }
}

/// e^x, without a C library: e^x = (e^(x/1024))^1024, good to ten digits.
private func exponential(_ x: Double) -> Double {
  let step = x / 1024
  var power = 1 + step + step * step / 2 + step * step * step / 6
  for _ in 0..<10 { power *= power }
  return power
}

/// Rounded as files keep scores, so that they come back equal.
private func single(_ score: Double) -> Double { Double(Float(score)) }
