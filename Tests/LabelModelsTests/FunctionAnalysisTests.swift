import LabelModels
import Testing

@Suite("Analysis of labelling functions")
struct FunctionAnalysisTests {
  @Test("coverage, overlap, conflict and accuracies of a case by hand")
  func hand() throws {
    let votes = try Votes(
      [[0, 0, -1], [1, 0, -1], [-1, 1, -1], [-1, -1, -1], [1, -1, -1]], functions: 3, classes: 2)
    let found = try FunctionAnalysis.all(
      of: votes, estimate: MajorityVote().labels(for: votes), gold: [0, 1, 0, 1, nil])
    #expect(found.map(\.coverage) == [3.0 / 5, 3.0 / 5, 0])
    #expect(found.map(\.overlap) == [2.0 / 5, 2.0 / 5, 0])
    #expect(found.map(\.conflict) == [1.0 / 5, 1.0 / 5, 0])
    // The majority's shares of its votes: 1, 1/2, 1 and 1, 1/2, 1.
    #expect(found.map(\.estimatedAccuracy) == [2.5 / 3, 2.5 / 3, nil])
    #expect(found.map(\.accuracy) == [1, 1.0 / 3, nil])
    #expect(throws: LabelModelError.self) {
      try FunctionAnalysis.all(
        of: votes, estimate: MajorityVote().labels(for: votes), gold: [0])
    }
  }
}
