import Datasets
import Testing

/// WordNet's format with made-up synsets.
@Suite("WordNet")
struct WordNetTests {
  static let nouns = """
      1 This software and database is being provided to you, the LICENSEE, by
    00001740 03 n 01 entity 0 003 ~ 00001930 n 0000 ~ 00002137 n 0000 | that which is
    00001930 03 n 02 physical_entity 0 body 0 001 @ 00001740 n 0000 | an entity
    00002137 05 n 0b Tibetan_terrier 0 dog 1 000 | a breed
    00002452 03 n 01 entity 1 000 | the same word again
    00002684 06 n 01 22-caliber 0 000 | digits are words

    """
  static let adjectives = """
      1 This software and database is being provided to you, the LICENSEE, by
    00001740 00 a 01 able 0 000 | with the means
    00002098 00 a 01 galore(ip) 0 000 | in great numbers
    00002312 00 s 01 entity 0 000 | a noun already

    """

  @Test("gives the first word of every synset once, with spaces and without markers")
  func words() throws {
    let words = try WordNet(
      nouns: [UInt8](Self.nouns.utf8), adjectives: [UInt8](Self.adjectives.utf8))
    #expect(words.nouns == ["entity", "physical entity", "Tibetan terrier", "22-caliber"])
    #expect(words.adjectives == ["able", "galore"])
    let other = try WordNet(nouns: [UInt8](Self.nouns.utf8), adjectives: [])
    #expect(other.contentHash != words.contentHash)
  }

  @Test("is thinned out evenly, and its hash stays that of the files")
  func limited() throws {
    let words = try WordNet(
      nouns: [UInt8](Self.nouns.utf8), adjectives: [UInt8](Self.adjectives.utf8))
    let few = words.limited(toWordsAKind: 2)
    #expect(few.nouns == ["entity", "Tibetan terrier"])
    #expect(few.adjectives == ["able", "galore"])
    #expect(few.contentHash == words.contentHash)
    #expect(words.limited(toWordsAKind: 0) == words)
    #expect(words.limited(toWordsAKind: 9) == words)
  }

  @Test("a line that is no synset is named")
  func malformed() {
    let text = Self.nouns + "ooops\n"
    #expect(
      message { try WordNet(nouns: [UInt8](text.utf8), adjectives: []) }
        == "usr/share/wordnet/data.noun:7: is no synset of WordNet: ooops")
  }

  @Test("a missing file says how to get it")
  func missing() throws {
    try withFolder([:]) { folder in
      let text = message { try WordNet(from: DataFolder(folder)) }
      #expect(
        text.hasSuffix(
          "data.noun: is missing; get it with: scripts/fetch-data words (or set OOD_DATA)"))
    }
  }
}
