import Testing

@testable import Datasets

@Suite("Emoji")
struct EmojiTests {
  static let text = """
    # group: Animals & Nature
    # subgroup: animal-mammal
    1F436                                                  ; fully-qualified     # 🐶 E0.6 dog face
    1F415 200D 1F9BA                                       ; fully-qualified     # 🐕‍🦺 E12.0 service dog
    1F43F FE0F                                             ; fully-qualified     # 🐿️ E0.7 chipmunk
    1F43F                                                  ; unqualified         # 🐿 E0.7 chipmunk
    # subgroup: hand-fingers-open
    1F44B 1F3FB                                            ; fully-qualified     # 👋🏻 E1.0 waving hand: light skin tone
    # subgroup: country-flag
    1F1E9 1F1EA                                            ; fully-qualified     # 🇩🇪 E0.6 flag: Germany
    """

  @Test("Unicode's list gives keys, names and subgroups of the fully qualified emoji")
  func table() throws {
    let entries = try EmojiTable([UInt8](Self.text.utf8)).entries
    #expect(
      entries.map(\.key) == ["1f436", "1f415-200d-1f9ba", "1f43f", "1f44b-1f3fb", "1f1e9-1f1ea"])
    #expect(entries[0] == .init(key: "1f436", name: "dog face", subgroup: "animal-mammal"))
    #expect(entries[3].name == "waving hand: light skin tone")
    #expect(entries.map(\.hasSkinTone) == [false, false, false, true, false])
  }

  @Test("file names lead to keys in both drawings")
  func files() {
    #expect(EmojiArt.noto.key(ofFile: "emoji_u1f415_200d_1f9ba") == "1f415-200d-1f9ba")
    #expect(EmojiArt.noto.key(ofFile: "DE") == "1f1e9-1f1ea")
    #expect(EmojiArt.emojiOne.key(ofFile: "0023-FE0F-20E3") == "0023-20e3")
  }

  @Test("the split of an emoji is that of scripts/captions/emoji.py")
  func split() {
    // python3: sha256(b"ood emoji split 189 " + key).digest()[0] % 2 == 0
    let expected = [("1f436", true), ("1f34e", true), ("1f3b8", true), ("2764", false)]
    for (key, isTest) in expected { #expect(EmojiBenchmark.isTest(key) == isTest) }
  }

  @Test("the benchmark parts train and test by emoji and keeps both drawings' labels equal")
  func benchmark() throws {
    let table = try EmojiTable([UInt8](Self.text.utf8))
    let noto = ["1f436": "a", "1f415-200d-1f9ba": "b", "1f43f": "c", "1f1e9-1f1ea": "d"]
    let emojiOne = ["1f436": "e", "1f415-1f9ba": "f"]
    let benchmark = EmojiBenchmark.benchmark(
      EmojiPictures(table: table, files: [.noto: noto, .emojiOne: emojiOne]))
    #expect(benchmark.idClassNames.count == 11)
    let ids = benchmark.train.sampleIDs + benchmark.test.sampleIDs
    #expect(ids.sorted() == ["1f415-200d-1f9ba", "1f436", "1f43f"])
    #expect(benchmark.test.sampleIDs.allSatisfy(EmojiBenchmark.isTest))
    #expect(benchmark.covariate[0].sampleIDs == ["1f436", "1f415-200d-1f9ba"])
    #expect(benchmark.far[0].sampleIDs == ["1f1e9-1f1ea"])
    let styled = benchmark.covariate[0]
    #expect(styled.metadata["name"] == ["dog face", "service dog"])
    #expect(styled.metadata["subgroup"] == ["animal-mammal", "animal-mammal"])
    #expect(styled.metadata["style"] == ["emojione", "emojione"])
    #expect(benchmark.test.metadata["style"]?.first == "noto")
  }

  @Test("with both drawings in distribution, both of an emoji are for training or for testing")
  func styles() throws {
    let table = try EmojiTable([UInt8](Self.text.utf8))
    let pictures = EmojiPictures(
      table: table,
      files: [
        .noto: ["1f436": "a", "1f415-200d-1f9ba": "b", "1f43f": "c", "1f1e9-1f1ea": "d"],
        .emojiOne: ["1f436": "e", "1f415-1f9ba": "f"],
      ])
    let benchmark = EmojiStylesBenchmark.benchmark(pictures)
    let emoji = EmojiBenchmark.benchmark(pictures)
    let sets = [benchmark.train, benchmark.test]
    #expect(
      sets.flatMap(\.sampleIDs).sorted() == [
        "emojione/1f415-200d-1f9ba", "emojione/1f436", "noto/1f415-200d-1f9ba", "noto/1f436",
        "noto/1f43f",
      ])
    for (set, plain) in zip(sets, [emoji.train, emoji.test]) {
      let points = set.sampleIDs.map { String($0.split(separator: "/")[1]) }
      #expect(Set(points) == Set(plain.sampleIDs))
      #expect(
        set.metadata["style"] == set.sampleIDs.map { String($0.split(separator: "/")[0]) })
    }
    #expect(benchmark.near.map(\.name) == emoji.near.map(\.name))
    #expect(benchmark.far.map(\.name) == emoji.far.map(\.name))
    #expect(benchmark.covariate.isEmpty)
  }
}
