import Configuration
import Results

/// What units that have run did cost, as the records of a folder tell, and what a calibration adds.
struct CostHistory {
  private struct Entry {
    let model: String
    let method: String
    let steps: Int
    let images: Int
    let rows: Int
    let timing: [String: Double]
    let peakMemory: Int?
  }

  private let entries: [Entry]
  private let calibration: [String: Calibration.Costs]

  /// Reads records and, for models by name, calibrations.
  init(_ records: [UnitRecord], calibration: [String: Calibration.Costs]) {
    entries = records.compactMap { record in
      guard let model = record.identity.label("model"),
        let method = record.identity.label("method"),
        !record.timing.isEmpty
      else { return nil }
      var splits: [String: Int] = [:]
      for row in record.results { splits[row.split] = row.nOOD }
      return Entry(
        model: model, method: method, steps: record.training?.steps ?? 0,
        images: splits.values.reduce(record.results.first?.nID ?? 0, +),
        rows: record.results.count, timing: record.timing,
        peakMemory: record.env["peak_memory"]?.double.map { Int($0) })
    }
    self.calibration = calibration
  }

  /// The number of records that training times of a model and method come from.
  func recordCount(_ model: String, _ method: String) -> Int {
    entries.count { $0.model == model && $0.method == method }
  }

  /// Seconds of a unit's own work, without what it shares with others; nil if nothing like it is
  /// known.
  func seconds(of work: UnitWorkload) -> Double? {
    let rest = median(entries.filter { $0.rows > 0 }) { entry in
      ["fit", "score", "measure"].reduce(0) { $0 + (entry.timing[$1] ?? 0) } / Double(entry.rows)
    }
    let detection = (rest ?? 0) * Double(work.rows)
    if work.isStored { return detection }
    // Units that found their outputs stored tell nothing about training and encoding.
    let own = entries.filter {
      $0.model == work.model && $0.method == work.method && $0.timing["train"] != nil
    }
    let trained = own.filter { $0.steps > 0 }
    let training: Double?
    if work.steps > 0, trained.count == own.count {
      training =
        (median(trained) { ($0.timing["train"] ?? 0) / Double($0.steps) }
        ?? calibration[work.model]?.secondsPerStep[work.method]).map { $0 * Double(work.steps) }
    } else {
      // Methods that train nothing take no steps, whatever their configuration says.
      training = median(own) { $0.timing["train"] ?? 0 } ?? calibration[work.model].map { _ in 0 }
    }
    guard let training else { return nil }
    var seconds = training + (median(own) { $0.timing["trajectory"] ?? 0 } ?? 0)
    if work.isEncodedAnew {
      guard let encoding = encodingSeconds(of: work, among: own) else { return nil }
      seconds += encoding
    }
    return seconds + detection
  }

  /// Seconds to encode the images of a unit's evaluation sets; nil if no rate is known.
  func encodingSeconds(of work: UnitWorkload) -> Double? {
    // Units that found their features in the cache tell nothing about encoding; the slowest did it.
    let rates = entries.filter { $0.model == work.model && $0.images > 0 }.map {
      ($0.timing["encode"] ?? 0) / Double($0.images)
    }
    let calibrated = calibration[work.model].map { 1 / $0.imagesPerSecond }
    return (rates.max() ?? calibrated).map { $0 * Double(work.images) }
  }

  /// The most memory of a unit in bytes, as seen, else as the training needs by its formula; nil if
  /// neither tells.
  func peakMemory(of work: UnitWorkload) -> Int? {
    let seen = entries.filter { $0.model == work.model && $0.method == work.method }
      .compactMap(\.peakMemory)
    return seen.max() ?? calibration[work.model]?.peakMemory ?? work.trainingMemory
  }

  private func encodingSeconds(of work: UnitWorkload, among own: [Entry]) -> Double? {
    median(own.filter { $0.images > 0 }) { ($0.timing["encode"] ?? 0) / Double($0.images) }
      .map { $0 * Double(work.images) } ?? encodingSeconds(of: work)
  }

  private func median(_ entries: [Entry], _ value: (Entry) -> Double) -> Double? {
    let sorted = entries.map(value).sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }
}
