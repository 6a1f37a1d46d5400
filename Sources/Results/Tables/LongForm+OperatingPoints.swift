import FileFormats
import Metrics

extension LongForm {
  /// What the thresholds of all records promised and did, one threshold and set a line; nil where no
  /// record has any.
  ///
  /// - Parameters:
  ///   - records: the records.
  ///   - sweep: the name of the sweep.
  ///   - dimensions: the settings that get a column, by dotted key.
  public static func operatingPoints(
    _ records: [UnitRecord], sweep: String, dimensions: [String]
  ) throws -> String? {
    var lines: [(run: String, text: String)] = []
    for record in records {
      let run = try record.runID()
      let head = CSV.line([sweep, run] + dimensions.map { record.identity.label($0) ?? "" })
      var text = ""
      for facts in record.detectors {
        guard let point = facts.operatingPoint else { continue }
        for (index, threshold) in point.thresholds.enumerated() {
          let rule = CSV.line([
            facts.detector, "\(threshold.level)", threshold.guarantee.rawValue,
            threshold.threshold.map { "\($0)" } ?? "",
          ])
          for set in point.realised {
            let fields = CSV.line([
              set.set, set.role.rawValue, "\(set.count)", "\(set.accepted[index])",
              "\(set.rate(index))",
            ])
            text += "\(head),\(rule),\(fields)\n"
          }
        }
      }
      if !text.isEmpty { lines.append((run, text)) }
    }
    guard !lines.isEmpty else { return nil }
    let header =
      ["sweep", "run"] + dimensions
      + ["detector", "tpr", "guarantee", "threshold", "set", "role", "n", "accepted", "rate"]
    return CSV.line(header) + "\n"
      + lines.sorted { $0.run < $1.run }.map(\.text).joined()
  }
}
