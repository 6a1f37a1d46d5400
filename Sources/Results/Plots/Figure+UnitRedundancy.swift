import Metrics

extension Figure {
  /// Which detectors rank alike in the records of one benchmark, a map for each method.
  ///
  /// A map shows the mean of tau over the method's records, such as its seeds; records that were not
  /// asked for correlations make none.
  ///
  /// - Parameters:
  ///   - prefix: the beginning of the names, before `redundancy-METHOD`.
  ///   - records: the records of one benchmark.
  ///   - spec: gives the order of the methods.
  /// - Throws: `ResultsError` if records of one method have other detectors.
  static func redundancies(
    prefix: String, records: RecordSet, spec: TableSpec
  ) throws -> [Figure] {
    let methods = Set(records.records.map { $0.identity.label("method") ?? "--" })
    return try spec.sorted(Array(methods), by: "method").compactMap { method -> Figure? in
      let own = records.filter { ($0.identity.label("method") ?? "--") == method }
      let matrices = own.records.compactMap(\.redundancy)
      guard let first = matrices.first, matrices.count == own.records.count else { return nil }
      guard matrices.allSatisfy({ $0.detectors == first.detectors }) else {
        throw ResultsError(
          "records of method '\(method)' correlate different detectors; give all units of a sweep "
            + "the same ones")
      }
      guard first.detectors.count > 1 else { return nil }
      let tau = first.tau.indices.map { row in
        first.tau.indices.map { column -> Double? in
          let values = matrices.compactMap { $0.tau[row][column] }
          return values.count == matrices.count ? try? Summary(values).mean : nil
        }
      }
      return try redundancy(
        name: "\(prefix)redundancy-\(method)",
        source: "\(own.source), the mean over \(matrices.count) "
          + (matrices.count == 1 ? "record" : "records") + " of method \(method)",
        detectors: first.detectors, tau: tau, threshold: Redundancy.threshold)
    }
  }
}
