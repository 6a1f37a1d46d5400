import Metrics

/// The values of one cell before they are summarised, by seed.
struct Measurement: Equatable {
  let values: [String: Double]
  let summary: Summary
  /// Whether its single value is the same for every seed, and so may be compared with many.
  let isConstant: Bool

  /// Nil without a value.
  init?(_ values: [String: Double], isConstant: Bool = false) {
    // In the order of the seeds: a sum's last bit must not depend on a hash.
    let sorted = values.sorted { $0.key < $1.key }.map(\.value)
    guard let summary = try? Summary(sorted) else { return nil }
    self.values = values
    self.summary = summary
    self.isConstant = isConstant
  }

  /// The two-sided p-value of no difference over seeds; nil where nothing can be tested.
  ///
  /// Paired over common seeds, of which two are needed; a constant is paired with every seed.
  func pValue(against other: Measurement) -> Double? {
    let seeds: [String]
    switch (isConstant, other.isConstant) {
    case (true, true): return nil
    case (true, false): seeds = other.values.keys.sorted()
    case (false, true): seeds = values.keys.sorted()
    case (false, false): seeds = values.keys.filter { other.values[$0] != nil }.sorted()
    }
    return PairedTTest(seeds.map { (first: value(at: $0), second: other.value(at: $0)) })?.pValue
  }

  private func value(at seed: String) -> Double {
    isConstant ? summary.mean : values[seed] ?? .nan
  }
}
