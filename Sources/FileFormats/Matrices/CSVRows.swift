import CCSV

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Rows of a CSV file of numbers, parsed by libcsv as they are read.
///
/// A class because libcsv's callbacks write into it.
final class CSVRows: RowSource {
  private let stream: any ByteStream
  private var parser = csv_parser()
  private var piece = [UInt8](repeating: 0, count: 1 << 16)
  private var unparsed = 0..<0
  /// The line of the next byte, counted from 1.
  private var line = 1
  private var hasEnded = false
  /// The numbers of rows that are complete, and of the one being read.
  private var values: [Double] = []
  private var completeRows = 0
  private var fields = 0
  /// The numbers in a row; nil before the first row.
  private var columns: Int?
  private var firstLine = FirstLine()
  private var fault: FormatError?

  /// A reader of a CSV file whose first line may name the columns.
  static func reader(_ path: String, isCompressed: Bool) throws -> MatrixReader {
    let rows = try CSVRows(isCompressed ? GzipStream(path) : FileStream(path))
    while rows.completeRows == 0, !rows.hasEnded { try rows.parseLine() }
    guard let columns = rows.columns, rows.completeRows > 0 else {
      throw FormatError(path: path, message: "holds no row of numbers")
    }
    return MatrixReader(shape: nil, columns: columns, source: rows)
  }

  private init(_ stream: any ByteStream) throws {
    self.stream = stream
    let options = UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL)
    guard csv_init(&parser, options) == 0 else {
      throw FormatError(path: stream.path, message: "libcsv cannot start")
    }
    try refill()
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    if piece[unparsed].starts(with: mark) { unparsed.removeFirst(mark.count) }
  }

  deinit { csv_free(&parser) }

  func next(_ count: Int) throws -> [Double] {
    while completeRows < count, !hasEnded { try parseLine() }
    let rows = min(count, completeRows)
    let size = rows * (columns ?? 0)
    let tile = [Double](values[..<size])
    values.removeFirst(size)
    completeRows -= rows
    return tile
  }

  /// Parses up to the next end of a line, or the piece's end.
  private func parseLine() throws {
    if unparsed.isEmpty { try refill() }
    if unparsed.isEmpty { return try finish() }
    let newline = piece[unparsed].firstIndex(of: UInt8(ascii: "\n"))
    let end = newline.map { $0 + 1 } ?? unparsed.upperBound
    let size = end - unparsed.lowerBound
    let parsed = piece.withUnsafeBytes { bytes in
      csv_parse(
        &parser, bytes.baseAddress?.advanced(by: unparsed.lowerBound), size, takeField, takeRow,
        Unmanaged.passUnretained(self).toOpaque())
    }
    if let fault { throw fault }
    guard parsed == size else {
      let reason = String(cString: csv_strerror(csv_error(&parser)))
      throw error("is no valid CSV: \(reason); is a quote missing?")
    }
    if newline != nil { line += 1 }
    unparsed = end..<unparsed.upperBound
  }

  private func finish() throws {
    hasEnded = true
    let code = csv_fini(&parser, takeField, takeRow, Unmanaged.passUnretained(self).toOpaque())
    if let fault { throw fault }
    guard code == 0 else { throw error("ends inside a quoted field; is a quote missing?") }
  }

  private func refill() throws {
    let size = try piece.withUnsafeMutableBytes { try stream.read(into: $0) }
    unparsed = 0..<size
  }

  private func error(_ message: String) -> FormatError {
    FormatError(path: "\(stream.path):\(line)", message: message)
  }

  /// Takes in a field, whose bytes end with a zero.
  fileprivate func append(field text: UnsafePointer<CChar>, _ count: Int) {
    if fault != nil { return }
    fields += 1
    var end: UnsafeMutablePointer<CChar>?
    let value = strtod(text, &end)
    var size = end.map { UnsafePointer($0) - text } ?? 0
    // Blanks in quotes are left; strtod has skipped those in front.
    while size > 0, size < count, text[size] == 0x20 || text[size] == 0x09 { size += 1 }
    let isNumber = size > 0 && size == count
    values.append(value)
    if columns == nil {
      firstLine.append(String(cString: text), isNumber: isNumber)
    } else if !isNumber {
      fault = FormatError(
        path: "\(stream.path):\(line):\(fields)",
        message: "expected a number in column \(fields), found '\(String(cString: text))'")
    }
  }

  /// Takes in the end of a row.
  fileprivate func completeRow() {
    if fault != nil { return }
    defer { fields = 0 }
    if columns == nil {
      columns = fields
      if let problem = firstLine.problem {
        fault = error(problem)
        return
      }
      if firstLine.isHeader {
        values = []
        return
      }
    }
    if fields != columns {
      fault = error("has \(fields) fields, expected \(columns ?? 0) as in the rows before")
    }
    completeRows += 1
  }
}

/// The fields of the first line, which are all numbers, or all names of columns.
private struct FirstLine {
  private var fields: [String] = []
  private var numbers = 0

  mutating func append(_ field: String, isNumber: Bool) {
    fields.append(field)
    numbers += isNumber ? 1 : 0
  }

  var isHeader: Bool { numbers == 0 }

  /// What speaks against taking the line for names or numbers.
  var problem: String? {
    if fields.count > 1, fields.first == "" {
      return "has no name for its first column: row numbers, as pandas writes them? Write it with "
        + "index=False"
    }
    if fields.count > 1, fields == fields.indices.map({ "\($0)" }) {
      return "is 0,1,...: column numbers, as pandas writes them? Write it with header=False, or "
        + "with names that are no numbers"
    }
    if numbers > 0, numbers < fields.count {
      return "has numbers and texts; expected numbers, or the names of the columns"
    }
    return nil
  }
}

private func takeField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let context, let bytes else { return }
  let rows = Unmanaged<CSVRows>.fromOpaque(context).takeUnretainedValue()
  rows.append(field: UnsafePointer(bytes.assumingMemoryBound(to: CChar.self)), count)
}

private func takeRow(_ character: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<CSVRows>.fromOpaque(context).takeUnretainedValue().completeRow()
}
