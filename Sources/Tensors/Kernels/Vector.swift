/// Eight single-precision lanes, one AVX2 register.
typealias Lanes = SIMD8<Float>

/// Pointers into tensor buffers.
///
/// Every buffer is allocated with at least eight floats of slack, so element-wise kernels may run
/// over the end of the data up to the next multiple of eight.
typealias Input = UnsafePointer<Float>
typealias Output = UnsafeMutablePointer<Float>

extension UnsafePointer<Float> {
  /// Eight consecutive elements.
  @inline(__always) @inlinable
  func lanes(_ offset: Int) -> SIMD8<Float> {
    UnsafeRawPointer(self + offset).loadUnaligned(as: SIMD8<Float>.self)
  }

  /// The first `count` (fewer than eight) of eight elements, the others replaced.
  @inline(__always) @inlinable
  func lanes(_ offset: Int, first count: Int, else fill: Float) -> SIMD8<Float> {
    var value = SIMD8<Float>(repeating: fill)
    for i in 0..<count { value[i] = self[offset + i] }
    return value
  }
}

extension UnsafeMutablePointer<Float> {
  @inline(__always) @inlinable
  func lanes(_ offset: Int) -> SIMD8<Float> { UnsafePointer(self).lanes(offset) }

  @inline(__always) @inlinable
  func store(_ value: SIMD8<Float>, _ offset: Int) {
    UnsafeMutableRawPointer(self + offset).storeBytes(of: value, as: SIMD8<Float>.self)
  }

  @inline(__always) @inlinable
  func store(_ value: SIMD8<Float>, _ offset: Int, first count: Int) {
    for i in 0..<count { self[offset + i] = value[i] }
  }
}
