import Configuration
import Metrics
import Results

/// A claim held against the records of its sweep.
public struct ClaimCheck: Sendable {
  /// What came of it.
  public enum Verdict: String, Sendable {
    /// The number lies within the tolerance.
    case holds
    /// The number lies elsewhere.
    case fails
    /// Units have no record, or records lack the number.
    case missing
  }

  /// The claim.
  public let claim: Claim
  /// The mean in per cent, with its spread over the units; nil where one has no value.
  public let found: Summary?
  /// The number of units that the claim is about.
  public let unitCount: Int
  /// Seconds that the records took to make, all phases together.
  public let seconds: Double

  /// Whether the claim holds.
  public var verdict: Verdict {
    guard let found else { return .missing }
    // The last digit of a decimal number in binary must not decide.
    return (found.mean - claim.expected).magnitude <= claim.tolerance + 1e-9 ? .holds : .fails
  }

  /// Checks a claim.
  ///
  /// - Parameters:
  ///   - claim: the claim.
  ///   - sweep: its sweep.
  ///   - records: the records of the sweep's folder.
  /// - Throws: `ConfigurationError` if the condition on units cannot be read.
  public init(_ claim: Claim, sweep: Sweep<UnitSettings>, records: [UnitRecord]) throws {
    let filter = try SweepFilter(claim.units, dimensions: sweep.dimensionNames)
    let wanted = try sweep.units.filter { filter.admits($0.cell) }.map {
      try $0.settings.deciding()
    }
    let own = wanted.map { config in records.first { $0.identity.config == config } }
    let values = own.compactMap { $0.flatMap { ClaimCheck.value(of: claim, in: $0) } }
    self.claim = claim
    unitCount = wanted.count
    found = values.count == wanted.count ? try? Summary(values.map { 100 * $0 }) : nil
    seconds = own.compactMap { $0?.timing.values.reduce(0, +) }.reduce(0, +)
  }

  /// The claim's number in one record, as a fraction; nil where it is not there.
  private static func value(of claim: Claim, in record: UnitRecord) -> Double? {
    guard let metric = MetricDescription(name: claim.metric) else { return nil }
    switch metric.input {
    case .classifications: return record.metrics[metric.name]
    case .confidences:
      return record.detectors.first { $0.detector == claim.detector }?.metrics[metric.name]
    case .scores, .scoreValues: break
    }
    let rows = record.results.filter { row in
      row.detector == claim.detector
        && (claim.splits.isEmpty
          ? claim.roles.contains(row.role) : claim.splits.contains(row.split))
    }
    let values = rows.compactMap { $0.metrics[metric.name] }
    let isWhole = claim.splits.isEmpty || rows.count == claim.splits.count
    return isWhole && values.count == rows.count ? try? Summary(values).mean : nil
  }
}

extension Sweep {
  /// The names of all dimensions, those of zips one by one.
  var dimensionNames: [String] {
    var names: [String] = []
    for value in units.flatMap(\.cell.values) where !names.contains(value.dimension) {
      names.append(value.dimension)
    }
    return names
  }
}
