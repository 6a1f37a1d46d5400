import FileFormats
import FoundationEssentials

extension BytePairTokenizer {
  /// Writes the four files that transformers' `CLIPTokenizer` loads, into an existing folder.
  ///
  /// `vocab.json`, `merges.txt`, `special_tokens_map.json` and `tokenizer_config.json`; the same
  /// tokenizer always gives the same bytes. open_clip's padding 0 is an ordinary token, "!", which
  /// Hugging Face's would then take for a special one in texts; the end token pads there instead.
  /// - Throws: `FormatError` if a file cannot be written.
  public func write(folder: String, contextLength: Int? = nil) throws {
    try AtomicFile.write(vocabularyJSON, to: "\(folder)/vocab.json")
    try AtomicFile.write(mergesText, to: "\(folder)/merges.txt")
    let names = [
      "bos_token": tokensByID[startToken], "eos_token": tokensByID[endToken],
      "pad_token": tokensByID[cleaning == .openCLIP ? endToken : paddingToken],
      "unk_token": tokensByID[endToken],
    ].sorted { $0.key < $1.key }
    let entries = names.map { "  \(Self.quoted($0.key)): \(Self.quoted($0.value))" }
    try AtomicFile.write(
      "{\n" + entries.joined(separator: ",\n") + "\n}\n", to: "\(folder)/special_tokens_map.json")
    let length = contextLength ?? declaredContextLength ?? 77
    let settings =
      [
        "  \"clean_up_tokenization_spaces\": false", "  \"do_lower_case\": true",
        "  \"errors\": \"replace\"",
        "  \"model_max_length\": \(length)", "  \"tokenizer_class\": \"CLIPTokenizer\"",
      ] + entries
    try AtomicFile.write(
      "{\n" + settings.joined(separator: ",\n") + "\n}\n", to: "\(folder)/tokenizer_config.json")
  }

  /// Tokens in the order of their ids; ids without a token are left out.
  private var vocabularyJSON: String {
    let entries = tokensByID.enumerated().filter { !$0.element.isEmpty }
      .map { "\(Self.quoted($0.element)): \($0.offset)" }
    return "{" + entries.joined(separator: ", ") + "}\n"
  }

  private var mergesText: String {
    var text = "#version: 0.2\n"
    for pair in mergePairs {
      text += "\(tokensByID[Int(pair.left)]) \(tokensByID[Int(pair.right)])\n"
    }
    return text
  }

  /// A JSON string; symbols hold printable characters only, so two escapes are enough.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
