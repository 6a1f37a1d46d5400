/// CLIP's tokenizer: lower-cased text as byte-pair encoded token ids.
///
/// Text is cleaned (see `Cleaning`), cut into words by CLIP's regular expression, and each word's
/// UTF-8 bytes are merged by rank. Sources: simple_tokenizer.py of openai/CLIP, tokenizer.py of
/// open_clip 3.3.0 and CLIPTokenizer of transformers 5.23.0.
public struct BytePairTokenizer: Sendable {
  /// The id that opens every sequence, `<|startoftext|>`.
  public let startToken: Int
  /// The id that closes every sequence, `<|endoftext|>`; the text feature is read at it.
  public let endToken: Int
  /// The id that fills a sequence up to the context length: `<|endoftext|>` in Hugging Face's
  /// folders unless they name another, 0 in open_clip.
  public let paddingToken: Int
  /// The context length that the folder declares (`model_max_length`), if it does.
  public let declaredContextLength: Int?
  /// How text is cleaned before it is cut into words.
  public let cleaning: Cleaning

  let tokensByID: [String]
  let mergePairs: [MergePair]
  let table: MergeTable
  private let markers: [Marker]
  private let cache = WordCache()

  /// The two ids that a merge joins.
  struct MergePair: Sendable, Equatable {
    let left: Int32
    let right: Int32
  }

  init(_ vocabulary: Vocabulary, cleaning: Cleaning) {
    startToken = vocabulary.startToken
    endToken = vocabulary.endToken
    paddingToken = cleaning == .openCLIP ? 0 : vocabulary.paddingToken
    declaredContextLength = vocabulary.contextLength
    tokensByID = vocabulary.tokensByID
    mergePairs = vocabulary.mergePairs
    table = vocabulary.table
    self.cleaning = cleaning
    switch cleaning {
    case .openCLIP:
      markers = [Marker("<start_of_text>", startToken), Marker("<end_of_text>", endToken)]
    case .huggingFace:
      markers = [startToken, endToken, paddingToken].map { [tokensByID] in
        Marker(tokensByID[$0], $0)
      }
    }
  }

  /// The number of rows that a token embedding needs: the greatest id plus one.
  public var vocabularyCount: Int { tokensByID.count }

  /// The token ids of a text, without start and end tokens.
  ///
  /// Special tokens in the text are recognised as each library does: their own names in Hugging
  /// Face's, `<start_of_text>` and `<end_of_text>` in open_clip.
  public func encode(_ text: String) -> [Int] {
    switch cleaning {
    case .openCLIP:
      return encode(cleaned: cleaning.scalars(text), markers: markers)
    case .huggingFace:
      // Looked for before cleaning, so only in small letters, and whatever stands around them.
      let pieces = Marker.split(text, at: markers)
      return pieces.flatMap { piece in
        piece.marker.map { [$0] } ?? encode(cleaned: cleaning.scalars(piece.text), markers: [])
      }
    }
  }

  private func encode(cleaned scalars: [Unicode.Scalar], markers: [Marker]) -> [Int] {
    var ids: [Int] = []
    ids.reserveCapacity(scalars.count / 4 + 1)
    let splitter = cleaning.splitter
    var index = 0
    while index < scalars.count {
      if let marker = markers.first(where: { $0.begins(scalars[index...]) }) {
        ids.append(marker.id)
        index += marker.scalars.count
        continue
      }
      let end = splitter.wordEnd(in: scalars, from: index)
      if end > index {
        let word = WordSplitter.bytes(scalars[index..<end])
        for id in cache.ids(of: word, in: table) { ids.append(Int(id)) }
      }
      index = max(end, index + 1)
    }
    return ids
  }

  /// Start token, text and end token, cut to the context length with the end token kept.
  ///
  /// The result is as long as the text needs, at most `contextLength`; with `padded` it is filled
  /// up to `contextLength` with `paddingToken`.
  public func tokens(_ text: String, contextLength: Int, padded: Bool = false) -> [Int] {
    let room = max(contextLength - 2, 0)
    var tokens = [startToken] + encode(text).prefix(room) + [endToken]
    if tokens.count > contextLength { tokens = Array(tokens.suffix(max(contextLength, 0))) }
    if padded, tokens.count < contextLength {
      tokens += Array(repeating: paddingToken, count: contextLength - tokens.count)
    }
    return tokens
  }
}
