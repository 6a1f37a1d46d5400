import FileFormats

/// Scores of images in a CSV file, higher = more in-distribution.
public struct ScoreFile: Sendable {
  /// The scores in the order of the file; infinities are allowed, NaN is not.
  public let scores: [Double]

  /// Reads a column of a CSV file, or its only column.
  ///
  /// The first line is a header if its field in the column is no number; a named column needs one.
  ///
  /// - Throws: `ResultsError` that names the file and line of what is no number.
  public init(_ path: String, column: String? = nil) throws {
    let rows = try CSV.rows(try FileBytes.read(path), name: path)
    guard let first = rows.first else { throw ResultsError("\(path): the file is empty") }
    var index = 0
    var hasHeader = true
    if let column {
      guard let found = first.firstIndex(of: column) else {
        throw ResultsError(
          "\(path):1: no column '\(column)'; the header has \(first.joined(separator: ", "))")
      }
      index = found
    } else {
      guard first.count == 1 else {
        throw ResultsError(
          "\(path):1: \(first.count) columns, so name one with --column: "
            + first.joined(separator: ", "))
      }
      hasHeader = Double(first[0].trimmed) == nil
    }
    var scores: [Double] = []
    scores.reserveCapacity(rows.count)
    for (line, row) in rows.enumerated() where !(hasHeader && line == 0) {
      guard index < row.count, let score = Double(row[index].trimmed), !score.isNaN else {
        let found = index < row.count ? "'\(row[index])'" : "no field"
        throw ResultsError(
          "\(path):\(line + 1): expected a score, found \(found); NaN cannot be ranked")
      }
      scores.append(score)
    }
    guard !scores.isEmpty else { throw ResultsError("\(path): there is no score below the header") }
    self.scores = scores
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" || text.last == "\r" { text.removeLast() }
    return text
  }
}
