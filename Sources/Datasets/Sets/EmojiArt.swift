import FileFormats

/// Two drawings of the same emoji: Noto (as of 2016) and EmojiOne, each a PNG an emoji.
///
/// Sources: Debian packages `ruby-tanuki-emoji` (Noto, Apache-2.0) and `ruby-gemojione` (EmojiOne,
/// CC BY-SA 4.0).
enum EmojiArt: String {
  case noto =
    "usr/share/rubygems-integration/all/gems/tanuki_emoji-0.6.0/app/assets/images/tanuki_emoji"
  case emojiOne = "usr/share/rubygems-integration/all/gems/gemojione-3.3.0/assets/png"

  /// The value of the metadata column `style`.
  var style: String {
    switch self {
    case .noto: "noto"
    case .emojiOne: "emojione"
    }
  }

  /// The licence of the pictures, as SPDX names it.
  var license: String {
    switch self {
    case .noto: "Apache-2.0"
    case .emojiOne: "CC-BY-SA-4.0"
    }
  }

  /// The path of each emoji's picture by its key.
  func files(in folder: DataFolder) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try folder.names(in: rawValue, suite: "emoji") where name.hasSuffix(".png") {
      files[key(ofFile: String(name.dropLast(4)))] = folder.path(of: "\(rawValue)/\(name)")
    }
    return files
  }

  /// The key that a file name stands for: "emoji_u1f436", "DE" (a flag) or "1F436".
  func key(ofFile name: String) -> String {
    switch self {
    case .noto where name.hasPrefix("emoji_u"):
      name.dropFirst(7).split(separator: "_").joined(separator: "-")
    case .noto:
      // Flags are named by region; their code points are regional indicators, A = 1f1e6.
      name.unicodeScalars.map { String(0x1f1e6 + Int($0.value) - 65, radix: 16) }
        .joined(separator: "-")
    case .emojiOne:
      name.lowercased().split(separator: "-").filter { $0 != "fe0f" }.joined(separator: "-")
    }
  }
}
