/// An array in NumPy's .npy format.
///
/// Layout: 93 "NUMPY", version, the header's length, the header (a Python dictionary with descr,
/// fortran_order and shape), the data. Source: numpy/lib/format.py. Arrays of objects are pickles and
/// are refused, because reading one can run code.
public struct NPYFile: Sendable {
  /// The sizes, row-major.
  public let shape: [Int]
  /// NumPy's name of the number type, such as "<f4".
  public let descr: String
  private let file: OpenFile
  private let type: NumberType
  private let start: Int

  /// Opens a file and checks its header and length; throws `FormatError` if a rule is broken.
  public init(_ path: String) throws {
    let file = try OpenFile(path)
    func fault(_ message: String) -> FormatError { FormatError(path: path, message: message) }
    let prefix = try file.elements(UInt8.self, count: min(12, file.count), at: 0)
    guard prefix.count == 12, prefix.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw fault("is no .npy file: it does not start with 93 NUMPY")
    }
    // Version 1 has a length of 2 bytes, later ones of 4.
    let isShort = prefix[6] == 1
    guard 1...3 ~= prefix[6] else { throw fault("has .npy version \(prefix[6]), expected 1 to 3") }
    let length = prefix[8..<(isShort ? 10 : 12)].reversed().reduce(0) { $0 << 8 | Int($1) }
    let headerStart = isShort ? 10 : 12
    guard length <= file.count - headerStart, length <= 1 << 20 else {
      throw fault("states a header of \(length) bytes; is it cut off?")
    }
    let text = String(
      decoding: try file.elements(UInt8.self, count: length, at: headerStart), as: UTF8.self)
    guard let header = NPYHeader(text) else {
      throw fault("has a header that cannot be read: \(text.prefix(100))")
    }
    guard !header.isFortranOrder || header.shape.count < 2 else {
      throw fault("is stored column by column; save it with numpy.ascontiguousarray")
    }
    guard let type = NPYHeader.types[header.descr] else {
      let known = NPYHeader.types.keys.sorted().joined(separator: ", ")
      throw fault("has type '\(header.descr)'; known: \(known)")
    }
    var byteCount = type.byteCount
    for size in header.shape {
      let (product, overflow) = byteCount.multipliedReportingOverflow(by: size)
      guard !overflow else { throw fault("has an impossible shape \(header.shape)") }
      byteCount = product
    }
    start = headerStart + length
    guard file.count - start == byteCount else {
      throw fault(
        "has \(file.count - start) bytes of data, expected \(byteCount) for shape \(header.shape)")
    }
    (self.file, self.type, shape, descr) = (file, type, header.shape, header.descr)
  }

  /// The values of any float type; 64-bit ones are rounded.
  public func floats() throws -> [Float] { try array.floats() }

  /// The values of any float type, exactly.
  public func doubles() throws -> [Double] { try array.doubles() }

  /// The values of any integer type or of truth values.
  public func integers() throws -> [Int64] { try array.integers() }

  /// Whether the values are floats.
  public var isFloatingPoint: Bool { [.float16, .float32, .float64].contains(type) }

  private var array: StoredArray {
    StoredArray(
      file: file, name: "the array", type: type, start: start, count: shape.reduce(1, *))
  }
}

/// The three entries of the header's dictionary.
private struct NPYHeader {
  var descr: String
  var isFortranOrder: Bool
  var shape: [Int]

  static let types: [String: NumberType] = [
    "<f2": .float16, "<f4": .float32, "<f8": .float64, "|b1": .bool, "|i1": .int8, "|u1": .uint8,
    "<i2": .int16, "<u2": .uint16, "<i4": .int32, "<u4": .uint32, "<i8": .int64, "<u8": .uint64,
  ]

  /// Reads what NumPy writes: `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
  init?(_ text: String) {
    guard let descr = Self.value("descr", in: text),
      let order = Self.value("fortran_order", in: text),
      let shape = Self.value("shape", in: text), descr.first == "'", descr.last == "'",
      order == "True" || order == "False", shape.first == "(", shape.last == ")"
    else { return nil }
    self.descr = String(descr.dropFirst().dropLast())
    isFortranOrder = order == "True"
    self.shape = []
    for part in shape.dropFirst().dropLast().split(separator: ",") {
      let digits = part.filter { $0 != " " }
      if digits.isEmpty { continue }
      guard let size = Int(digits), size >= 0 else { return nil }
      self.shape.append(size)
    }
  }

  /// The text after a key, up to the comma that ends it.
  private static func value(_ key: String, in text: String) -> Substring? {
    let parts = text.split(separator: "'\(key)':", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let rest = parts[1].drop { $0 == " " }
    if rest.first == "(" {
      guard let end = rest.firstIndex(of: ")") else { return nil }
      return rest[...end]
    }
    return rest.prefix { $0 != "," && $0 != "}" }
  }
}
