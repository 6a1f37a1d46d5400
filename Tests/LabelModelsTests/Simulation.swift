import LabelModels
import RandomStreams

/// Functions that vote independently given the class, with symmetric errors; classes are uniform.
struct Simulation {
  var gold: [Int] = []
  var rows: [[Int]] = []
  let classes: Int

  init(
    seed: UInt64, items: Int, classes: Int, accuracies: [Double], coverages: [Double]
  ) {
    self.classes = classes
    var source = RandomSource(seed: seed, purpose: "simulated votes")
    for _ in 0..<items {
      let label = Int(source.uniform() * Double(classes))
      gold.append(label)
      rows.append(
        zip(accuracies, coverages).map { accuracy, coverage in
          let other = (label + 1 + Int(source.uniform() * Double(classes - 1))) % classes
          let vote = source.uniform() < accuracy ? label : other
          return source.uniform() < coverage ? vote : Votes.abstain
        })
    }
  }

  /// Four functions that copy one of accuracy .5, each with 5 % of its votes drawn anew, and two of
  /// .85: the near-duplicates of training-axes.md 2.4.
  static func nearDuplicates(seed: UInt64, items: Int) -> Simulation {
    var simulation = Simulation(
      seed: seed, items: items, classes: 10, accuracies: [0.5, 0.85, 0.85],
      coverages: [1, 1, 1])
    var source = RandomSource(seed: seed, purpose: "copies")
    simulation.rows = simulation.rows.map { row in
      let copies = (0..<4).map { _ in
        let other = Int(source.uniform() * 10)
        return source.uniform() < 0.05 ? other : row[0]
      }
      return copies + [row[1], row[2]]
    }
    return simulation
  }

  func votes(domains: [Int]? = nil) throws -> Votes {
    try Votes(rows, functions: rows[0].count, classes: classes, domains: domains)
  }

  /// The share of items whose label is the gold one; an item without a label is wrong.
  func accuracy(_ estimate: LabelEstimate) -> Double {
    let right = gold.indices.count { estimate.label($0) == gold[$0] }
    return Double(right) / Double(gold.count)
  }

  /// Each function's share of right votes.
  func empirical() -> [Double] {
    rows[0].indices.map { j in
      let cast = gold.indices.filter { rows[$0][j] != Votes.abstain }
      return Double(cast.count { rows[$0][j] == gold[$0] }) / Double(cast.count)
    }
  }
}

/// The largest difference of two sets of distributions; infinite where their shapes differ.
func difference(_ first: [[Double]], _ second: [[Double]]) -> Double {
  guard first.map(\.count) == second.map(\.count) else { return .infinity }
  var largest = 0.0
  for (a, b) in zip(first.joined(), second.joined()) {
    guard (a - b).isFinite else { return .infinity }
    largest = max(largest, abs(a - b))
  }
  return largest
}
