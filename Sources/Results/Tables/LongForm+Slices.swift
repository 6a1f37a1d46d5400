import FileFormats
import Metrics

extension LongForm {
  /// The slices of all records, one number a line; nil where no record has any.
  ///
  /// A share has Wilson's interval at 95 %, AUROC and FPR95 their bootstrap intervals where the record
  /// has them. `flag` is `few` for slices of fewer than `Slice.smallCount` images.
  ///
  /// - Parameters:
  ///   - records: the records.
  ///   - sweep: the name of the sweep.
  ///   - dimensions: the settings that get a column, by dotted key.
  public static func slices(
    _ records: [UnitRecord], sweep: String, dimensions: [String]
  ) throws -> String? {
    var lines: [(run: String, text: String)] = []
    for record in records where !record.slices.isEmpty {
      let run = try record.runID()
      let head = [sweep, run] + dimensions.map { record.identity.label($0) ?? "" }
      lines.append((run, try record.slices.map { try text(of: $0, after: head) }.joined()))
    }
    guard !lines.isEmpty else { return nil }
    let header =
      ["sweep", "run"] + dimensions
      + ["set", "role", "column", "slice", "n", "flag", "detector", "ood", "n_id", "n_ood"]
      + ["metric", "value", "lower", "upper"]
    return CSV.line(header) + "\n" + lines.sorted { $0.run < $1.run }.map(\.text).joined()
  }

  private static func text(of slice: Slice, after head: [String]) throws -> String {
    let place =
      head + [
        slice.set, slice.role.rawValue, slice.column, slice.value, "\(slice.count)",
        slice.isSmall ? "few" : "",
      ]
    func share(_ count: Int, of metric: String, by detector: String) throws -> String {
      let share = Double(count) / Double(slice.count)
      let interval = try Interval(wilsonShare: share, trials: slice.count, level: 0.95)
      let numbers = [metric, "\(share)", "\(interval.lower)", "\(interval.upper)"]
      return CSV.line(place + [detector, "", "", ""] + numbers) + "\n"
    }
    var text = try slice.correct.map { try share($0, of: "accuracy", by: "") } ?? ""
    for (detector, count) in slice.accepted.sorted(by: { $0.key < $1.key }) {
      text += try share(count, of: "accepted", by: detector)
    }
    for row in slice.rows {
      for (metric, value) in row.metrics.sorted(by: { $0.key < $1.key }) {
        let bounds = row.intervals?.bounds[metric]
        let ends = [bounds?.lower, bounds?.upper].map { $0.map { "\($0)" } ?? "" }
        let pair = [row.detector, row.split, "\(row.nID)", "\(row.nOOD)"]
        text += CSV.line(place + pair + [metric, "\(value)"] + ends) + "\n"
      }
    }
    return text
  }
}
