/// The start of a .npy file, up to its data.
///
/// Layout: 93 "NUMPY", version, the header's length (2 bytes in version 1, 4 in 2 and 3), the header:
/// a Python dictionary with descr, fortran_order and shape. Source: numpy/lib/format.py.
struct NPYHeader {
  /// NumPy's name of the number type, such as "<f4".
  let descr: String
  let type: NumberType
  let isBigEndian: Bool
  let isFortranOrder: Bool
  let shape: [Int]
  /// Where the data start.
  let end: Int
  /// How many bytes of data there are.
  let dataSize: Int

  private static let types: [String: NumberType] = [
    "b1": .bool, "i1": .int8, "u1": .uint8, "f2": .float16, "i2": .int16, "u2": .uint16,
    "f4": .float32, "i4": .int32, "u4": .uint32, "f8": .float64, "i8": .int64, "u8": .uint64,
  ]

  /// Reads and checks the header at the start of a stream.
  init(_ stream: any ByteStream) throws {
    func fault(_ message: String) -> FormatError {
      FormatError(path: stream.path, message: message)
    }
    let prefix = try stream.bytes(8)
    guard prefix.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw fault("is no .npy file: it does not start with 93 NUMPY")
    }
    guard 1...3 ~= prefix[6] else { throw fault("has .npy version \(prefix[6]), expected 1 to 3") }
    let stated = try stream.bytes(prefix[6] == 1 ? 2 : 4)
    let length = stated.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= 1 << 20 else { throw fault("states a header of \(length) bytes, over 1 MiB") }
    let text = String(decoding: try stream.bytes(length), as: UTF8.self)
    end = 8 + stated.count + length
    guard let entries = Self.entries(text) else {
      throw fault("has a header that cannot be read: \(text.prefix(100))")
    }
    (descr, isFortranOrder, shape) = entries
    let isKnown = ["<", ">", "|"].contains(descr.prefix(1))
    guard isKnown, let type = Self.types[String(descr.dropFirst())] else {
      // Objects are pickles, which can run code.
      let known = Self.types.keys.sorted().joined(separator: ", ")
      throw fault("has type '\(descr)'; known, after < or >: \(known)")
    }
    self.type = type
    isBigEndian = descr.first == ">"
    var size = type.byteCount
    for factor in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: factor)
      guard !overflow else { throw fault("has an impossible shape \(shape)") }
      size = product
    }
    dataSize = size
  }

  /// Reads what NumPy writes: `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
  private static func entries(_ text: String) -> (String, Bool, [Int])? {
    guard let descr = value("descr", in: text), let order = value("fortran_order", in: text),
      let shape = value("shape", in: text), descr.count > 2, descr.first == "'", descr.last == "'",
      order == "True" || order == "False", shape.first == "(", shape.last == ")"
    else { return nil }
    var sizes: [Int] = []
    for part in shape.dropFirst().dropLast().split(separator: ",") {
      // Python 2 wrote long integers with an L.
      let digits = part.filter { $0 != " " && $0 != "L" }
      if digits.isEmpty { continue }
      guard let size = Int(digits), size >= 0 else { return nil }
      sizes.append(size)
    }
    return (String(descr.dropFirst().dropLast()), order == "True", sizes)
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
