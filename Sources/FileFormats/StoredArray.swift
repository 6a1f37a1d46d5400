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
    try [Float](unsafeUninitializedCapacity: count) { output, initialised in
      try read(into: UnsafeMutableBufferPointer(rebasing: output[..<count]))
      initialised = count
    }
  }

  /// Any float type as 32-bit floats, straight into their place; as many as there are.
  ///
  /// 16-bit floats are converted from a mapping of the file, in pieces that keep the memory in use
  /// small: no second copy of them exists.
  func read(into output: UnsafeMutableBufferPointer<Float>) throws {
    require(output.count == count, "\(name) has \(count) values, the place \(output.count)")
    guard let first = output.baseAddress, count > 0 else { return try checkIsFloat() }
    switch type {
    case .float32:
      try file.read(into: UnsafeMutableRawBufferPointer(output), at: start)
    case .float16:
      try forEachPiece { convert(halves: $0, to: first + $1, count: $2) }
    case .bfloat16:
      try forEachPiece { convert(brains: $0, to: first + $1, count: $2) }
    case .float64:
      try forEachPiece { bytes, done, count in
        for i in 0..<count {
          first[done + i] = Float(bytes.loadUnaligned(fromByteOffset: 8 * i, as: Double.self))
        }
      }
    default: try checkIsFloat()
    }
  }

  /// Throws unless the numbers are of a float type.
  func checkIsFloat() throws {
    guard [.float32, .float16, .bfloat16, .float64].contains(type) else {
      throw mismatch(expected: "F32, F16, BF16 or F64")
    }
  }

  /// Calls the body with the bytes of some elements, the number of those before, and their count.
  private func forEachPiece(_ body: (UnsafeRawPointer, Int, Int) -> Void) throws {
    let piece = 1 << 20
    for done in stride(from: 0, to: count, by: piece) {
      let size = min(piece, count - done)
      try file.withMapping(at: start + done * type.byteCount, count: size * type.byteCount) {
        body($0, done, size)
      }
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
