/// Emoji without skin tones in one drawing or several, by Unicode's subgroups.
struct EmojiPictures {
  let table: EmojiTable
  /// The path of each emoji's picture by its key, of each drawing.
  let files: [EmojiArt: [String: String]]

  init(table: EmojiTable, files: [EmojiArt: [String: String]]) {
    self.table = table
    self.files = files
  }

  /// Reads Unicode's list and the names of both drawings' files.
  init(from folder: DataFolder) throws {
    self.init(
      table: try EmojiTable(folder.contents(of: EmojiTable.file)),
      files: [
        .noto: try EmojiArt.noto.files(in: folder),
        .emojiOne: try EmojiArt.emojiOne.files(in: folder),
      ])
  }

  /// The pictures of some subgroups; subgroups with the same word are one class.
  ///
  /// Metadata: Unicode's `name` and `subgroup`, the `style` of the drawing, and the `attributes` that
  /// follow from the name.
  ///
  /// - Parameters:
  ///   - arts: the drawings; with several, IDs say which one, and drawings of an emoji are in turn.
  ///   - classes: subgroups with the words for them.
  ///   - include: which emoji, by their keys.
  func images(
    _ name: String, _ arts: [EmojiArt], _ classes: [(subgroup: String, word: String)],
    where include: (String) -> Bool
  ) -> ImageSet {
    var classNames: [String] = []
    var labelOf: [String: Int] = [:]
    for (subgroup, word) in classes {
      if classNames.last != word { classNames.append(word) }
      labelOf[subgroup] = classNames.count - 1
    }
    var labels: [Int] = []
    var ids: [String] = []
    var paths: [String] = []
    var metadata: [String: [String]] = [:]
    for entry in table.entries where !entry.hasSkinTone && include(entry.key) {
      guard let label = labelOf[entry.subgroup] else { continue }
      // EmojiOne leaves the joiner out of some file names.
      let joined = entry.key.split(separator: "-").filter { $0 != "200d" }.joined(separator: "-")
      for art in arts {
        guard let path = files[art]?[entry.key] ?? files[art]?[joined] else { continue }
        labels.append(label)
        ids.append(arts.count == 1 ? entry.key : "\(art.style)/\(entry.key)")
        paths.append(path)
        metadata["name", default: []].append(entry.name)
        metadata["attributes", default: []].append(
          EmojiAttributes.attributes(ofName: entry.name).joined(separator: ";"))
        metadata["subgroup", default: []].append(entry.subgroup)
        metadata["style", default: []].append(art.style)
        metadata["license", default: []].append(art.license)
      }
    }
    return ImageSet(
      name: name, classNames: classNames, labels: labels, sampleIDs: ids, files: paths,
      metadata: metadata
    ).adding(constants: ["modality": "drawing", "source": "emoji"])
  }
}
