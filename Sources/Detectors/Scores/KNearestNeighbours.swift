import Configuration
import Tensors

/// k nearest neighbours: the distance to the k-th nearest training image.
///
/// score = -|z - z_(k)| for features `[images, dimensions]` scaled to unit length, z_(k) being the
/// k-th nearest training image; k = 50. From -2 to 0, higher = more in-distribution. Features that
/// are all zero stay zero. The search is exact, in double precision.
///
/// Source: Sun, Ming, Zhu, Li, "Out-of-distribution detection with deep nearest neighbors", ICML
/// 2022, section 3; k = 50 is its choice for CIFAR-10, 200 for CIFAR-100, 1,000 for ImageNet. The
/// official code, deeplearning-wisc/knn-ood, and OpenOOD score the squared distance: the same order.
/// pytorch-ood 0.4.0's distance is ours.
///
/// On CLIP's features the distance is that of cosine similarity, |z - z'|² = 2 - 2 cos.
public struct KNearestNeighbours: Detector {
  public static let name = "knn"
  public static let needs: Set<OutputField> = [.features]
  public static let trainingNeeds: Set<OutputField> = [.features]
  public static let paper =
    "Sun et al., Out-of-Distribution Detection with Deep Nearest Neighbors, ICML 2022, "
    + "https://arxiv.org/abs/2204.06507"

  /// Which neighbour's distance counts, from 1.
  public var k = 50

  private struct Fit: Sendable {
    let shape: FittedShape
    let neighbours: NearestNeighbours
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case k }

  /// The paper's setting for CIFAR-10.
  public init() {}

  public var problems: [SettingProblem] { neighbourProblems(k) }

  public func fitted(to training: ModelOutputs) throws -> KNearestNeighbours {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    try checkNeighbours(k, of: features.rows, for: Self.name)
    var fitted = self
    fitted.fit = Fit(
      shape: FittedShape(features, .features), neighbours: NearestNeighbours(features))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    try checkSettings()
    try checkNeighbours(k, of: fit.neighbours.unitRows.rows, for: Self.name)
    let features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    return fit.neighbours.distances(from: features, toNeighbour: k).map { -$0 }
  }
}

/// The problem of a number of neighbours below 1, if it has one.
func neighbourProblems(_ k: Int) -> [SettingProblem] {
  k >= 1 ? [] : [SettingProblem("k", "is \(k), expected a number of neighbours of at least 1")]
}

/// Throws unless there are as many training images as neighbours are asked for.
func checkNeighbours(_ k: Int, of images: Int, for detector: String) throws {
  guard k > images else { return }
  throw DetectorError(
    "\(detector): k is \(k), but there are only \(images) training images to be neighbours; lower k "
      + "or give more images")
}
