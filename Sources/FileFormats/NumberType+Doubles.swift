extension NumberType {
  /// Stored little-endian numbers as doubles, exactly.
  ///
  /// - Parameters:
  ///   - bytes: the numbers, one after the other, at any alignment.
  ///   - fault: makes the error from its message.
  /// - Throws: for the 8-bit floats, and for 64-bit integers that no double equals.
  func doubles(
    _ bytes: UnsafeRawBufferPointer, fault: (String) -> FormatError
  ) throws -> [Double] {
    switch self {
    case .float64: return convert(bytes) { (bits: UInt64) in Double(bitPattern: bits) }
    case .float32: return convert(bytes) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case .float16: return convert(bytes) { (bits: UInt16) in Double(float(fromHalf: bits)) }
    case .bfloat16: return convert(bytes) { (bits: UInt16) in Double(float(fromBrain: bits)) }
    case .bool: return convert(bytes) { (bits: UInt8) in bits == 0 ? 0 : 1 }
    case .uint8: return convert(bytes) { (number: UInt8) in Double(number) }
    case .int8: return convert(bytes) { (number: Int8) in Double(number) }
    case .uint16: return convert(bytes) { (number: UInt16) in Double(number) }
    case .int16: return convert(bytes) { (number: Int16) in Double(number) }
    case .uint32: return convert(bytes) { (number: UInt32) in Double(number) }
    case .int32: return convert(bytes) { (number: Int32) in Double(number) }
    case .int64: return try convertExactly(bytes, Int64.self, fault: fault)
    case .uint64: return try convertExactly(bytes, UInt64.self, fault: fault)
    case .float8E4M3, .float8E5M2:
      throw fault("has dtype \(rawValue), expected a float of 16 bits or more, or an integer type")
    }
  }
}

@inline(__always)
private func convert<Stored: BitwiseCopyable>(
  _ bytes: UnsafeRawBufferPointer, _ value: (Stored) -> Double
) -> [Double] {
  let width = MemoryLayout<Stored>.size
  return [Double](unsafeUninitializedCapacity: bytes.count / width) { output, initialised in
    initialised = bytes.count / width
    for i in 0..<initialised {
      output[i] = value(bytes.loadUnaligned(fromByteOffset: i * width, as: Stored.self))
    }
  }
}

private func convertExactly<Stored: FixedWidthInteger & BitwiseCopyable>(
  _ bytes: UnsafeRawBufferPointer, _ type: Stored.Type, fault: (String) -> FormatError
) throws -> [Double] {
  let values = convert(bytes) { (number: Stored) in Double(exactly: number) ?? .nan }
  guard let index = values.firstIndex(where: \.isNaN) else { return values }
  let number = bytes.loadUnaligned(fromByteOffset: 8 * index, as: type)
  throw fault("holds \(number), more than a 64-bit float can hold exactly")
}
