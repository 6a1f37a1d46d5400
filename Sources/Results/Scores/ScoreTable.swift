import FileFormats

/// The columns of a CSV file of scores, one a detector; one row an image.
public struct ScoreTable: Sendable {
  /// The scores of one detector.
  public struct Column: Sendable, Equatable {
    /// The name in the header; nil for a single column without one.
    public let name: String?
    /// The scores in the order of the file; infinities are allowed, NaN is not.
    public let scores: [Double]
  }

  /// The file's path, for errors.
  public let path: String
  /// The columns read.
  public let columns: [Column]

  /// Reads named columns of a CSV file, or all; a gzip file is decompressed.
  ///
  /// The first line is a header if a field read from it is no number; several columns need one.
  ///
  /// - Parameter names: the columns to read, in this order; empty means all.
  /// - Throws: `ResultsError` that names the file and line of what is no number.
  public init(_ path: String, columns names: [String] = []) throws {
    var bytes = try FileBytes.read(path)
    // Recognised by its first bytes: names of downloaded files say little.
    if bytes.starts(with: [0x1f, 0x8b]) { bytes = try Gzip.decompress(bytes, name: path) }
    var header: [String?] = []
    var fields: [Int] = []
    let numbers = try CSVNumbers(bytes, name: path) { first in
      let layout = try ScoreTable.layout(of: first, reading: names, path: path)
      header = layout.fields.map { layout.hasHeader ? first[$0].trimmed : nil }
      fields = layout.fields
      return layout
    }
    if header.isEmpty { throw ResultsError("\(path): the file is empty") }
    if let fault = numbers.fault {
      let found = fault.text.map { "'\($0)'" } ?? "no field"
      let name = header.count > 1 ? fields.firstIndex(of: fault.field).flatMap { header[$0] } : nil
      let place = name.map { " in column '\($0)'" } ?? ""
      let hint = names.isEmpty && header.count > 1 ? "; name the columns to read with --column" : ""
      throw ResultsError(
        "\(path):\(fault.line): expected a score, found \(found)\(place); NaN cannot be ranked\(hint)"
      )
    }
    guard numbers.columns.first?.isEmpty == false else {
      throw ResultsError("\(path): there is no score below the header")
    }
    self.path = path
    columns = zip(header, numbers.columns).map { Column(name: $0, scores: $1) }
  }

  /// The names of the columns that have one.
  public var names: [String] { columns.compactMap(\.name) }

  /// The scores of a named column.
  public func scores(_ name: String) -> [Double]? {
    columns.first { $0.name == name }?.scores
  }

  /// Decides by the first row which fields to read.
  private static func layout(
    of first: [String], reading names: [String], path: String
  ) throws -> CSVNumbers.Layout {
    let header = first.map(\.trimmed)
    if names.isEmpty {
      let isHeader = header.contains { Double($0) == nil }
      guard isHeader || first.count == 1 else {
        throw ResultsError(
          "\(path):1: \(first.count) columns of numbers without names, expected a header line")
      }
      if isHeader, let twice = header.indices.first(where: { header[..<$0].contains(header[$0]) }) {
        throw ResultsError("\(path):1: two columns are called '\(header[twice])'")
      }
      return CSVNumbers.Layout(fields: Array(first.indices), hasHeader: isHeader)
    }
    let fields = try names.map { name in
      guard let field = header.firstIndex(of: name) else {
        throw ResultsError(
          "\(path):1: no column '\(name)'; the header has \(header.joined(separator: ", "))")
      }
      return field
    }
    return CSVNumbers.Layout(fields: fields, hasHeader: true)
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" || text.last == "\r" { text.removeLast() }
    return String(text)
  }
}
