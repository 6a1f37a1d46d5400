import Configuration
import Datasets
import RandomStreams

/// Images of another benchmark in the unlabelled pool, which are out of distribution there.
public struct Contamination: Configurable, Equatable {
  public static let name = "contamination"

  /// The share of the pool that is foreign: beside n images there are round(n share / (1 - share)).
  public var share = 0.0
  /// The benchmark whose training images they are, by name.
  public var source = ""

  /// No foreign images.
  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if !(share >= 0 && share < 1) {
      problems.append(SettingProblem("share", "must lie in [0, 1), got \(share)"))
    }
    if share > 0, source.isEmpty {
      problems.append(SettingProblem("source", "is missing; name the benchmark of the images"))
    }
    return problems
  }

  /// The benchmark that is read; nil where none is.
  var benchmark: String? { share > 0 ? source : nil }

  /// The foreign images beside so many of the unit's own; those of a smaller share are among those
  /// of a larger one.
  ///
  /// - Parameters:
  ///   - classNames: the unit's classes, which the source must not have.
  ///   - scene: the images and the seed.
  /// - Throws: `FineTuningError` where the source has classes of the unit or too few images.
  func images(beside count: Int, classNames: [String], in scene: SupervisionScene) throws
    -> ImageSet?
  {
    guard let benchmark else { return nil }
    guard let all = scene.others[benchmark] else {
      throw FineTuningError("benchmark '\(benchmark)' is not at hand")
    }
    if let shared = all.classNames.first(where: classNames.contains) {
      throw FineTuningError(
        "benchmark \(benchmark) has the unit's own class '\(shared)', so its images are not out of "
          + "distribution; name another source of contamination")
    }
    let wanted = Int((Double(count) * share / (1 - share)).rounded())
    guard wanted <= all.count else {
      throw FineTuningError(
        "benchmark \(benchmark) has \(all.count) training images, and a share of \(share) beside "
          + "\(count) takes \(wanted)")
    }
    var random = RandomSource(seed: scene.seed, purpose: "contamination")
    return all.selecting([Int](random.permutation(of: all.count).prefix(wanted)))
  }
}
