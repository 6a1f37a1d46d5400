import ArgumentParser
import Metrics
import Results

/// The score files of one call of `ood metrics`, matched by column.
struct MetricsInputs {
  /// One detector on the in-distribution set and one out-of-distribution set.
  struct Pair {
    let set: String
    let column: String
    let scores: DetectorScores
  }

  let idPath: String
  /// The sets by name and file, in the order of the command line.
  let sets: [(name: String, path: String)]
  /// The columns that every set has, in the order of the in-distribution file.
  let columns: [String]
  /// Every set with every column, set by set.
  let pairs: [Pair]
  /// Columns that some file lacks.
  let leftOut: [String]

  init(id: String, ood: [String], columns: [String]) throws {
    idPath = id
    let sets = ood.map(MetricsInputs.named)
    self.sets = sets
    if let twice = sets.indices.first(where: { i in sets[..<i].contains { $0.name == sets[i].name }
    }) {
      throw ValidationError(
        "two --ood files are called '\(sets[twice].name)'; name them with NAME=FILE")
    }
    let inside = try ScoreTable(id, columns: columns)
    let matches = try sets.map { set in
      try ScorePairs(
        inDistribution: inside, outOfDistribution: ScoreTable(set.path, columns: columns))
    }
    let common = matches[0].pairs.map(\.name).filter { name in
      matches.allSatisfy { $0.pairs.contains { $0.name == name } }
    }
    if common.isEmpty { throw ResultsError("the --ood files have no column in common") }
    self.columns = common
    pairs = zip(sets, matches).flatMap { set, match in
      match.pairs.filter { common.contains($0.name) }
        .map { Pair(set: set.name, column: $0.name, scores: $0.scores) }
    }
    var seen = Set(common)
    leftOut = matches.flatMap { $0.leftOut + $0.pairs.map(\.name) }
      .filter { seen.insert($0).inserted }
  }

  /// The name and the path of `NAME=FILE`, or of a file, whose name without extensions holds.
  static func named(_ argument: String) -> (name: String, path: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].isEmpty, !parts[0].contains("/") {
      return (String(parts[0]), String(parts[1]))
    }
    var name = argument.split(separator: "/").last ?? ""
    for ending in [".gz", ".csv"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    return (String(name), argument)
  }

  /// What tells a row from the others: set, column, both or nothing.
  func label(_ pair: Pair) -> [String] {
    (sets.count > 1 ? [pair.set] : []) + (columns.count > 1 ? [pair.column] : [])
  }

  /// What the sets are, in one line.
  var heading: String {
    let inside = pairs[0].scores.inDistribution.count
    let outside = sets.map { set in
      let count = pairs.first { $0.set == set.name }?.scores.outOfDistribution.count ?? 0
      return "\(set.path) (\(count) scores)"
    }
    return "in-distribution: \(idPath) (\(inside) scores); "
      + "out-of-distribution: \(outside.joined(separator: ", "))"
  }
}
