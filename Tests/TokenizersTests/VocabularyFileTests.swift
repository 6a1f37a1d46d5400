import FileFormats
import FoundationEssentials
import Testing

@testable import Tokenizers

@Suite("Vocabulary files")
struct VocabularyFileTests {
  /// The message of loading a learnt folder in which one file is replaced.
  private func message(replacing file: String, by content: String) throws -> String {
    try withTemporaryFolder { folder in
      try BytePairTokenizer.learn(from: ["ab ab"], vocabularySize: 515).write(folder: folder)
      try AtomicFile.write(content, to: "\(folder)/\(file)")
      do {
        _ = try BytePairTokenizer(folder: folder)
        return ""
      } catch {
        return "\(error)".replacing("\(folder)/", with: "")
      }
    }
  }

  // Exact texts, as users see them.
  @Test(
    "say what is wrong with them",
    arguments: [
      (
        "merges.txt", "#version: 0.2\na b c\n",
        "merges.txt: line 2 has 3 symbols, expected two: a b c"
      ),
      (
        "merges.txt", "#version: 0.2\nq z</w>\n",
        "vocab.json: merge 1 \"q z</w>\": a part or the whole is not in the vocabulary; do vocabulary "
          + "and merges belong together?"
      ),
      (
        "vocab.json", "{\"a\": 0, \"b\": 0}",
        "vocab.json: \"a\" and \"b\" both have id 0"
      ),
      ("vocab.json", "{\"a\": 900000}", "vocab.json: token id 900000 among only 1 tokens"),
      ("vocab.json", "{\"a\": -1, \"b\": 0}", "vocab.json: token \"a\" has id -1"),
      ("vocab.json", "{}", "vocab.json: no tokens"),
      (
        "vocab.json", "{\"a\": 0}",
        "vocab.json: no start token \"<|startoftext|>\" among 1 tokens"
      ),
    ])
  func explain(file: String, content: String, expected: String) throws {
    #expect(try message(replacing: file, by: content) == expected)
  }

  @Test("may rename special tokens and give the context length")
  func readsSettings() throws {
    try withTemporaryFolder { folder in
      try BytePairTokenizer.learn(from: ["ab ab"], vocabularySize: 515).write(folder: folder)
      try AtomicFile.write(
        #"{"pad_token": {"content": "!", "special": true}, "model_max_length": 32}"#,
        to: "\(folder)/tokenizer_config.json")
      try AtomicFile.write(#"{"eos_token": "ab</w>"}"#, to: "\(folder)/special_tokens_map.json")
      let tokenizer = try BytePairTokenizer(folder: folder)
      #expect(tokenizer.paddingToken == 0)
      #expect(tokenizer.endToken == 512)
      #expect(tokenizer.declaredContextLength == 32)
    }
  }

  // Identity: a tokenizer.json made of the same tokens and merges gives the same tokenizer.
  @Test("may be a single tokenizer.json", arguments: [#"["a", "b</w>"]"#, #""a b</w>""#])
  func readsTokenizerJSON(merge: String) throws {
    let learnt = BytePairTokenizer.learn(from: ["ab ab"], vocabularySize: 515)
    try withTemporaryFolder { folder in
      try learnt.write(folder: folder)
      let vocabulary = try String(contentsOfFile: "\(folder)/vocab.json", encoding: .utf8)
      try FileManager.default.removeItem(atPath: "\(folder)/vocab.json")
      try FileManager.default.removeItem(atPath: "\(folder)/merges.txt")
      func write(suffix: String) throws {
        try AtomicFile.write(
          """
          {"model": {"type": "BPE", "end_of_word_suffix": "\(suffix)", "vocab": \(vocabulary),
          "merges": [\(merge)]}, "added_tokens": [{"id": 514, "content": "<|endoftext|>"}]}
          """, to: "\(folder)/tokenizer.json")
      }
      try write(suffix: "</w>")
      let tokenizer = try BytePairTokenizer(folder: folder)
      #expect(tokenizer.tokensByID == learnt.tokensByID)
      #expect(tokenizer.encode("ab abc") == learnt.encode("ab abc"))
      try write(suffix: "")
      #expect(throws: TokenizerError.self) { try BytePairTokenizer(folder: folder) }
    }
  }

  @Test("follow open_clip's cleaning where only its configuration is there")
  func choosesCleaning() throws {
    try withTemporaryFolder { folder in
      #expect(throws: TokenizerError.self) { try BytePairTokenizer(folder: folder) }
      try BytePairTokenizer.learn(from: ["ab ab"], vocabularySize: 515).write(folder: folder)
      #expect(try BytePairTokenizer(folder: folder).cleaning == .huggingFace)
      try AtomicFile.write("{}", to: "\(folder)/open_clip_config.json")
      let tokenizer = try BytePairTokenizer(folder: folder)
      #expect(tokenizer.cleaning == .openCLIP)
      #expect(tokenizer.paddingToken == 0)
      try AtomicFile.write("{}", to: "\(folder)/config.json")
      #expect(try BytePairTokenizer(folder: folder).cleaning == .huggingFace)
    }
  }
}
