import FileFormats
import FoundationEssentials
import TestSupport

@testable import Tokenizers

/// Ids of open_clip and transformers, made by scripts/fixtures/tokenizer.py.
struct TokenFixture: Decodable {
  struct Row: Decodable {
    let text: String
    let cleaned: String
    let openCLIP: [Int]
    /// Only where it differs from open_clip's.
    let huggingFace: [Int]?
  }

  let rows: [Row]

  static func load() throws -> TokenFixture {
    let bytes = try FileBytes.read(fixture("clip-tokens.json"))
    return try JSONDecoder().decode(TokenFixture.self, from: Data(bytes))
  }

  /// The tokenizer of OpenAI's vocabulary, loaded once for all tests.
  static let openCLIP = Result {
    try BytePairTokenizer(openCLIPVocabulary: fixture("bpe_simple_vocab_16e6.txt.gz"))
  }
}

/// A new folder, removed when `body` is done.
func withTemporaryFolder<T>(_ body: (String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "tokenizer-\(UInt64.random(in: 0...UInt64.max))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}
