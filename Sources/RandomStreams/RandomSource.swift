/// A counter-based stream of random numbers (Philox4x32-10).
///
/// The numbers are a function of (seed, stream, position) alone, so a resumed or parallel run that
/// asks for the same position gets the same number. The standard library's `shuffle` and `random`
/// may change between toolchains; the ones here do not.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
public struct RandomSource: Sendable {
  private let key: (UInt32, UInt32)
  private let stream: UInt64
  private var block: UInt64 = 0
  private var buffer: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
  private var used = 4

  /// Creates the stream that belongs to a seed, a purpose and an index.
  ///
  /// - Parameters:
  ///   - seed: the user's seed.
  ///   - purpose: a name such as "shuffle"; different names give independent streams.
  ///   - index: a position within the purpose, for example a training step.
  public init(seed: UInt64, purpose: String, index: UInt64 = 0) {
    // FNV-1a of the purpose, mixed with the index, selects the stream.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    stream = RandomSource.mixed(hash &+ 0x9e37_79b9_7f4a_7c15 &* (index &+ 1))
  }

  /// The next 32 random bits.
  public mutating func nextUInt32() -> UInt32 {
    if used == 4 {
      buffer = philox(
        counter: (
          UInt32(truncatingIfNeeded: block), UInt32(truncatingIfNeeded: block >> 32),
          UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)
        ), key: key)
      block &+= 1
      used = 0
    }
    used += 1
    switch used {
    case 1: return buffer.0
    case 2: return buffer.1
    case 3: return buffer.2
    default: return buffer.3
    }
  }

  /// The next 64 random bits.
  public mutating func nextUInt64() -> UInt64 {
    let high = UInt64(nextUInt32())
    return high << 32 | UInt64(nextUInt32())
  }

  /// A uniform number in [0, 1) with 53 random bits.
  public mutating func uniform() -> Double { Double(nextUInt64() >> 11) * 0x1p-53 }

  /// A uniform number in [lower, upper).
  public mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
    lower + (upper - lower) * uniform()
  }

  /// A uniform integer in 0 ..< bound, without modulo bias.
  public mutating func below(_ bound: Int) -> Int {
    let range = UInt64(bound)
    // Lemire's rejection on the high half of a 64 x 64 bit product.
    var product = nextUInt64().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = nextUInt64().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// The integers 0 ..< count in a random order (Fisher-Yates).
  public mutating func permutation(of count: Int) -> [Int] {
    var order = [Int](0..<count)
    shuffle(&order)
    return order
  }

  /// Puts the elements into a random order (Fisher-Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var last = elements.count - 1
    while last > 0 {
      elements.swapAt(last, below(last + 1))
      last -= 1
    }
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    // SplitMix64's finaliser.
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// Ten rounds of Philox4x32, the block function of the stream.
func philox(
  counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
) -> (UInt32, UInt32, UInt32, UInt32) {
  var c = counter
  var k = key
  for _ in 0..<10 {
    let first = UInt64(c.0) &* 0xd251_1f53
    let second = UInt64(c.2) &* 0xcd9e_8d57
    c = (
      UInt32(truncatingIfNeeded: second >> 32) ^ c.1 ^ k.0, UInt32(truncatingIfNeeded: second),
      UInt32(truncatingIfNeeded: first >> 32) ^ c.3 ^ k.1, UInt32(truncatingIfNeeded: first)
    )
    k = (k.0 &+ 0x9e37_79b9, k.1 &+ 0xbb67_ae85)
  }
  return c
}
