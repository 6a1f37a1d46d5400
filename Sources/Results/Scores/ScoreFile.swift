/// Scores of images in a CSV file, higher = more in-distribution.
public struct ScoreFile: Sendable {
  /// The scores in the order of the file; infinities are allowed, NaN is not.
  public let scores: [Double]

  /// Reads a column of a CSV file, or its only column; a gzip file is decompressed.
  ///
  /// The first line is a header if its field in the column is no number; a named column needs one.
  ///
  /// - Throws: `ResultsError` that names the file and line of what is no number.
  public init(_ path: String, column: String? = nil) throws {
    let table = try ScoreTable(path, columns: column.map { [$0] } ?? [])
    guard table.columns.count == 1 else {
      throw ResultsError(
        "\(path):1: \(table.columns.count) columns, so name one with --column: "
          + table.names.joined(separator: ", "))
    }
    scores = table.columns[0].scores
  }
}
