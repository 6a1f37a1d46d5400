// Conversions between 16-bit and 32-bit floats in integer arithmetic: without the F16C instructions
// `Float(Float16)` is a library call per element, and these loops vectorise on any CPU.

/// The value of an IEEE 754 binary16, exactly.
@inline(__always)
func float(fromHalf bits: UInt16) -> Float {
  let half = UInt32(bits)
  // The exponent's bias differs by 112; multiplying also normalises subnormal halves.
  let magnitude = Float(bitPattern: (half & 0x7fff) << 13) * 0x1p112
  let special: UInt32 = half & 0x7c00 == 0x7c00 ? 0x7f80_0000 : 0
  return Float(bitPattern: magnitude.bitPattern | special | (half & 0x8000) << 16)
}

/// The value of a bfloat16, exactly: the upper half of a 32-bit float.
@inline(__always)
func float(fromBrain bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }

/// Converts values of IEEE 754 binary16, exactly; they need no alignment.
func convert(halves: UnsafeRawPointer, to output: UnsafeMutablePointer<Float>, count: Int) {
  for i in 0..<count {
    output[i] = float(fromHalf: halves.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))
  }
}

/// Converts values of bfloat16, exactly; they need no alignment.
func convert(brains: UnsafeRawPointer, to output: UnsafeMutablePointer<Float>, count: Int) {
  for i in 0..<count {
    output[i] = float(fromBrain: brains.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))
  }
}

/// The nearest binary16 of each value, ties to even; overflow gives infinity.
func halves(from values: [Float]) -> [UInt16] {
  values.map { Float16($0).bitPattern }
}

/// The nearest bfloat16 of each value, ties to even; NaN stays NaN.
func brains(from values: [Float]) -> [UInt16] {
  values.map { value in
    let bits = value.bitPattern
    // Rounding could carry a NaN's payload into infinity.
    if value.isNaN { return UInt16(bits >> 16) | 0x40 }
    return UInt16(truncatingIfNeeded: (bits &+ 0x7fff &+ (bits >> 16 & 1)) >> 16)
  }
}
