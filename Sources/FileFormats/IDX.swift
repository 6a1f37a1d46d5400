/// The idx format of MNIST and its successors: unsigned bytes in a box of any dimension.
///
/// Layout: 0, 0, type (8 = unsigned byte), dimensions, then each size as a big-endian 32-bit number,
/// then the values. Source: Y. LeCun, "The MNIST database", section "file formats".
public enum IDX {
  /// The sizes and values of an idx file of unsigned bytes.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, already decompressed.
  ///   - name: the file's name for errors.
  /// - Throws: `FormatError` if the type or the length is not the stated one.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws -> (shape: [Int], values: [UInt8]) {
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0 else {
      throw FormatError(path: name, message: "is no idx file: it does not start with 0 0")
    }
    guard bytes[2] == 8 else {
      throw FormatError(
        path: name, message: "has idx type \(bytes[2]), expected 8 (unsigned bytes)")
    }
    let start = 4 + 4 * Int(bytes[3])
    guard bytes.count >= start else {
      throw FormatError(path: name, message: "ends inside its header of \(start) bytes")
    }
    var shape: [Int] = []
    var count = 1
    for offset in stride(from: 4, to: start, by: 4) {
      let size = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw FormatError(path: name, message: "states an impossible size") }
      shape.append(size)
      count = product
    }
    guard bytes.count - start == count else {
      throw FormatError(
        path: name,
        message: "has \(bytes.count - start) values, expected \(count) for shape \(shape)")
    }
    return (shape, [UInt8](bytes[start...]))
  }
}
