import LabelModels
import Testing

/// The invariants of training-axes.md 2.4; expected values follow from them, or by hand.
@Suite("Label models' invariants")
struct LabelModelInvariantTests {
  static let models: [any LabelModel] = [MajorityVote(), OneCoinDawidSkene(), DawidSkene()]

  static func simulation(_ seed: UInt64) -> Simulation {
    Simulation(
      seed: seed, items: 200, classes: 4, accuracies: [0.9, 0.7, 0.6, 0.3],
      coverages: [0.7, 0.8, 0.9, 0.5])
  }

  @Test(
    "the log-posterior never falls, with priors and without", arguments: 0..<10 as Range<UInt64>)
  func ascent(seed: UInt64) throws {
    let simulation = Self.simulation(seed)
    let domains = simulation.gold.indices.map { $0 % 3 }
    let models: [any LabelModel] = [
      OneCoinDawidSkene(tolerance: 0), OneCoinDawidSkene(correctCount: 0, tolerance: 0),
      OneCoinDawidSkene(correctCount: 0, classCount: 0, tolerance: 0), DawidSkene(tolerance: 0),
      DawidSkene(correctCount: 0, smoothing: 0, classCount: 0, tolerance: 0),
    ]
    for model in models {
      for domains in [nil, domains] {
        let values = try model.labels(for: simulation.votes(domains: domains)).logPosteriors
        #expect(values.count == 100)
        for (earlier, later) in zip(values, values.dropFirst()) {
          // Rounding of a sum over 200 items.
          #expect(later >= earlier - 1e-12 * abs(earlier))
        }
      }
    }
  }

  @Test("another order of the classes gives the labels in that order")
  func classes() throws {
    let order = [2, 0, 3, 1]
    let simulation = Self.simulation(1)
    var moved = simulation
    moved.rows = simulation.rows.map { $0.map { $0 < 0 ? $0 : order[$0] } }
    for model in Self.models {
      let first = try model.labels(for: simulation.votes()).probabilities
      let second = try model.labels(for: moved.votes()).probabilities
      let back = second.map { row in row.isEmpty ? [] : order.map { row[$0] } }
      #expect(difference(first, back) <= 1e-10)
    }
  }

  @Test("the order of the functions is without meaning")
  func functions() throws {
    let simulation = Self.simulation(2)
    var moved = simulation
    moved.rows = simulation.rows.map { [$0[3], $0[1], $0[0], $0[2]] }
    for model in Self.models {
      let first = try model.labels(for: simulation.votes())
      let second = try model.labels(for: moved.votes())
      #expect(difference(first.probabilities, second.probabilities) <= 1e-10)
      for (a, b) in zip(first.accuracies, second.accuracies) {
        #expect(difference([a], [[b[2], b[1], b[3], b[0]]]) <= 1e-10)
      }
    }
  }

  @Test("a function that always abstains, and items without a vote, change nothing")
  func abstention() throws {
    let simulation = Self.simulation(3)
    var more = simulation
    more.rows = simulation.rows.map { $0 + [-1] }
    more.rows.append([-1, -1, -1, -1, -1])
    for model in Self.models {
      let first = try model.labels(for: simulation.votes())
      let second = try model.labels(for: more.votes())
      #expect(difference(first.probabilities + [[]], second.probabilities) == 0)
      #expect(second.label(200) == nil && second.confidence(200) == nil)
      #expect(first.logPosteriors.last == nil || first.hasConverged)
    }
  }

  @Test("a perfect function alone gives one-hot labels")
  func alone() throws {
    let rows = (0..<40).map { [$0 % 4, -1] }
    let votes = try Votes(rows, functions: 2, classes: 4)
    for model in [MajorityVote(), OneCoinDawidSkene()] as [any LabelModel] {
      let expected = rows.map { row in (0..<4).map { $0 == row[0] ? 1.0 : 0 } }
      #expect(difference(try model.labels(for: votes).probabilities, expected) == 0)
    }
  }

  @Test("a perfect function among others gives its labels, two of them one-hot ones")
  func perfect() throws {
    let simulation = Simulation(
      seed: 4, items: 500, classes: 5, accuracies: [1, 0.7, 0.6, 0.6], coverages: [1, 1, 0.9, 0.8])
    let found = try OneCoinDawidSkene().labels(for: simulation.votes())
    #expect(simulation.accuracy(found) == 1)
    // The votes of the others leave a little doubt: the posterior's mode need not lie at 1.
    #expect(found.accuracies[0][0] > 0.99)
    var confirmed = simulation
    confirmed.rows = zip(simulation.rows, simulation.gold).map { $0 + [$1] }
    let sure = try OneCoinDawidSkene().labels(for: confirmed.votes())
    for item in 0..<500 { #expect(sure.confidence(item) ?? 0 > 1 - 1e-9) }
  }

  @Test("an exact copy in a group leaves all labels as they were")
  func copies() throws {
    let simulation = Self.simulation(5)
    let groups = [0, 0, 1, 2]
    var more = simulation
    more.rows = simulation.rows.map { $0 + [$0[1]] }
    for model in Self.models {
      let first = try model.labels(for: simulation.votes().grouped(groups, count: 3))
      let second = try model.labels(for: more.votes().grouped(groups + [0], count: 3))
      #expect(first == second)
    }
  }

  @Test("a group votes as most of its members, and not at all where they are tied")
  func groups() throws {
    let votes = try Votes(
      [[0, 1, 1, 2], [0, 1, -1, 2], [-1, -1, -1, 0], [2, -1, -1, 1]], functions: 4, classes: 3)
    let grouped = try votes.grouped([0, 0, 0, 1], count: 2)
    #expect(grouped.column(0) == [1, -1, -1, 2])
    #expect(grouped.column(1) == [2, 2, 0, 1])
    #expect(throws: LabelModelError.self) { try votes.grouped([0, 0], count: 1) }
    #expect(throws: LabelModelError.self) { try votes.grouped([0, 0, 0, 2], count: 2) }
  }

  @Test("votes that are none are refused")
  func faults() {
    #expect(
      throws: LabelModelError(
        "vote 3 of function 1 on item 0, expected -1 (abstain) or a class from 0 to 2")
    ) {
      try Votes([[0, 3]], functions: 2, classes: 3)
    }
    #expect(throws: LabelModelError("item 1 has 1 votes, expected 2")) {
      try Votes([[0, 1], [0]], functions: 2, classes: 3)
    }
    #expect(throws: LabelModelError.self) { try Votes([[0]], functions: 1, classes: 1) }
    #expect(throws: LabelModelError.self) {
      try Votes([[0]], functions: 1, classes: 2, domains: [0, 1])
    }
    #expect(throws: LabelModelError("0 iterations, expected at least one")) {
      try DawidSkene(iterations: 0).labels(for: try Votes([[0]], functions: 1, classes: 2))
    }
    #expect(throws: LabelModelError.self) {
      try OneCoinDawidSkene(domainStrength: -1).labels(
        for: try Votes([[0]], functions: 1, classes: 2))
    }
  }
}
