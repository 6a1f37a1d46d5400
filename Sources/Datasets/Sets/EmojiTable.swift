/// Unicode's list of emoji with their names and subgroups, `emoji-test.txt`.
///
/// Source: Unicode 15.0 (Debian package `unicode-data`), UTS #51.
struct EmojiTable {
  static let file = DataFile(
    path: "usr/share/unicode/emoji/emoji-test.txt",
    sha256: "8445f23ac8388e096be19d0262e14fceff856ff52093f2356dc89485f1a853db", suite: "emoji")

  /// One fully qualified emoji.
  struct Entry: Equatable {
    /// Lower-case hexadecimal code points joined by hyphens, without the variation selector fe0f.
    let key: String
    let name: String
    let subgroup: String

    /// True if the picture shows one of the five skin tones.
    var hasSkinTone: Bool {
      key.split(separator: "-").contains { $0.hasPrefix("1f3f") && $0 >= "1f3fb" }
    }
  }

  let entries: [Entry]

  /// Reads the list; lines are `1F600 ; fully-qualified # 😀 E1.0 grinning face`.
  init(_ bytes: [UInt8]) throws {
    var entries: [Entry] = []
    var subgroup = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("# subgroup: ") { subgroup = String(line.dropFirst(12)) }
      guard !line.hasPrefix("#"), let semicolon = line.firstIndex(of: ";"),
        let hash = line[semicolon...].firstIndex(of: "#"),
        trimmed(line[line.index(after: semicolon)..<hash]) == "fully-qualified"
      else { continue }
      let points = line[..<semicolon].split(separator: " ").filter { $0 != "FE0F" }
      // After the hash: the emoji, its version and its name.
      let words = line[line.index(after: hash)...].split(separator: " ", maxSplits: 2)
      guard words.count == 3 else { throw DatasetError(Self.file.path, "cannot be read: \(line)") }
      entries.append(
        Entry(
          key: points.map { $0.lowercased() }.joined(separator: "-"), name: String(words[2]),
          subgroup: subgroup))
    }
    self.entries = entries
  }
}

private func trimmed(_ text: Substring) -> Substring {
  let start = text.drop { $0 == " " }
  return start[..<(start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex)]
}
