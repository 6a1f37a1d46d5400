import FileFormats

extension ResultTable {
  /// The table as CSV: for each column of numbers its mean and its deviation, in percent.
  ///
  /// The heading names unit and convention: `mcm fpr95/id-nearest (%) mean`. A missing value is
  /// `--`; the deviation of a single seed is empty.
  public func csv() -> String {
    var header = spec.rows + ["seeds"]
    for column in columns {
      let name = [column.group, column.metric].filter { !$0.isEmpty }.joined(separator: " ")
      header += ["\(name) (%) mean", "\(name) (%) sd"]
    }
    var text = CSV.line(header) + "\n"
    for row in rows {
      var fields = row.labels + [String(row.seeds)]
      for cell in row.cells {
        fields += [mean(cell) ?? ResultTable.missing, deviation(cell) ?? ""]
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
