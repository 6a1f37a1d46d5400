/// A table of small non-negative integers, one row a line, values between commas.
///
/// Digit files hold millions of values; going through one text a field would take seconds.
struct IntegerTable {
  let columns: Int
  let values: [Int]
  var rows: Int { values.count / columns }

  /// Reads the table; every row must have `columns` values of at most `maximum`.
  init(_ bytes: [UInt8], columns: Int, maximum: Int, name: String) throws {
    var values: [Int] = []
    var current: Int?
    var column = 0
    var line = 1
    func failure(_ message: String) -> DatasetError {
      DatasetError(name, "line \(line) \(message)")
    }
    func endValue() throws {
      guard let value = current, value <= maximum else {
        throw failure("value \(column + 1) is missing or above \(maximum)")
      }
      values.append(value)
      current = nil
      column += 1
    }
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        current = min((current ?? 0) * 10 + Int(byte - 0x30), maximum + 1)
      case UInt8(ascii: ","): try endValue()
      case UInt8(ascii: "\r"), UInt8(ascii: " "): break
      case UInt8(ascii: "\n"):
        if column > 0 || current != nil {
          try endValue()
          guard column == columns else {
            throw failure("has \(column) values, expected \(columns)")
          }
        }
        column = 0
        line += 1
      default: throw failure("holds byte \(byte), expected digits and commas")
      }
    }
    guard column == 0, current == nil else { throw failure("is cut off") }
    self.columns = columns
    self.values = values
  }
}
