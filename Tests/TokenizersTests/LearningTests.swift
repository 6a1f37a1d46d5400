import Testing

@testable import Tokenizers

@Suite("Learning a vocabulary")
struct LearningTests {
  // By hand: l-o occurs three times ("lo" twice, "lot" once), then lo-t</w> and l-o</w>... the pairs
  // are l+o</w> (2, from "lo lo") and l+o, o+t</w> (once each), so only l+o</w> is merged.
  @Test("merges the most frequent pair and stops when none occurs twice")
  func mergesMostFrequent() {
    let tokenizer = BytePairTokenizer.learn(from: ["lo lo", "lot"], vocabularySize: 600)
    #expect(tokenizer.vocabularyCount == 515)
    #expect(tokenizer.tokensByID[512] == "lo</w>")
    #expect(tokenizer.encode("LO") == [512])
    #expect(tokenizer.startToken == 513)
    #expect(tokenizer.endToken == 514)
  }

  // Identity: pairs ab and cd are equally frequent, and a has a lower id than c.
  @Test("breaks ties by the lower left id")
  func breaksTies() {
    let tokenizer = BytePairTokenizer.learn(from: ["cdx cdx abx abx"], vocabularySize: 516)
    #expect(tokenizer.tokensByID[512] == "ab")
  }

  @Test("keeps to the vocabulary size")
  func keepsSize() {
    let captions = ["a photo of a cat", "a photo of a dog", "a photo of two cats"]
    let tokenizer = BytePairTokenizer.learn(from: captions, vocabularySize: 520)
    #expect(tokenizer.vocabularyCount == 520)
    #expect(tokenizer.tokensByID.last == "<|endoftext|>")
  }
}
