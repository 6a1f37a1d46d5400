import FileFormats
import TestSupport
import Testing

@testable import Results

@Suite("Score files")
struct ScoreFileTests {
  private func scores(_ text: String, column: String? = nil) throws -> [Double] {
    try withTemporaryFolder { folder in
      try AtomicFile.write(text, to: "\(folder)/scores.csv")
      return try ScoreFile("\(folder)/scores.csv", column: column).scores
    }
  }

  @Test("one score a line, with or without a header")
  func plain() throws {
    #expect(try scores("score\n1\n-2.5\ninf\n") == [1, -2.5, .infinity])
    #expect(try scores("1e-3\n-inf\n") == [1e-3, -.infinity])
  }

  @Test("a named column of several")
  func column() throws {
    #expect(try scores("id,mcm,energy\na,0.5,3\nb,0.25,4\n", column: "mcm") == [0.5, 0.25])
    #expect(throws: ResultsError.self) { try scores("id,mcm\na,0.5\n", column: "msp") }
    #expect(throws: ResultsError.self) { try scores("id,mcm\na,0.5\n") }
  }

  @Test("what is no number is named by file and line")
  func faults() throws {
    for (text, line) in [("score\n1\nnan\n", 3), ("score\n1\nhigh\n", 3)] {
      let error = #expect(throws: ResultsError.self) { try scores(text) }
      #expect(error?.description.contains("scores.csv:\(line): expected a score") == true)
    }
  }
}
