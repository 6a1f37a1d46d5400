/// Collects tensors and writes them as one safetensors file.
///
/// The bytes depend on the contents only, not on the order of `add`, and equal those of the
/// reference implementation: larger types first, then by name; the header padded to 8 bytes.
public struct SafetensorsWriter: Sendable {
  /// How floats are stored.
  public enum FloatType: Sendable {
    /// IEEE 754 binary32.
    case f32
    /// IEEE 754 binary16, rounded to nearest, ties to even.
    case f16
    /// The upper half of a binary32, rounded to nearest, ties to even.
    case bf16
    /// IEEE 754 binary64.
    case f64
  }

  private struct Tensor: Sendable {
    var name: String
    var type: NumberType
    var shape: [Int]
    var data: Payload
  }

  private enum Payload: Sendable {
    case floats([Float])
    case doubles([Double])
    case words([UInt16])
    case integers([Int64])
    case integers32([Int32])
    case bytes([UInt8])
  }

  private var tensors: [Tensor] = []
  private let metadata: [String: String]

  /// Starts a file without tensors.
  public init(metadata: [String: String] = [:]) { self.metadata = metadata }

  /// Adds a tensor of floats with as many values as the shape says.
  public mutating func add(
    _ name: String, shape: [Int], floats: [Float], as type: FloatType = .f32
  ) {
    switch type {
    case .f32: add(name, .float32, shape, floats.count, .floats(floats))
    case .f16: add(name, .float16, shape, floats.count, .words(halves(from: floats)))
    case .bf16: add(name, .bfloat16, shape, floats.count, .words(brains(from: floats)))
    case .f64: add(name, .float64, shape, floats.count, .doubles(floats.map { Double($0) }))
    }
  }

  /// Adds a tensor of 64-bit floats (F64).
  public mutating func add(_ name: String, shape: [Int], doubles: [Double]) {
    add(name, .float64, shape, doubles.count, .doubles(doubles))
  }

  /// Adds a tensor of 64-bit integers (I64).
  public mutating func add(_ name: String, shape: [Int], integers: [Int64]) {
    add(name, .int64, shape, integers.count, .integers(integers))
  }

  /// Adds a tensor of 32-bit integers (I32).
  public mutating func add(_ name: String, shape: [Int], integers32: [Int32]) {
    add(name, .int32, shape, integers32.count, .integers32(integers32))
  }

  /// Adds a tensor of truth values (BOOL).
  public mutating func add(_ name: String, shape: [Int], flags: [Bool]) {
    add(name, .bool, shape, flags.count, .bytes(flags.map { $0 ? 1 : 0 }))
  }

  /// Adds a tensor of bytes (U8).
  public mutating func add(_ name: String, shape: [Int], bytes: [UInt8]) {
    add(name, .uint8, shape, bytes.count, .bytes(bytes))
  }

  private mutating func add(
    _ name: String, _ type: NumberType, _ shape: [Int], _ count: Int, _ data: Payload
  ) {
    require(
      shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == count,
      "tensor '\(name)' has \(count) values, expected \(shape.reduce(1, *)) for shape \(shape)")
    require(
      name != "__metadata__" && !tensors.contains { $0.name == name },
      "tensor '\(name)' is added twice or has a reserved name")
    tensors.append(Tensor(name: name, type: type, shape: shape, data: data))
  }

  /// Writes the file in one step (see `AtomicFile`); throws with the system's reason.
  public func write(to path: String) throws {
    try AtomicFile.write(to: path) { output in try emit { try output($0) } }
  }

  /// The bytes that `write(to:)` writes.
  public func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    emit { bytes.append(contentsOf: $0) }
    return bytes
  }

  private func emit(_ output: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    let order = tensors.sorted {
      $0.type != $1.type ? $0.type > $1.type : bytesPrecede($0.name, $1.name)
    }
    let header = header(of: order)
    try withUnsafeBytes(of: UInt64(header.count).littleEndian) { try output($0) }
    try header.withUnsafeBytes { try output($0) }
    for tensor in order {
      switch tensor.data {
      case .floats(let values): try values.withUnsafeBytes { try output($0) }
      case .doubles(let values): try values.withUnsafeBytes { try output($0) }
      case .words(let values): try values.withUnsafeBytes { try output($0) }
      case .integers32(let values): try values.withUnsafeBytes { try output($0) }
      case .integers(let values): try values.withUnsafeBytes { try output($0) }
      case .bytes(let values): try values.withUnsafeBytes { try output($0) }
      }
    }
  }

  private func header(of order: [Tensor]) -> [UInt8] {
    var members: [String] = []
    if !metadata.isEmpty {
      let pairs = metadata.sorted { bytesPrecede($0.key, $1.key) }
        .map { "\(quoted($0.key)):\(quoted($0.value))" }
      members.append("\"__metadata__\":{\(pairs.joined(separator: ","))}")
    }
    var start = 0
    for tensor in order {
      let end = start + tensor.shape.reduce(tensor.type.byteCount, *)
      let shape = tensor.shape.map(\.description).joined(separator: ",")
      members.append(
        "\(quoted(tensor.name)):{\"dtype\":\"\(tensor.type.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(start),\(end)]}")
      start = end
    }
    var text = [UInt8]("{\(members.joined(separator: ","))}".utf8)
    // The data then start at a multiple of 8.
    text += [UInt8](repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
    return text
  }
}

/// The order of the UTF-8 bytes, which is that of the reference implementation.
private func bytesPrecede(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// A JSON string with the escapes that JSON demands, and no others.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{8}": result += "\\b"
    case "\u{c}": result += "\\f"
    case "\0"..<" ":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
