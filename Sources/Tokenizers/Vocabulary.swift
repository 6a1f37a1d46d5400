/// Tokens and merges, checked and ready to encode with.
struct Vocabulary {
  static let startText = "<|startoftext|>"
  static let endText = "<|endoftext|>"

  let tokensByID: [String]
  let mergePairs: [BytePairTokenizer.MergePair]
  let table: MergeTable
  let startToken: Int
  let endToken: Int
  let paddingToken: Int
  let contextLength: Int?

  init(
    tokensByID: [String], mergePairs: [BytePairTokenizer.MergePair], table: MergeTable,
    startToken: Int, endToken: Int, paddingToken: Int, contextLength: Int?
  ) {
    self.tokensByID = tokensByID
    self.mergePairs = mergePairs
    self.table = table
    self.startToken = startToken
    self.endToken = endToken
    self.paddingToken = paddingToken
    self.contextLength = contextLength
  }

  /// Names of the special tokens and other settings that a folder may change.
  struct Settings {
    var start = Vocabulary.startText
    var end = Vocabulary.endText
    var padding: String?
    var unknown: String?
    var contextLength: Int?
  }

  /// Makes a vocabulary from tokens with their ids and from merges in order of rank.
  ///
  /// - Throws: `TokenizerError` if ids are negative, used twice or absurdly large, if a byte has no
  ///   symbol and there is no unknown token, or if a merge names a symbol without an id.
  init(
    ids: [String: Int], merges: [(left: Substring, right: Substring)], settings: Settings,
    path: String
  ) throws {
    tokensByID = try Self.tokensByID(ids, path: path)
    func special(_ name: String, _ role: String) throws -> Int {
      guard let id = ids[name] else {
        throw TokenizerError(path, "no \(role) token \"\(name)\" among \(ids.count) tokens")
      }
      return id
    }
    startToken = try special(settings.start, "start")
    endToken = try special(settings.end, "end")
    paddingToken = try settings.padding.map { try special($0, "padding") } ?? endToken
    contextLength = settings.contextLength

    let unknown = try settings.unknown.map { try special($0, "unknown") }
    func symbol(_ name: String) throws -> Int32 {
      guard let id = ids[name] ?? unknown else {
        throw TokenizerError(
          path, "no token \"\(name)\" for a single byte and no unknown token to stand for it")
      }
      return Int32(id)
    }
    var table = MergeTable(
      inner: try ByteAlphabet.names.map { try symbol($0) },
      final: try ByteAlphabet.names.map { try symbol($0 + ByteAlphabet.endOfWord) },
      capacity: merges.count)
    var pairs: [BytePairTokenizer.MergePair] = []
    pairs.reserveCapacity(merges.count)
    for (rank, merge) in merges.enumerated() {
      guard let left = ids[String(merge.left)], let right = ids[String(merge.right)],
        let joined = ids[String(merge.left + merge.right)]
      else {
        throw TokenizerError(
          path,
          "merge \(rank + 1) \"\(merge.left) \(merge.right)\": a part or the whole is not in the "
            + "vocabulary; do vocabulary and merges belong together?")
      }
      let pair = BytePairTokenizer.MergePair(left: Int32(left), right: Int32(right))
      table.add(pair.left, pair.right, MergeTable.Merge(rank: rank, id: Int32(joined)))
      pairs.append(pair)
    }
    self.table = table
    mergePairs = pairs
  }

  private static func tokensByID(_ ids: [String: Int], path: String) throws -> [String] {
    guard let largest = ids.values.max() else { throw TokenizerError(path, "no tokens") }
    // Gaps are allowed (embeddings may be padded), but a stray huge id must not fill the memory.
    guard largest < 2 * ids.count + 65_536 else {
      throw TokenizerError(path, "token id \(largest) among only \(ids.count) tokens")
    }
    var tokens = [String?](repeating: nil, count: largest + 1)
    for (token, id) in ids {
      guard id >= 0 else { throw TokenizerError(path, "token \"\(token)\" has id \(id)") }
      if let other = tokens[id] {
        let names = [token, other].sorted()
        throw TokenizerError(path, "\"\(names[0])\" and \"\(names[1])\" both have id \(id)")
      }
      tokens[id] = token
    }
    return tokens.map { $0 ?? "" }
  }
}
