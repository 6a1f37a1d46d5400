import Configuration
import Datasets
import LabelModels
import Tensors

extension WeakLabels {
  /// The votes of all functions on the pool, `[images][functions]`.
  ///
  /// - Parameter own: the pool's images of the unit's training set.
  func votes(
    on images: ImageSet, pooled own: ImageSet, in scene: SupervisionScene
  ) throws -> Votes {
    let pooled = Set(own.sampleIDs)
    let rest = scene.pool.selecting(
      (0..<scene.pool.count).filter { !pooled.contains(scene.pool.sampleIDs[$0]) })
    let labelling = LabellingScene(scene: scene, rest: rest)
    let columns = try chosenFunctions.map { try $0.votes(on: images, in: labelling) }
    return try Votes(
      (0..<images.count).map { image in columns.map { $0[image] } }, functions: columns.count,
      classes: images.classNames.count, domains: try domainNumbers(of: images))
  }

  private func domainNumbers(of images: ImageSet) throws -> [Int]? {
    guard !domains.isEmpty else { return nil }
    let values = try images.values(ofColumn: domains)
    let known = Set(values).sorted()
    return values.map { known.firstIndex(of: $0) ?? 0 }
  }

  /// The group of each function, and the groups' names in the order of their first members.
  func groups() throws -> (numbers: [Int], names: [String]) {
    var names: [String] = []
    let functionNames = try functionNames()
    let numbers = zip(chosenFunctions, functionNames).map { function, name in
      let group = function.lfGroup.isEmpty ? name : function.lfGroup
      if let known = names.firstIndex(of: group) { return known }
      names.append(group)
      return names.count - 1
    }
    return (numbers, names)
  }

  /// What reports call the functions; equal ones are numbered.
  func functionNames() throws -> [String] {
    var times: [String: Int] = [:]
    return try chosenFunctions.map { function in
      let text = try choiceText(of: function)
      times[text, default: 0] += 1
      return times[text] == 1 ? text : "\(text) (\(times[text] ?? 0))"
    }
  }

  /// Why dependent functions are no ground to train on.
  func refusal(_ finding: DependencyGuard.Finding, _ names: [String]) -> String {
    let pair = finding.pair.map { "'\(names[$0])'" }.joined(separator: " and ")
    return "labelling functions are not independent: the agreement of \(pair) differs by "
      + "\((1000 * finding.largestResidual).rounded() / 1000) from what independence allows "
      + "(\(dependencyThreshold)); which ones depend on each other cannot be told from votes, so "
      + "give those that err together one lf_group, or set dependencies: warn"
  }

  /// The distributions of the kept images, `[images, classes]`.
  func targets(_ estimate: LabelEstimate, _ kept: [Int]) -> Matrix {
    let rows = kept.map { estimate.probabilities[$0] }
    return Matrix(
      rows: rows.count, columns: rows.first?.count ?? 0,
      values: rows.flatMap { $0.map { Float($0) } })
  }
}
