import Metrics

/// How a number is set off.
enum Mark: Equatable {
  /// The best mean of its column, significantly better than every rival: bold.
  case significant
  /// The best mean as shown, no more: italic.
  case best
  case none
}

extension ResultTable {
  /// The text of a missing value, which is never 0.
  static let missing = "--"
  /// The confidence level of intervals.
  static let level = 0.95

  /// A mean in percent.
  func mean(_ cell: Cell?) -> String? {
    cell.map {
      let text = DecimalText.text($0.summary.mean, decimals: spec.decimals, scale: 2)
      return spec.baseline.isEmpty || text.hasPrefix("-") ? text : "+\(text)"
    }
  }

  /// What stands behind ± in percent; nil for a single seed.
  func spread(_ cell: Cell?) -> String? {
    guard let summary = cell?.summary else { return nil }
    var half = summary.standardDeviation
    if spec.spread == .interval {
      half = (try? summary.interval(level: ResultTable.level)).flatMap { $0 }.map {
        ($0.upper - $0.lower) / 2
      }
    }
    return half.map { DecimalText.text($0, decimals: spec.decimals, scale: 2) }
  }

  /// How a cell is set off; in a column without a significant best, ties of the digits shown share.
  func mark(row: Int, column: Int) -> Mark {
    guard let cell = rows[row].cells[column], let own = mean(cell) else { return .none }
    guard spec.baseline.isEmpty else {
      return cell.pValue.map { $0 <= spec.alpha } == true ? .significant : .none
    }
    let rivals = rows.filter { $0.comparable == rows[row].comparable }.map { $0.cells[column] }
    guard let best = rivals.first(where: { $0?.isBest == true }) else { return .none }
    if let pValue = best?.pValue, pValue <= spec.alpha {
      return cell.isBest ? .significant : .none
    }
    // Equal ones only have beaten nobody.
    let isEven = Set(rivals.compactMap(mean)).count == 1
    return own == mean(best) && !isEven ? .best : .none
  }
}
