import FileFormats
import FoundationEssentials

extension BytePairTokenizer {
  /// A special token, written as a string or as an object with `content`.
  struct SpecialToken: Decodable {
    let content: String

    private enum Keys: String, CodingKey { case content }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        content = text
      } else {
        content = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .content)
      }
    }
  }

  /// The settings in `special_tokens_map.json` and `tokenizer_config.json` that matter here.
  struct SettingsFile: Decodable {
    let startToken, endToken, paddingToken, unknownToken: SpecialToken?
    let contextLength: Double?

    private enum CodingKeys: String, CodingKey {
      case startToken = "bos_token"
      case endToken = "eos_token"
      case paddingToken = "pad_token"
      case unknownToken = "unk_token"
      case contextLength = "model_max_length"
    }
  }

  /// Settings of a folder; `special_tokens_map.json` goes before `tokenizer_config.json`.
  static func settings(folder: String) throws -> Vocabulary.Settings {
    var settings = Vocabulary.Settings()
    settings.unknown = settings.end
    for name in ["tokenizer_config.json", "special_tokens_map.json"] {
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let file: SettingsFile
      do {
        file = try JSONDecoder().decode(
          SettingsFile.self, from: Data(try FileBytes.read(path)))
      } catch let error as DecodingError {
        throw TokenizerError(path, "not the JSON expected of a tokenizer: \(error)")
      }
      settings.start = file.startToken?.content ?? settings.start
      settings.end = file.endToken?.content ?? settings.end
      settings.padding = file.paddingToken?.content ?? settings.padding
      settings.unknown = file.unknownToken?.content ?? settings.unknown
      // transformers writes 1e30 for "no limit".
      if let length = file.contextLength, length >= 2, length < 1e6 {
        settings.contextLength = Int(length)
      }
    }
    return settings
  }
}
