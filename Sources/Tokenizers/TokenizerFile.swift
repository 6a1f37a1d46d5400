/// The parts of a `tokenizer.json` (Hugging Face's tokenizers library) that a CLIP tokenizer needs.
struct TokenizerFile: Decodable {
  struct AddedToken: Decodable {
    let id: Int
    let content: String
  }

  struct Model: Decodable {
    let type: String?
    let endOfWordSuffix: String?
    let vocabulary: [String: Int]
    let merges: [Merge]

    private enum CodingKeys: String, CodingKey {
      case type, merges
      case endOfWordSuffix = "end_of_word_suffix"
      case vocabulary = "vocab"
    }
  }

  /// A merge, written as `["a", "b"]` or, by older versions, as `"a b"`.
  struct Merge: Decodable {
    let parts: [Substring]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let pair = try? container.decode([String].self) {
        parts = pair.map { Substring($0) }
      } else {
        parts = try container.decode(String.self).split(separator: " ")
      }
    }
  }

  let model: Model
  let addedTokens: [AddedToken]?

  private enum CodingKeys: String, CodingKey {
    case model
    case addedTokens = "added_tokens"
  }

  /// Throws unless the model is the kind of byte-pair encoding that CLIP uses.
  func check(path: String) throws {
    let type = model.type ?? "BPE"
    let suffix = model.endOfWordSuffix ?? ""
    guard type == "BPE", suffix == ByteAlphabet.endOfWord else {
      throw TokenizerError(
        path,
        "a \(type) model with end-of-word suffix \"\(suffix)\", expected CLIP's BPE with \"</w>\"")
    }
  }

  /// All tokens with their ids.
  var ids: [String: Int] {
    var ids = model.vocabulary
    for token in addedTokens ?? [] { ids[token.content] = token.id }
    return ids
  }

  /// The merges in order of rank.
  func pairs(path: String) throws -> [(left: Substring, right: Substring)] {
    try model.merges.enumerated().map { index, merge in
      guard merge.parts.count == 2 else {
        throw TokenizerError(
          path, "merge \(index + 1) has \(merge.parts.count) symbols, expected two")
      }
      return (merge.parts[0], merge.parts[1])
    }
  }
}
