import Configuration
import Datasets
import Tensors

/// The class of the nearest prototype: the mean of a few labelled images' unit features.
///
/// p = softmax(logit scale x cos(image, prototype)); it abstains where the largest p leads the next
/// one by less than `margin`. The labelled images are not in the pool.
public struct PrototypeFunction: LabellingFunction {
  public static let name = "prototype"

  /// Labelled images a class.
  public var shots = 4
  /// The smallest lead, as a probability.
  public var margin = 0.1
  public var lfGroup = ""

  public init() {}

  public var problems: [SettingProblem] {
    marginProblems(margin)
      + (shots >= 1 ? [] : [SettingProblem("shots", "must be at least 1, got \(shots)")])
  }

  public func votes(on pool: ImageSet, in scene: LabellingScene) throws -> [Int] {
    let gold = try scene.gold(shots)
    let features = try scene.features(of: gold)
    var sums = DoubleMatrix(rows: scene.classNames.count, columns: features.columns)
    for (row, label) in gold.labels.enumerated() {
      for column in 0..<features.columns { sums[label, column] += features[row, column] }
    }
    let cosines = try scene.features(of: pool).multiplied(byTransposeOf: sums.withUnitRows)
    return try cosines.probabilities(scale: scene.scene.logitScale())
      .map { vote($0, margin: margin) }
  }
}
