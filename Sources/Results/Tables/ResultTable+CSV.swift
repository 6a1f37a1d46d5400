import FileFormats

extension ResultTable {
  /// The table as CSV: for each column of numbers its mean, its spread, in percent, and a p-value.
  ///
  /// The headings name unit, direction and convention. A missing value is `--`; the spread of a
  /// single seed is empty. In the row of the best mean `p` is the largest of its p-values against
  /// the rivals, Holm-adjusted over the table: at most alpha is bold in the other formats. It is
  /// empty where a test cannot be made, and in all other rows.
  public func csv() -> String {
    let spread = spec.spread == .sd ? "sd" : "ci95 half-width"
    var header = labelHeadings
    for column in columns {
      let name = [group(column), column.metric].filter { !$0.isEmpty }.joined(separator: " ")
      let direction = column.higherIsBetter ? "higher" : "lower"
      header += [
        "\(name) mean (% \(direction) is better)", "\(name) \(spread) (%)",
        "\(name) p (best against all; paired t; Holm)",
      ]
    }
    var text = CSV.line(header) + "\n"
    for row in rows {
      var fields = labels(row)
      for cell in row.cells {
        let pValue = cell?.pValue.map { DecimalText.text($0, decimals: 6) }
        fields += [mean(cell) ?? ResultTable.missing, self.spread(cell) ?? "", pValue ?? ""]
      }
      text += CSV.line(fields) + "\n"
    }
    return text
  }
}

/// All numbers of records, one a line, for R, pandas and spreadsheets.
public enum LongForm {
  /// The numbers as fractions with all digits, sorted by run.
  ///
  /// - Parameters:
  ///   - records: the records.
  ///   - sweep: the name of the sweep.
  ///   - dimensions: the settings that get a column, by dotted key.
  public static func csv(
    _ records: [UnitRecord], sweep: String, dimensions: [String]
  ) throws -> String {
    var lines: [(run: String, text: String)] = []
    for record in records {
      let run = try record.runID()
      // Quoted once a record and once a row; there are hundreds of numbers in a record.
      let head = CSV.line([sweep, run] + dimensions.map { record.identity.label($0) ?? "" })
      var text = ""
      for (metric, value) in record.metrics.sorted(by: { $0.key < $1.key }) {
        text += "\(head),,\(OODRole.id.rawValue),,\(CSV.line([metric])),\(value),,\n"
      }
      for facts in record.detectors {
        let place = CSV.line([facts.detector, OODRole.id.rawValue])
        for (metric, value) in facts.metrics.sorted(by: { $0.key < $1.key }) {
          text += "\(head),\(place),,\(metric),\(value),,\n"
        }
      }
      for row in record.results {
        let place = CSV.line([row.detector, row.role.rawValue, row.split])
        for (metric, value) in row.metrics.sorted(by: { $0.key < $1.key }) {
          text += "\(head),\(place),\(metric),\(value),\(row.nID),\(row.nOOD)\n"
        }
      }
      lines.append((run, text))
    }
    let header =
      ["sweep", "run"] + dimensions
      + ["detector", "role", "ood", "metric", "value", "n_id", "n_ood"]
    return CSV.line(header) + "\n"
      + lines.sorted { $0.run < $1.run }.map(\.text).joined()
  }
}
