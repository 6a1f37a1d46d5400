// Conversions between 16-bit and 32-bit floats in integer arithmetic: without the F16C instructions
// `Float(Float16)` is a library call per element, and these loops vectorise on any CPU.

/// Values of IEEE 754 binary16, exactly.
func floats(fromHalf halves: [UInt16]) -> [Float] {
  [Float](unsafeUninitializedCapacity: halves.count) { output, initialised in
    for i in 0..<halves.count {
      let half = UInt32(halves[i])
      // The exponent's bias differs by 112; multiplying also normalises subnormal halves.
      let magnitude = Float(bitPattern: (half & 0x7fff) << 13) * 0x1p112
      let special: UInt32 = half & 0x7c00 == 0x7c00 ? 0x7f80_0000 : 0
      output[i] = Float(bitPattern: magnitude.bitPattern | special | (half & 0x8000) << 16)
    }
    initialised = halves.count
  }
}

/// Values of bfloat16, exactly: the upper halves of 32-bit floats.
func floats(fromBrain brains: [UInt16]) -> [Float] {
  [Float](unsafeUninitializedCapacity: brains.count) { output, initialised in
    for i in 0..<brains.count { output[i] = Float(bitPattern: UInt32(brains[i]) << 16) }
    initialised = brains.count
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
