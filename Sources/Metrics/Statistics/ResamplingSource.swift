/// The random numbers of one bootstrap replicate (SplitMix64).
///
/// A replicate's numbers are a function of (seed, replicate), so intervals do not depend on how the
/// replicates are shared out. It lives here, not in `RandomStreams`, so that the draw is inlined:
/// 1,000 replicates of 20,000 samples draw 20 million times.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct ResamplingSource {
  private var state: UInt64

  init(seed: UInt64, replicate: Int) {
    var outer = ResamplingSource(state: seed)
    // Mixed twice: neighbouring replicates start far apart on the one sequence.
    state = outer.next()
    state ^= UInt64(replicate) &* 0xd134_2543_de82_ef95
    state = next()
  }

  private init(state: UInt64) { self.state = state }

  /// A uniform integer in 0 ..< bound; the bias of bound / 2^64 is far below any effect.
  @inline(__always)
  mutating func below(_ bound: UInt64) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: bound).high)
  }

  @inline(__always)
  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
