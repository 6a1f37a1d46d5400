import Configuration
import Datasets
import RandomStreams

/// Wrong labels for a share of the shots, each drawn evenly among the other classes.
///
/// Of n shots, round(rate n) get a wrong label, so the share is the same for every seed. Which ones
/// and which labels is a function of the seed; those of a smaller rate are among those of a larger one.
///
/// Source: symmetric noise as in Patrini et al., "Making deep neural networks robust to label noise",
/// CVPR 2017.
public struct LabelNoise: Supervision {
  public static let name = "label-noise"
  public static let revision = 1

  /// The share of wrong labels.
  public var rate = 0.0

  public init() {}

  public var problems: [SettingProblem] {
    rate >= 0 && rate <= 1 ? [] : [SettingProblem("rate", "must lie in [0, 1], got \(rate)")]
  }

  public func supervised(_ shots: ImageSet, in scene: SupervisionScene) throws -> SupervisedShots {
    let classes = shots.classNames.count
    guard classes > 1 || rate == 0 else {
      throw FineTuningError("label-noise needs a second class to give wrong labels of")
    }
    var random = RandomSource(seed: scene.seed, purpose: "label noise")
    let order = random.permutation(of: shots.count)
    var labels = shots.labels
    for index in order.prefix(Int((rate * Double(shots.count)).rounded())) {
      labels[index] = (labels[index] + 1 + random.below(classes - 1)) % classes
    }
    return SupervisedShots(images: shots.relabelled(labels))
  }
}
