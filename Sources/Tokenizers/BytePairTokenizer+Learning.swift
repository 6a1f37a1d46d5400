extension BytePairTokenizer {
  /// Learns a vocabulary from captions: the most frequent pair is merged, again and again.
  ///
  /// The ids are CLIP's: 256 bytes, 256 bytes at the end of a word, one per merge, then
  /// `<|startoftext|>` and `<|endoftext|>`. Equally frequent pairs are merged in the order of their
  /// left, then right id, so equal captions give equal vocabularies. A pair whose text is a token
  /// already is passed over, so that every token has one merge. Learning stops early, with a smaller
  /// vocabulary, when no pair occurs twice.
  /// Source: Sennrich et al. 2016, "Neural machine translation of rare words with subword units".
  ///
  /// - Parameter vocabularySize: the number of tokens in all, at least 514.
  public static func learn(
    from captions: [String], vocabularySize: Int, contextLength: Int = 77
  ) -> BytePairTokenizer {
    require(
      vocabularySize >= 514,
      "a vocabulary of \(vocabularySize), but 512 byte symbols and 2 special tokens are needed")
    let cleaning = Cleaning.huggingFace
    var tokens = byteTokens
    var known = Set(tokens)
    let bytes = MergeTable(
      inner: symbolIDs(from: 0), final: symbolIDs(from: 256), capacity: vocabularySize)

    let words = wordCounts(captions, cleaning: cleaning)
    var counts = PairCounts(
      words: words.map { bytes.symbols(of: $0.word) }, frequencies: words.map(\.count))
    var table = bytes
    var pairs: [MergePair] = []
    while tokens.count + 2 < vocabularySize, let pair = counts.popMostFrequent(), pair.count >= 2 {
      let joined = tokens[Int(pair.left)] + tokens[Int(pair.right)]
      guard known.insert(joined).inserted else { continue }
      let id = Int32(tokens.count)
      table.add(pair.left, pair.right, MergeTable.Merge(rank: pairs.count, id: id))
      pairs.append(MergePair(left: pair.left, right: pair.right))
      tokens.append(joined)
      counts.merge(pair.left, pair.right, into: id)
    }
    tokens += [Vocabulary.startText, Vocabulary.endText]
    return BytePairTokenizer(
      Vocabulary(
        tokensByID: tokens, mergePairs: pairs, table: table, startToken: tokens.count - 2,
        endToken: tokens.count - 1, paddingToken: tokens.count - 1, contextLength: contextLength),
      cleaning: cleaning)
  }

  /// The ids of the bytes, indexed by byte, when the first in vocabulary order has id `first`.
  private static func symbolIDs(from first: Int32) -> [Int32] {
    var ids = [Int32](repeating: 0, count: 256)
    for (offset, byte) in ByteAlphabet.vocabularyOrder.enumerated() {
      ids[Int(byte)] = first + Int32(offset)
    }
    return ids
  }

  /// Distinct words and how often they occur, in the order of first appearance.
  private static func wordCounts(
    _ captions: [String], cleaning: Cleaning
  ) -> [(word: [UInt8], count: Int)] {
    var index: [[UInt8]: Int] = [:]
    var result: [(word: [UInt8], count: Int)] = []
    for caption in captions {
      for word in cleaning.splitter.words(in: cleaning.scalars(caption)) {
        if let known = index[word] {
          result[known].count += 1
        } else {
          index[word] = result.count
          result.append((word, 1))
        }
      }
    }
    return result
  }
}
