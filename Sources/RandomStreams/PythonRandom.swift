/// The random numbers of Python's `random` module: MT19937, and what `random.sample` makes of it.
///
/// For samples that published protocols drew with it; whatever this program draws for itself comes from
/// `RandomSource`. Sources: Matsumoto, Nishimura, "Mersenne Twister", ACM TOMACS 8(1), 1998, with the
/// authors' initialisation by an array; `random.seed`, `_randbelow` and `sample` as the documentation
/// and behaviour of CPython 3.11 have them (`scripts/fixtures/few_shot.py`).
public struct PythonRandom: Sendable {
  private static let size = 624
  private var state: [UInt32]
  private var used = PythonRandom.size

  /// The generator after `random.seed(seed)`.
  public init(seed: UInt64) {
    let words = [UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)]
    let key = words[1] == 0 ? [words[0]] : words
    let size = PythonRandom.size
    state = [UInt32](repeating: 19_650_218, count: size)
    for i in 1..<size {
      state[i] = 1_812_433_253 &* (state[i - 1] ^ state[i - 1] >> 30) &+ UInt32(i)
    }
    var i = 1
    func mixed(_ factor: UInt32) -> UInt32 {
      state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) &* factor
    }
    for step in 0..<size {
      let j = step % key.count
      state[i] = mixed(1_664_525) &+ key[j] &+ UInt32(j)
      i = PythonRandom.next(i, &state)
    }
    for _ in 1..<size {
      state[i] = mixed(1_566_083_941) &- UInt32(i)
      i = PythonRandom.next(i, &state)
    }
    state[0] = 0x8000_0000
  }

  /// The index behind another; at the end the first number becomes the last one.
  private static func next(_ i: Int, _ state: inout [UInt32]) -> Int {
    guard i == size - 1 else { return i + 1 }
    state[0] = state[size - 1]
    return 1
  }

  /// The next 32 bits, `random.getrandbits(32)`.
  public mutating func nextUInt32() -> UInt32 {
    if used == PythonRandom.size { twist() }
    var word = state[used]
    used += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9d2c_5680
    word ^= word << 15 & 0xefc6_0000
    return word ^ word >> 18
  }

  private mutating func twist() {
    let size = PythonRandom.size
    for i in 0..<size {
      let bits = state[i] & 0x8000_0000 | state[(i + 1) % size] & 0x7fff_ffff
      state[i] = state[(i + 397) % size] ^ bits >> 1 ^ (bits & 1 == 0 ? 0 : 0x9908_b0df)
    }
    used = 0
  }

  /// An integer in 0 ..< `bound`, which is from 1 to 2^32 - 1: as many bits as `bound` has, drawn
  /// until they fit.
  mutating func below(_ bound: Int) -> Int {
    let spare = UInt32(UInt32(bound).leadingZeroBitCount)
    while true {
      let value = Int(nextUInt32() >> spare)
      if value < bound { return value }
    }
  }

  /// `random.sample(range(count), chosen)`: different indices in the order drawn.
  ///
  /// - Parameter chosen: at most `count`.
  public mutating func sample(_ count: Int, choosing chosen: Int) -> [Int] {
    precondition(0 <= chosen && chosen <= count, "a sample of \(chosen) out of \(count)")
    // A list of all is taken where it is small beside a set of the chosen ones.
    var largest = 21
    if chosen > 5 {
      var power = 1
      while power < 3 * chosen { power *= 4 }
      largest += power
    }
    var result: [Int] = []
    if count <= largest {
      var pool = [Int](0..<count)
      for i in 0..<chosen {
        let j = below(count - i)
        result.append(pool[j])
        pool[j] = pool[count - i - 1]
      }
      return result
    }
    var seen: Set<Int> = []
    for _ in 0..<chosen {
      var j = below(count)
      while !seen.insert(j).inserted { j = below(count) }
      result.append(j)
    }
    return result
  }
}
