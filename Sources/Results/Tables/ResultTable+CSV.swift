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
        spec.baseline.isEmpty
          ? "\(name) p (best against all; paired t; Holm)" : "\(name) p (not 0; paired t; Holm)",
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
    let runs = try records.map { try $0.runID() }
    let header =
      ["sweep", "run"] + dimensions
      + ["detector", "role", "ood", "metric", "value", "n_id", "n_ood"]
    var text = CSV.line(header) + "\n"
    var names: [String] = []
    // There are hundreds of numbers in a record: nothing is quoted or sorted anew for each.
    for index in records.indices.sorted(by: { runs[$0] < runs[$1] }) {
      let record = records[index]
      let head = CSV.line(
        [sweep, runs[index]] + dimensions.map { record.identity.label($0) ?? "" })
      func add(_ place: String, _ metrics: [String: Double], isQuoted: Bool = false, end: String) {
        names = sortedKeys(of: metrics, like: names)
        for name in names {
          text += head
          text += place
          text += isQuoted ? CSV.line([name]) : name
          text += ","
          metrics[name]?.write(to: &text)
          text += end
        }
      }
      // Names of splits stand in those of the accuracies.
      add(",,\(OODRole.id.rawValue),,", record.metrics, isQuoted: true, end: ",,\n")
      for (name, value) in record.training?.measures ?? [] {
        text += "\(head),,,,\(name),\(value),,\n"
      }
      for facts in record.detectors {
        let place = CSV.line([facts.detector, OODRole.id.rawValue])
        add(",\(place),,", facts.metrics, end: ",,\n")
      }
      for row in record.results {
        let place = CSV.line([row.detector, row.role.rawValue, row.split])
        add(",\(place),", row.metrics, end: ",\(row.nID),\(row.nOOD)\n")
      }
    }
    return text
  }

  /// The names of metrics in order: the given ones where they are the same, as in most rows.
  private static func sortedKeys(of metrics: [String: Double], like names: [String]) -> [String] {
    let isSame = names.count == metrics.count && names.allSatisfy { metrics[$0] != nil }
    return isSame ? names : metrics.keys.sorted()
  }
}
