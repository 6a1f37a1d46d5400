/// A run of numbers of one type in a file, read and converted on demand.
struct StoredArray {
  /// The file that holds it.
  let file: OpenFile
  /// What the array is called in errors.
  let name: String
  let type: NumberType
  /// Position in the file, in bytes.
  let start: Int
  let count: Int

  /// Any float type as 32-bit floats; 64-bit ones are rounded, the others are exact.
  func floats() throws -> [Float] {
    switch type {
    case .float32: return try elements(Float.self)
    case .float16: return FileFormats.floats(fromHalf: try elements(UInt16.self))
    case .bfloat16: return FileFormats.floats(fromBrain: try elements(UInt16.self))
    case .float64: return try elements(Double.self).map { Float($0) }
    default: throw mismatch(expected: "F32, F16, BF16 or F64")
    }
  }

  /// Any float type as 64-bit floats, exactly.
  func doubles() throws -> [Double] {
    if type == .float64 { return try elements(Double.self) }
    return try floats().map { Double($0) }
  }

  /// Any integer type, or truth values as 0 and 1.
  func integers() throws -> [Int64] {
    switch type {
    case .int64: return try elements(Int64.self)
    case .int32: return try elements(Int32.self).map { Int64($0) }
    case .int16: return try elements(Int16.self).map { Int64($0) }
    case .int8: return try elements(Int8.self).map { Int64($0) }
    case .uint32: return try elements(UInt32.self).map { Int64($0) }
    case .uint16: return try elements(UInt16.self).map { Int64($0) }
    case .uint8: return try elements(UInt8.self).map { Int64($0) }
    case .bool: return try elements(UInt8.self).map { $0 == 0 ? 0 : 1 }
    case .uint64:
      return try elements(UInt64.self).map { value in
        guard let number = Int64(exactly: value) else {
          throw fault("holds \(value), more than a signed 64-bit number can be")
        }
        return number
      }
    default: throw mismatch(expected: "an integer type or BOOL")
    }
  }

  /// The bytes as they are in the file.
  func bytes() throws -> [UInt8] {
    try file.elements(UInt8.self, count: count * type.byteCount, at: start)
  }

  /// The formats are little-endian, as is every machine this package supports.
  private func elements<Element: BitwiseCopyable>(_ type: Element.Type) throws -> [Element] {
    try file.elements(type, count: count, at: start)
  }

  private func mismatch(expected: String) -> FormatError {
    fault("has dtype \(type.rawValue), expected \(expected)")
  }

  private func fault(_ message: String) -> FormatError {
    FormatError(path: file.path, message: "\(name) \(message)")
  }
}
