import Configuration
import Datasets
import Tensors

/// The class of most of the nearest labelled images.
///
/// Nearness is the cosine of image features, or of small pictures, which no tower has a part in. It
/// abstains where fewer than `agreement` of the neighbours have the most frequent class, and where
/// two classes are equally frequent. The labelled images are not in the pool.
public struct NeighbourFunction: LabellingFunction {
  public static let name = "knn"

  /// What nearness is measured in.
  public enum Space: String, Codable, Sendable, CaseIterable {
    /// Features of the frozen image tower.
    case features
    /// Pixels, as means over a grid of at most 16 x 16.
    case pixels
  }

  /// Labelled images a class.
  public var shots = 16
  /// How many neighbours vote.
  public var k = 5
  /// The smallest share of the neighbours that must agree.
  public var agreement = 0.6
  /// What nearness is measured in.
  public var space = Space.features
  public var lfGroup = ""

  public init() {}

  public var problems: [SettingProblem] {
    [
      shots >= 1 ? nil : SettingProblem("shots", "must be at least 1, got \(shots)"),
      k >= 1 ? nil : SettingProblem("k", "must be at least 1, got \(k)"),
      agreement >= 0 && agreement <= 1
        ? nil : SettingProblem("agreement", "must lie in [0, 1], got \(agreement)"),
    ].compactMap { $0 }
  }

  public func votes(on pool: ImageSet, in scene: LabellingScene) throws -> [Int] {
    let gold = try scene.gold(shots)
    let space = try [pool, gold].map { images in
      switch self.space {
      case .features: try scene.features(of: images)
      case .pixels: try scene.pictures(of: images)
      }
    }
    let cosines = space[0].multiplied(byTransposeOf: space[1])
    return (0..<pool.count).map { row in
      // Of equally near images the first ones are taken.
      let nearest = gold.labels.indices.sorted {
        (-cosines[row, $0], $0) < (-cosines[row, $1], $1)
      }.prefix(k)
      var counts = [Double](repeating: 0, count: scene.classNames.count)
      for index in nearest { counts[gold.labels[index]] += 1 }
      let best = vote(counts, margin: 1)
      return best >= 0 && counts[best] >= agreement * Double(nearest.count) ? best : -1
    }
  }
}
