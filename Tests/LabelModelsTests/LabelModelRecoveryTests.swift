import LabelModels
import Testing

/// The acceptance simulations of training-axes.md 2.4, ten seeds each; its figures are from another
/// generator, so means are compared with room for their spread over seeds.
@Suite("Label models recover simulated labels")
struct LabelModelRecoveryTests {
  static let accuracies = [0.9, 0.8, 0.7, 0.6, 0.55]
  static let coverages = [0.9, 0.8, 1, 0.7, 1]

  struct Means {
    var majority = 0.0
    var oneCoin = 0.0
    var full = 0.0
    /// The mean over seeds of the largest error of an accuracy, and the largest one of all.
    var error = 0.0
    var largestError = 0.0
    /// The largest residual of the guard over all seeds.
    var residual = 0.0
  }

  static func means(items: Int) throws -> Means {
    var means = Means()
    for seed in 0..<10 as Range<UInt64> {
      let simulation = Simulation(
        seed: seed, items: items, classes: 10, accuracies: accuracies, coverages: coverages)
      let votes = try simulation.votes()
      let found = try OneCoinDawidSkene().labels(for: votes)
      let error =
        zip(found.accuracies[0], accuracies).map { abs($0 - $1) }.max() ?? .infinity
      means.majority += simulation.accuracy(MajorityVote().labels(for: votes)) / 10
      means.oneCoin += simulation.accuracy(found) / 10
      means.full += simulation.accuracy(try DawidSkene().labels(for: votes)) / 10
      means.error += error / 10
      means.largestError = max(means.largestError, error)
      let finding = try #require(DependencyGuard().finding(on: votes))
      means.residual = max(means.residual, finding.largestResidual)
    }
    return means
  }

  @Test("2,000 items: accuracies within 0.03, labels better than the majority's")
  func many() throws {
    let means = try Self.means(items: 2000)
    #expect(means.largestError <= 0.03 && means.error <= 0.02)
    #expect(means.oneCoin >= 0.95 && means.majority <= 0.945)
    #expect(means.full >= 0.945 && means.full <= means.oneCoin)
    #expect(means.residual <= 0.05)
  }

  @Test("160 items: still better than the majority's")
  func few() throws {
    let means = try Self.means(items: 160)
    #expect(means.error <= 0.08)
    #expect(means.oneCoin > means.majority && means.oneCoin >= 0.94)
    #expect(means.residual <= 0.15)
  }

  @Test(
    "near-duplicates fool the models, the guard fires, a group mends it", arguments: [2000, 160])
  func duplicates(items: Int) throws {
    var (majority, apart, grouped) = (0.0, 0.0, 0.0)
    var recovered = [0.0, 0.0, 0.0]
    for seed in 0..<10 as Range<UInt64> {
      let simulation = Simulation.nearDuplicates(seed: seed, items: items)
      let votes = try simulation.votes()
      majority += simulation.accuracy(MajorityVote().labels(for: votes)) / 10
      apart += simulation.accuracy(try OneCoinDawidSkene().labels(for: votes)) / 10
      let finding = try #require(DependencyGuard().finding(on: votes))
      #expect(finding.isDependent && finding.largestResidual > 0.3)
      let found = try OneCoinDawidSkene().labels(
        for: votes.grouped([0, 0, 0, 0, 1, 2], count: 3))
      grouped += simulation.accuracy(found) / 10
      for j in 0..<3 { recovered[j] += found.accuracies[0][j] / 10 }
    }
    #expect(majority < 0.6 && apart < 0.6)
    #expect(grouped >= 0.88)
    #expect(abs(recovered[0] - 0.5) < 0.03)
    #expect(abs(recovered[1] - 0.85) < 0.03 && abs(recovered[2] - 0.85) < 0.03)
  }

  @Test("the guard says nothing where nothing can be checked")
  func unchecked() throws {
    let three = Simulation(
      seed: 0, items: 500, classes: 10, accuracies: [0.9, 0.8, 0.7], coverages: [1, 1, 1])
    #expect(DependencyGuard().finding(on: try three.votes()) == nil)
    let rare = Simulation(
      seed: 0, items: 40, classes: 10, accuracies: Self.accuracies, coverages: Self.coverages)
    #expect(DependencyGuard().finding(on: try rare.votes()) == nil)
    #expect(DependencyGuard(minimumOverlap: 10).finding(on: try rare.votes()) != nil)
  }

  @Test("domains: pooled at infinite strength, partly pooled helps where votes are few")
  func domains() throws {
    // Function 0 is good in domain 0 and poor in domain 1, function 1 the other way round.
    let here = Simulation(
      seed: 7, items: 400, classes: 5, accuracies: [0.9, 0.4, 0.7], coverages: [1, 1, 1])
    let there = Simulation(
      seed: 8, items: 400, classes: 5, accuracies: [0.4, 0.9, 0.7], coverages: [1, 1, 1])
    var both = here
    both.rows += there.rows
    both.gold += there.gold
    let domains = [Int](repeating: 0, count: 400) + [Int](repeating: 1, count: 400)
    let pooled = try OneCoinDawidSkene().labels(for: both.votes())
    let parted = try OneCoinDawidSkene().labels(for: both.votes(domains: domains))
    #expect(both.accuracy(parted) > both.accuracy(pooled) + 0.05)
    #expect(abs(parted.accuracies[0][0] - 0.9) < 0.05)
    #expect(abs(parted.accuracies[1][0] - 0.4) < 0.05)
    let stiff = try OneCoinDawidSkene(domainStrength: 1e12, iterations: 5000, tolerance: 1e-15)
      .labels(for: both.votes(domains: domains))
    let exact = try OneCoinDawidSkene(iterations: 5000, tolerance: 1e-15).labels(for: both.votes())
    #expect(difference(stiff.probabilities, exact.probabilities) <= 1e-6)
  }
}
