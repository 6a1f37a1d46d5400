import Configuration
import Datasets
import Tensors

/// A linear classifier that learnt on another domain: another benchmark, or the training images with
/// a value of metadata.
///
/// Logistic regression on unit features of the frozen image tower; classes are matched by name, and
/// it never votes for a class that its domain lacks. It abstains where the most probable class leads
/// the next one by less than `margin`. Labelled images of its own data set are not in the pool.
public struct SourceClassifier: LabellingFunction {
  public static let name = "classifier"

  /// The other benchmark, by name; empty for a domain of the unit's own.
  public var source = ""
  /// The column of metadata that tells the domain among the unit's own training images.
  public var column = ""
  /// The domain: a value of that column.
  public var value = ""
  /// Labelled images a class; a class that has fewer gives all.
  public var shots = 16
  /// C, the weight of the data against the L2 penalty 1/2 |W|^2.
  public var inversePenalty = 10.0
  /// The smallest lead, as a probability.
  public var margin = 0.1
  public var lfGroup = ""

  public init() {}

  public var columns: [String] { column.isEmpty ? [] : [column] }

  public var benchmark: String? { source.isEmpty ? nil : source }

  public var problems: [SettingProblem] {
    var problems = marginProblems(margin)
    if source.isEmpty == column.isEmpty {
      problems.append(
        SettingProblem("source", "or 'column' must say where it learns, one of them"))
    }
    if shots < 1 { problems.append(SettingProblem("shots", "must be at least 1, got \(shots)")) }
    if !(inversePenalty > 0 && inversePenalty.isFinite) {
      problems.append(
        SettingProblem("inverse_penalty", "must be above 0, got \(inversePenalty)"))
    }
    return problems
  }

  public func votes(on pool: ImageSet, in scene: LabellingScene) throws -> [Int] {
    let domain = try domain(in: scene)
    let present = Set(domain.labels.filter { $0 >= 0 }).sorted()
    let classes = present.filter { scene.classNames.contains(domain.classNames[$0]) }
    guard classes.count >= 2 else {
      let names = classes.map { domain.classNames[$0] }.joined(separator: ", ")
      throw FineTuningError(
        "the classifier's domain '\(source.isEmpty ? value : source)' has "
          + (names.isEmpty ? "no class of the unit's" : "of the unit's classes \(names) alone")
          + ", expected two or more by the same names: "
          + scene.classNames.joined(separator: ", "))
    }
    let shots = try FewShotSplit.sample(
      from: domain.keeping(classes: classes), shots: shots, seed: scene.scene.seed
    ).images
    var path = LogisticPath(
      try scene.features(of: shots), labels: shots.labels, classes: classes.count)
    let found = path.fitted(inversePenalty)
    var scores = try scene.features(of: pool).multiplied(byTransposeOf: found.weight)
    for row in 0..<scores.rows {
      for column in 0..<scores.columns { scores[row, column] += found.bias[column] }
    }
    let labels = classes.map { scene.classNames.firstIndex(of: domain.classNames[$0]) ?? -1 }
    return scores.probabilities(scale: 1).map { probabilities in
      let vote = vote(probabilities, margin: margin)
      return vote < 0 ? -1 : labels[vote]
    }
  }

  private func domain(in scene: LabellingScene) throws -> ImageSet {
    guard source.isEmpty else { return try scene.training(of: source) }
    let values = try scene.rest.values(ofColumn: column)
    return scene.rest.selecting(values.indices.filter { values[$0] == value })
  }
}
