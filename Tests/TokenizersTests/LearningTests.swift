import FileFormats
import FoundationEssentials
import TestSupport
import Testing

@testable import Tokenizers

@Suite("Learning a vocabulary")
struct LearningTests {
  struct Fixture: Decodable {
    struct Row: Decodable {
      let text: String
      let ids: [Int]
    }

    let captions: [String]
    let vocabularySize: Int
    let tokens: [String]
    let rows: [Row]
  }

  // By hand: in "lo lo lot" only l + o</w> occurs twice.
  @Test("merges the most frequent pair and stops when none occurs twice")
  func mergesMostFrequent() {
    let tokenizer = BytePairTokenizer.learn(from: ["lo lo", "lot"], vocabularySize: 600)
    #expect(tokenizer.vocabularyCount == 515)
    #expect(tokenizer.tokensByID[512] == "lo</w>")
    #expect(tokenizer.encode("LO") == [512])
    #expect(tokenizer.startToken == 513)
    #expect(tokenizer.endToken == 514)
  }

  // By hand: ab, cd, bx</w> and dx</w> occur twice each, and a has the lowest id.
  @Test("breaks ties by the lower left id")
  func breaksTies() {
    let tokenizer = BytePairTokenizer.learn(from: ["cdx cdx abx abx"], vocabularySize: 515)
    #expect(tokenizer.tokensByID[512] == "ab")
  }

  // scripts/fixtures/tokenizer.py recounts all pairs for every merge and asks CLIPTokenizer for ids.
  @Test("equals a plain implementation, and transformers' ids with its vocabulary")
  func equalsReference() throws {
    let bytes = try FileBytes.read(fixture("learnt-tokens.json"))
    let expected = try JSONDecoder().decode(Fixture.self, from: Data(bytes))
    let learnt = BytePairTokenizer.learn(
      from: expected.captions, vocabularySize: expected.vocabularySize)
    #expect(learnt.tokensByID == expected.tokens)
    let reloaded = try withTemporaryFolder { folder in
      try learnt.write(folder: folder)
      return try BytePairTokenizer(folder: folder)
    }
    #expect(reloaded.tokensByID == learnt.tokensByID)
    for row in expected.rows {
      #expect(learnt.tokens(row.text, contextLength: 77) == row.ids)
      #expect(reloaded.tokens(row.text, contextLength: 77) == row.ids)
    }
  }
}
