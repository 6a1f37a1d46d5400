import FileFormats
import FoundationEssentials

extension BytePairTokenizer {
  /// Loads the tokenizer of a model folder.
  ///
  /// Read are `vocab.json` and `merges.txt`, else `tokenizer.json` (all that transformers 5 saves),
  /// else `bpe_simple_vocab_16e6.txt.gz`. `special_tokens_map.json` and `tokenizer_config.json` may
  /// rename the special tokens and give the context length.
  ///
  /// - Parameter cleaning: nil for the rules of the library that the folder is for: open_clip's if it
  ///   has an `open_clip_config.json` and no `config.json`, Hugging Face's otherwise.
  /// - Throws: `FormatError` for unreadable files, `TokenizerError` for wrong or missing content.
  public init(folder: String, cleaning: Cleaning? = nil) throws {
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(name)") }
    let isOpenCLIP = has("open_clip_config.json") && !has("config.json")
    let cleaning = cleaning ?? (isOpenCLIP ? .openCLIP : .huggingFace)
    let settings = try Self.settings(folder: folder)
    if has("vocab.json") || has("merges.txt") {
      let path = "\(folder)/vocab.json"
      let ids = try Self.decode([String: Int].self, path: path)
      let mergesPath = "\(folder)/merges.txt"
      let merges = try Self.merges(try FileBytes.read(mergesPath), path: mergesPath)
      self.init(
        try Vocabulary(ids: ids, merges: merges, settings: settings, path: path),
        cleaning: cleaning)
    } else if has("tokenizer.json") {
      let path = "\(folder)/tokenizer.json"
      let file = try Self.decode(TokenizerFile.self, path: path)
      try file.check(path: path)
      self.init(
        try Vocabulary(
          ids: file.ids, merges: try file.pairs(path: path), settings: settings, path: path),
        cleaning: cleaning)
    } else if has(Self.openCLIPFileName) {
      try self.init(
        openCLIPVocabulary: "\(folder)/\(Self.openCLIPFileName)", cleaning: cleaning)
    } else {
      throw TokenizerError(
        folder,
        "no tokenizer: expected vocab.json and merges.txt, or tokenizer.json, or "
          + Self.openCLIPFileName)
    }
  }

  private static let openCLIPFileName = "bpe_simple_vocab_16e6.txt.gz"

  /// Loads open_clip's `bpe_simple_vocab_16e6.txt.gz`, also OpenAI's, with 49,408 tokens.
  ///
  /// Padding is 0 and the cleaning open_clip's, unless another is asked for.
  /// - Throws: `FormatError` for unreadable files, `TokenizerError` for wrong content.
  public init(openCLIPVocabulary path: String, cleaning: Cleaning = .openCLIP) throws {
    let text = try Gzip.decompress(
      try FileBytes.read(path), name: path, maximumBytes: 64 << 20)
    // The file lists 262,144 merges; OpenAI uses as many as fill 49,152 ids less bytes and specials.
    let count = 49_152 - 256 - 2
    let merges = Array(try Self.merges(text, path: path).prefix(count))
    guard merges.count == count else {
      throw TokenizerError(
        path, "\(merges.count) merges, expected at least \(count); is the file cut off?")
    }
    var tokens = Self.byteTokens
    for merge in merges { tokens.append(String(merge.left + merge.right)) }
    tokens += [Vocabulary.startText, Vocabulary.endText]
    var ids = [String: Int](minimumCapacity: tokens.count)
    for (id, token) in tokens.enumerated() { ids[token] = id }
    let settings = Vocabulary.Settings(contextLength: 77)
    let vocabulary = try Vocabulary(ids: ids, merges: merges, settings: settings, path: path)
    self.init(vocabulary, cleaning: cleaning)
  }

  /// The 512 tokens that every CLIP vocabulary begins with.
  static var byteTokens: [String] {
    let bytes = ByteAlphabet.vocabularyOrder.map { ByteAlphabet.names[Int($0)] }
    return bytes + bytes.map { $0 + ByteAlphabet.endOfWord }
  }

  private static func decode<T: Decodable>(_ type: T.Type, path: String) throws -> T {
    let bytes = try FileBytes.read(path)
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw TokenizerError(path, "not the JSON expected of a tokenizer: \(error)")
    }
  }

  /// The pairs of a merges file; its first line is a header if it begins with `#version` or, in
  /// OpenAI's file, contains it.
  static func merges(
    _ bytes: [UInt8], path: String
  ) throws -> [(left: Substring, right: Substring)] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TokenizerError(path, "not UTF-8 text")
    }
    var merges: [(left: Substring, right: Substring)] = []
    for (number, line) in text.utf8.split(separator: 10, omittingEmptySubsequences: false)
      .enumerated()
    {
      let parts = line.split { $0 == 0x20 || $0 == 0x0D }
      if parts.isEmpty || (number == 0 && Substring(line).contains("#version")) { continue }
      guard parts.count == 2 else {
        throw TokenizerError(
          path, "line \(number + 1) has \(parts.count) symbols, expected two: \(Substring(line))")
      }
      merges.append((Substring(parts[0]), Substring(parts[1])))
    }
    return merges
  }
}
