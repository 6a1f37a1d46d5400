import FileFormats

/// The nouns and adjectives of WordNet 3.0, from which negative labels are mined.
///
/// Of every synset the first word, in the order of the files; a word that was there before, as
/// another synset's or as a noun, is left out. Underscores become spaces and the markers of an
/// adjective's position, as in `galore(ip)`, are dropped. NegLabel's own lists (65,988 nouns and
/// 13,467 adjectives) are published as text without the rule that made them; this one gives 67,893
/// and 12,291.
///
/// Source: Fellbaum (ed.), "WordNet: an electronic lexical database", 1998; file format in wndb(5).
public struct WordNet: Sendable, Equatable {
  static let nounFile = DataFile(
    path: "usr/share/wordnet/data.noun",
    sha256: "fea17d2f9656611334eac790e5d69e47645fa180c4aa481fb4cd9b3520754ca2", suite: "words")
  static let adjectiveFile = DataFile(
    path: "usr/share/wordnet/data.adj",
    sha256: "c89120dfc1f046ddff4a631bf9b7e9fa1a36b5e86565a23bf82dbe14f30b88a7", suite: "words")

  /// The nouns.
  public private(set) var nouns: [String]
  /// The adjectives that are no nouns.
  public private(set) var adjectives: [String]
  /// A SHA-256 over both files.
  public let contentHash: String

  /// Reads the files that `scripts/fetch-data words` gets.
  ///
  /// - Throws: `DatasetError` with the command that gets a missing or altered file.
  public init(from folder: DataFolder) throws {
    try self.init(
      nouns: folder.contents(of: WordNet.nounFile),
      adjectives: folder.contents(of: WordNet.adjectiveFile))
  }

  /// Reads the contents of `data.noun` and `data.adj`.
  ///
  /// - Throws: `DatasetError` with the line that is no synset.
  public init(nouns: [UInt8], adjectives: [UInt8]) throws {
    var seen: Set<String> = []
    self.nouns = try firstWords(nouns, name: WordNet.nounFile.path, seen: &seen)
    self.adjectives = try firstWords(adjectives, name: WordNet.adjectiveFile.path, seen: &seen)
    contentHash = SHA256.hexDigest(
      of: [UInt8]((SHA256.hexDigest(of: nouns) + SHA256.hexDigest(of: adjectives)).utf8))
  }

  /// At most so many words of each kind, evenly spread over the list; 0 for all.
  public func limited(toWordsAKind limit: Int) -> WordNet {
    func thinned(_ words: [String]) -> [String] {
      guard limit > 0, limit < words.count else { return words }
      return (0..<limit).map { words[$0 * words.count / limit] }
    }
    var copy = self
    copy.nouns = thinned(nouns)
    copy.adjectives = thinned(adjectives)
    return copy
  }
}

/// The first word of every synset that was not seen before.
///
/// A line is `offset file type count word ...`; the licence's lines begin with two blanks.
private func firstWords(
  _ bytes: [UInt8], name: String, seen: inout Set<String>
) throws -> [String] {
  var words: [String] = []
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  for (number, line) in lines.enumerated() {
    guard let first = line.first, first != UInt8(ascii: " ") else { continue }
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
    guard fields.count == 6, fields[0].allSatisfy({ (48...57).contains($0) }) else {
      let text = String(decoding: line.prefix(40), as: UTF8.self)
      throw DatasetError("\(name):\(number + 1)", "is no synset of WordNet: \(text)")
    }
    let bare = fields[4].prefix { $0 != UInt8(ascii: "(") }
    let word = String(decoding: bare.map { $0 == UInt8(ascii: "_") ? 32 : $0 }, as: UTF8.self)
    if seen.insert(word).inserted { words.append(word) }
  }
  return words
}
