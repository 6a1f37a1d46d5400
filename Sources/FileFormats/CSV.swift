import CCSV

/// Comma-separated values (RFC 4180), read by libcsv.
public enum CSV {
  /// All rows of a file as texts; empty lines are skipped, a UTF-8 byte order mark too.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, UTF-8.
  ///   - name: the file's name for errors.
  /// - Throws: `FormatError` with the line if quotes are unbalanced or the text is not UTF-8.
  public static func rows(_ bytes: [UInt8], name: String) throws -> [[String]] {
    try numberedRows(bytes, name: name).map(\.fields)
  }

  /// All rows with the lines they begin in, counted from 1.
  ///
  /// - Throws: as `rows`.
  public static func numberedRows(
    _ bytes: [UInt8], name: String
  ) throws -> [(line: Int, fields: [String])] {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    var parser = csv_parser()
    guard csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI)) == 0 else {
      throw FormatError(path: name, message: "libcsv cannot start")
    }
    defer { csv_free(&parser) }
    // Blanks at the border of a field belong to it (RFC 4180, 2.4); libcsv would drop them.
    csv_set_space_func(&parser) { _ in 0 }
    var rows = Rows()
    // Line by line, for libcsv does not say where a row began.
    var start = text.startIndex
    var line = 0
    while start < text.endIndex {
      line += 1
      let newline = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex - 1
      let piece = text[start...newline]
      start = newline + 1
      if rows.line == nil, !piece.allSatisfy({ $0 == 0x0a || $0 == 0x0d }) { rows.line = line }
      let read = piece.withUnsafeBytes { input in
        withUnsafeMutablePointer(to: &rows) { rows in
          csv_parse(&parser, input.baseAddress, input.count, addField, endRow, rows)
        }
      }
      guard read == piece.count else {
        let reason = String(cString: csv_strerror(csv_error(&parser)))
        throw FormatError(
          path: name, message: "line \(line) is no valid CSV: \(reason); is a quote missing?")
      }
    }
    // A missing end of the last line is fine, a missing closing quote is not.
    let isUnbalanced = withUnsafeMutablePointer(to: &rows) { rows in
      csv_fini(&parser, addField, endRow, rows) != 0
    }
    guard !isUnbalanced else {
      throw FormatError(path: name, message: "ends inside a quoted field; is a quote missing?")
    }
    if let line = rows.invalidRow {
      throw FormatError(path: name, message: "row \(line) is not UTF-8; save the file as UTF-8")
    }
    return rows.complete
  }

  /// One line of a file, without the line's end; fields are quoted where they must be.
  public static func line(_ fields: [String]) -> String {
    // A lone empty field is quoted, because an empty line would mean no row at all.
    if fields == [""] { return "\"\"" }
    return fields.map(quoted).joined(separator: ",")
  }

  private static func quoted(_ field: String) -> String {
    let isSpecial = field.utf8.contains {
      $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d
    }
    guard isSpecial else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false).joined(
        separator: "\"\"") + "\""
  }
}

/// What the callbacks have collected.
private struct Rows {
  var complete: [(line: Int, fields: [String])] = []
  var current: [String] = []
  /// Where the current row began; nil between rows.
  var line: Int?
  var invalidRow: Int?
}

private func addField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let rows = context?.assumingMemoryBound(to: Rows.self) else { return }
  let buffer = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
  if let field = String(validating: buffer, as: UTF8.self) {
    rows.pointee.current.append(field)
  } else {
    rows.pointee.current.append("")
    rows.pointee.invalidRow = rows.pointee.invalidRow ?? rows.pointee.complete.count + 1
  }
}

private func endRow(_ character: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let rows = context?.assumingMemoryBound(to: Rows.self) else { return }
  rows.pointee.complete.append((rows.pointee.line ?? 0, rows.pointee.current))
  rows.pointee.current = []
  rows.pointee.line = nil
}
