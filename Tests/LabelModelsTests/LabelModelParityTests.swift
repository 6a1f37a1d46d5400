import FoundationEssentials
import LabelModels
import TestSupport
import Testing

/// Expected values: crowd-kit 1.4.2, by scripts/fixtures/label_models.py.
@Suite("Label models beside crowd-kit")
struct LabelModelParityTests {
  struct Case: Decodable {
    struct Fit: Decodable {
      let iterations: Int
      let oneCoin: [[Double]]
      let oneCoinShares: [Double]
      let oneCoinAccuracies: [Double]
      let full: [[Double]]
      let fullShares: [Double]
    }
    let classes: Int
    let votes: [[Int]]
    let majority: [[Double]]
    let fits: [Fit]
  }

  static func cases() throws -> [Case] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      [Case].self, from: Data(contentsOf: URL(filePath: fixture("label-models.json"))))
  }

  /// crowd-kit keeps probabilities above 1e-10, where ours may be 0; that moves the others by as
  /// much times the items.
  let tolerance = 1e-7

  @Test("the majority vote's shares")
  func majority() throws {
    for item in try Self.cases() {
      let votes = try Votes(item.votes, functions: item.votes[0].count, classes: item.classes)
      #expect(difference(MajorityVote().labels(for: votes).probabilities, item.majority) <= 1e-15)
    }
  }

  @Test("one coin without priors, iteration by iteration")
  func oneCoin() throws {
    for item in try Self.cases() {
      let votes = try Votes(item.votes, functions: item.votes[0].count, classes: item.classes)
      for fit in item.fits {
        let found = try OneCoinDawidSkene(
          correctCount: 0, classCount: 0, iterations: fit.iterations, tolerance: 0
        ).labels(for: votes)
        #expect(difference(found.probabilities, fit.oneCoin) <= tolerance)
        #expect(difference([found.classShares], [fit.oneCoinShares]) <= tolerance)
        #expect(difference(found.accuracies, [fit.oneCoinAccuracies]) <= tolerance)
        #expect(found.logPosteriors.count == fit.iterations && !found.hasConverged)
      }
    }
  }

  @Test("confusion matrices without priors, iteration by iteration")
  func full() throws {
    for item in try Self.cases() {
      let votes = try Votes(item.votes, functions: item.votes[0].count, classes: item.classes)
      for fit in item.fits {
        let found = try DawidSkene(
          correctCount: 0, smoothing: 0, classCount: 0, iterations: fit.iterations, tolerance: 0
        ).labels(for: votes)
        #expect(difference(found.probabilities, fit.full) <= tolerance)
        #expect(difference([found.classShares], [fit.fullShares]) <= tolerance)
      }
    }
  }
}
