import Metrics

/// The values of one cell before they are summarised, by seed.
struct Measurement: Equatable {
  /// The seeds in order, each once.
  let seeds: [String]
  /// A value for each seed.
  let values: [Double]
  let summary: Summary
  /// Whether its single value is the same for every seed, and so may be compared with many.
  let isConstant: Bool

  /// Nil without a value.
  ///
  /// The values are summed in the order of the seeds: a sum's last bit must not depend on where a
  /// record lies.
  init?(seeds: [String], values: [Double], isConstant: Bool = false) {
    guard let summary = try? Summary(values) else { return nil }
    self.seeds = seeds
    self.values = values
    self.summary = summary
    self.isConstant = isConstant
  }

  /// The two-sided p-value of no difference over seeds; nil where nothing can be tested.
  ///
  /// Paired over common seeds, of which two are needed; a constant is paired with every seed.
  func pValue(against other: Measurement) -> Double? {
    let pairs: [(first: Double, second: Double)]
    switch (isConstant, other.isConstant) {
    case (true, true): return nil
    case (true, false): pairs = other.values.map { (first: summary.mean, second: $0) }
    case (false, true): pairs = values.map { (first: $0, second: other.summary.mean) }
    case (false, false): pairs = commonSeeds(other)
    }
    return PairedTTest(pairs)?.pValue
  }

  /// This less another, seed by seed over those that both have; a constant is taken from every seed.
  ///
  /// Nil without a common seed.
  func difference(from other: Measurement) -> Measurement? {
    if other.isConstant {
      return Measurement(seeds: seeds, values: values.map { $0 - other.summary.mean })
    }
    let common = seeds.indices.compactMap { index in
      other.seeds.firstIndex(of: seeds[index]).map { (index, $0) }
    }
    return Measurement(
      seeds: common.map { seeds[$0.0] }, values: common.map { values[$0.0] - other.values[$0.1] })
  }

  /// The values at the seeds that both have, in the order of the seeds.
  private func commonSeeds(_ other: Measurement) -> [(first: Double, second: Double)] {
    var pairs: [(first: Double, second: Double)] = []
    var place = 0
    for (index, seed) in seeds.enumerated() {
      while place < other.seeds.count, other.seeds[place] < seed { place += 1 }
      guard place < other.seeds.count else { break }
      if other.seeds[place] == seed {
        pairs.append((first: values[index], second: other.values[place]))
      }
    }
    return pairs
  }
}
