import FileFormats
import FoundationEssentials

extension ImageSet {
  /// Reads one part of a `split_zhou_*.json` file of CoOp: `train`, `val` or `test`.
  ///
  /// The file maps each part to entries `[path, label, class name]`; paths are relative to `folder`.
  ///
  /// - Throws: `DatasetError` if the file has another form or a label has two names.
  public static func coOpSplit(_ path: String, part: String, folder: String, name: String? = nil)
    throws -> ImageSet
  {
    let data = Data(try FileBytes.read(path))
    guard let parts = try? JSONDecoder().decode([String: [Entry]].self, from: data) else {
      throw DatasetError(path, "is no CoOp split: expected {\"train\": [[path, label, name], ...]}")
    }
    guard let entries = parts[part], !entries.isEmpty else {
      let known = parts.keys.sorted().joined(separator: ", ")
      throw DatasetError(path, "has no part '\(part)'; found: \(known)")
    }
    var names: [Int: String] = [:]
    for entry in parts.values.joined() {
      if let other = names.updateValue(entry.className, forKey: entry.label),
        other != entry.className
      {
        throw DatasetError(path, "label \(entry.label) is '\(other)' and '\(entry.className)'")
      }
    }
    let classNames = try (0..<names.count).map { label in
      guard let name = names[label] else {
        throw DatasetError(path, "has \(names.count) classes, but none has label \(label)")
      }
      return name
    }
    return ImageSet(
      name: name ?? "\(lastComponent(path))-\(part)", classNames: classNames,
      labels: entries.map(\.label), sampleIDs: entries.map(\.path),
      files: entries.map { resolved($0.path, in: folder) })
  }
}

private struct Entry: Decodable {
  let path: String
  let label: Int
  let className: String

  init(from decoder: any Decoder) throws {
    var fields = try decoder.unkeyedContainer()
    path = try fields.decode(String.self)
    label = try fields.decode(Int.self)
    className = try fields.decode(String.self)
  }
}
