import CCSV

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Columns of numbers of a CSV file, read by libcsv without keeping a text per field.
///
/// Ten million scores take eight bytes each beside the file, where `CSV.rows` takes a hundred.
public struct CSVNumbers: Sendable {
  /// What the first row says about the columns.
  public struct Layout: Sendable {
    /// The fields of a row to read, each its own column.
    public let fields: [Int]
    /// Whether the first row holds names and no numbers.
    public let hasHeader: Bool

    /// Creates a layout.
    public init(fields: [Int], hasHeader: Bool) {
      self.fields = fields
      self.hasHeader = hasHeader
    }
  }

  /// A field that is no number; NaN is none either.
  public struct Fault: Sendable, Equatable {
    /// The line of the file, from 1.
    public let line: Int
    /// The index of the field in its row.
    public let field: Int
    /// The text of the field; nil where the row ends before it.
    public let text: String?
  }

  /// The numbers of each column of the layout, up to the fault if there is one.
  public let columns: [[Double]]
  /// The first field that is no number.
  public let fault: Fault?

  /// Reads some columns of a file; empty lines are skipped, a UTF-8 byte order mark too.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, UTF-8.
  ///   - name: the file's name for errors.
  ///   - layout: chooses the columns by the texts of the first row; not called for an empty file,
  ///     which has no columns.
  /// - Throws: `FormatError` with the line if quotes are unbalanced; what `layout` throws.
  public init(
    _ bytes: [UInt8], name: String, layout: @escaping ([String]) throws -> Layout
  ) throws {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL)) == 0 else {
      throw FormatError(path: name, message: "libcsv cannot start")
    }
    defer { csv_free(&parser) }
    // Blanks at the border of a field belong to it (RFC 4180, 2.4); libcsv would drop them.
    csv_set_space_func(&parser) { _ in 0 }
    let lines = text.withUnsafeBytes { countLines($0) }
    var reader = NumberReader(layout: layout, expectedRows: lines)
    let isComplete = text.withUnsafeBytes { input in
      withUnsafeMutablePointer(to: &reader) { reader in
        // Line by line, because libcsv does not tell its callbacks where they are.
        var rest = input[...]
        while !rest.isEmpty, !reader.pointee.isDone {
          reader.pointee.line += 1
          let line = rest.prefix(lineLength(rest))
          let piece = UnsafeRawBufferPointer(rebasing: line)
          guard
            csv_parse(&parser, piece.baseAddress, piece.count, addField, endRow, reader)
              == piece.count
          else { return false }
          rest = rest.dropFirst(line.count)
        }
        // A missing end of the last line is fine, a missing closing quote is not.
        return reader.pointee.isDone || csv_fini(&parser, addField, endRow, reader) == 0
      }
    }
    if let error = reader.error { throw error }
    guard isComplete else {
      throw FormatError(
        path: name, message: "line \(reader.line) is no valid CSV; is a quote missing?")
    }
    columns = reader.columns
    fault = reader.fault
  }
}

/// What the callbacks have read.
private struct NumberReader {
  let layout: ([String]) throws -> CSVNumbers.Layout
  let expectedRows: Int
  var columns: [[Double]] = []
  var fault: CSVNumbers.Fault?
  var error: (any Error)?
  var line = 0
  /// The fields of the first row; nil once they are read.
  var firstRow: [String]? = []
  /// The column of each field, or -1.
  var columnOfField: [Int] = []
  var fields: [Int] = []
  var field = 0

  /// Whether nothing more is to be read.
  var isDone: Bool { fault != nil || error != nil }

  init(layout: @escaping ([String]) throws -> CSVNumbers.Layout, expectedRows: Int) {
    self.layout = layout
    self.expectedRows = expectedRows
  }

  mutating func add(_ text: UnsafeRawBufferPointer) {
    if firstRow != nil {
      firstRow?.append(String(decoding: text, as: UTF8.self))
    } else if !isDone {
      if field < columnOfField.count, columnOfField[field] >= 0 {
        if let value = number(text) {
          columns[columnOfField[field]].append(value)
        } else {
          fault = CSVNumbers.Fault(
            line: line, field: field, text: String(decoding: text, as: UTF8.self))
        }
      }
      field += 1
    }
  }

  mutating func endRow() {
    if let names = firstRow {
      firstRow = nil
      start(names)
    } else if !isDone, field < columnOfField.count,
      let missing = fields.first(where: { $0 >= field })
    {
      fault = CSVNumbers.Fault(line: line, field: missing, text: nil)
    }
    field = 0
  }

  /// Chooses the columns by the first row, which may hold numbers already.
  private mutating func start(_ names: [String]) {
    do {
      let layout = try layout(names)
      fields = layout.fields
      columnOfField = [Int](repeating: -1, count: (fields.max() ?? -1) + 1)
      for (column, field) in fields.enumerated() {
        columnOfField[field] = column
        columns.append([])
        columns[column].reserveCapacity(expectedRows)
      }
      if layout.hasHeader { return }
      for name in names {
        var text = Array(name.utf8)
        text.append(0)
        text.withUnsafeBytes { add(UnsafeRawBufferPointer(rebasing: $0.dropLast())) }
      }
      endRow()
    } catch {
      self.error = error
    }
  }
}

/// The number that a field holds, blanks around it aside; a zero byte follows the field.
private func number(_ text: UnsafeRawBufferPointer) -> Double? {
  guard let start = text.baseAddress?.assumingMemoryBound(to: CChar.self) else { return nil }
  var end: UnsafeMutablePointer<CChar>?
  let value = strtod(start, &end)
  guard var next = end.map({ UnsafePointer($0) }), next > start, !value.isNaN else { return nil }
  while next.pointee == 0x20 || next.pointee == 0x09 { next += 1 }
  return next == start + text.count ? value : nil
}

/// The bytes up to and with the next line feed.
private func lineLength(_ text: Slice<UnsafeRawBufferPointer>) -> Int {
  let rest = UnsafeRawBufferPointer(rebasing: text)
  guard let start = rest.baseAddress, let end = memchr(start, 0x0a, rest.count) else {
    return rest.count
  }
  return UnsafeRawPointer(end) - start + 1
}

private func countLines(_ text: UnsafeRawBufferPointer) -> Int {
  var lines = 1
  for byte in text where byte == 0x0a { lines += 1 }
  return lines
}

private func addField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let reader = context?.assumingMemoryBound(to: NumberReader.self) else { return }
  reader.pointee.add(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
}

private func endRow(_ character: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: NumberReader.self).pointee.endRow()
}
