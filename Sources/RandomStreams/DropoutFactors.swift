extension RandomSource {
  /// Factors of inverted dropout: 0 with probability `rate`, else 1 / (1 - rate).
  ///
  /// - Parameter rate: in [0, 1), taken to 32 binary places.
  public mutating func dropoutFactors(_ count: Int, rate: Double) -> [Float] {
    let threshold = UInt32(rate * 0x1p32)
    let kept = Float(1 / (1 - rate))
    var factors = [Float](repeating: 0, count: count)
    for i in 0..<count where nextUInt32() >= threshold { factors[i] = kept }
    return factors
  }
}
