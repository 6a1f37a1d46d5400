import Configuration
import Datasets
import RandomStreams

/// One source of a mixture of captioned images.
public struct CaptionSource: Configurable, Equatable {
  public static let name = "source"

  /// The benchmark whose training images it gives; the unit's own may be one.
  public var benchmark = ""
  /// How often a pass shows each of its images: 1 once, 0.25 a quarter of them, 2 each twice.
  public var sampleRatio = 1.0

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if benchmark.isEmpty { problems.append(SettingProblem("benchmark", "must name a benchmark")) }
    if !(sampleRatio > 0 && sampleRatio.isFinite) {
      problems.append(SettingProblem("sample_ratio", "must be above 0, got \(sampleRatio)"))
    }
    return problems
  }
}

/// The order in which the images of a mixture come.
///
/// A pass has round(ratio n) images of a source with n: each of them as often as whole copies go into
/// that, and the rest drawn without replacement, anew for each pass. All images of a pass come in a
/// random order.
///
/// Source of the idea: the data lists of GMAI-VL (uni-medical/GMAI-VL), which give each source a
/// `sample_ratio`.
struct MixtureOrder: Sendable {
  /// An image of one of the sources.
  struct Place: Hashable, Sendable {
    let source: Int
    let image: Int
  }

  /// The images of each source in a pass.
  let counts: [Int]
  private let sizes: [Int]
  private let seed: UInt64

  /// Plans passes.
  ///
  /// - Parameters:
  ///   - sizes: the images of each source.
  ///   - ratios: the ratio of each.
  init(sizes: [Int], ratios: [Double], seed: UInt64) {
    self.sizes = sizes
    self.seed = seed
    counts = zip(sizes, ratios).map { Int((Double($0) * $1).rounded()) }
  }

  /// The images of a pass.
  var length: Int { counts.reduce(0, +) }

  /// All images of a pass, in its order.
  func pass(_ number: Int) -> [Place] {
    var places: [Place] = []
    for (source, size) in sizes.enumerated() where size > 0 {
      let (copies, rest) = counts[source].quotientAndRemainder(dividingBy: size)
      for image in 0..<size {
        for _ in 0..<copies { places.append(Place(source: source, image: image)) }
      }
      var random = RandomSource(
        seed: seed, purpose: "mixture source \(source)", index: UInt64(number))
      places += random.permutation(of: size).prefix(rest)
        .map { Place(source: source, image: $0) }
    }
    var random = RandomSource(seed: seed, purpose: "mixture", index: UInt64(number))
    return random.permutation(of: places.count).map { places[$0] }
  }

  /// The images of a batch that begins at a position of the sequence of all passes.
  func batch(from position: Int, count: Int) -> [Place] {
    guard length > 0 else { return [] }
    var places: [Place] = []
    var next = position
    while places.count < count {
      let (number, start) = next.quotientAndRemainder(dividingBy: length)
      let own = pass(number)[start...].prefix(count - places.count)
      places += own
      next += own.count
    }
    return places
  }
}
