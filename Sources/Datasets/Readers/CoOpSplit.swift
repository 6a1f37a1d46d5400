import FileFormats
import FoundationEssentials

extension ImageListing {
  /// Lists one part of a `split_zhou_*.json` file of CoOp: `train`, `val` or `test`.
  ///
  /// The file maps each part to entries `[path, label, class name]`.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - part: the part.
  ///   - root: the folder that its paths are relative to.
  /// - Throws: `DatasetError` if the file has another form.
  static func coOpSplit(_ path: String, part: String, root: String) throws -> ImageListing {
    let data = Data(try FileBytes.read(path))
    guard let parts = try? JSONDecoder().decode([String: [CoOpEntry]].self, from: data) else {
      throw DatasetError(path, "is no CoOp split: expected {\"train\": [[path, label, name], ...]}")
    }
    guard let entries = parts[part], !entries.isEmpty else {
      let known = parts.keys.sorted().joined(separator: ", ")
      throw DatasetError(path, "has no images in part '\(part)'; found: \(known)")
    }
    var listing = ImageListing(source: path, root: root)
    var names: [Int: String] = [:]
    var numbers: [String: Int] = [:]
    for part in parts.keys.sorted() {
      for (index, entry) in (parts[part] ?? []).enumerated() {
        let name = names[entry.label, default: entry.className]
        if name != entry.className {
          listing.fault(
            .label, nil,
            "\(part)[\(index)] says that label \(entry.label) is '\(entry.className)', others that "
              + "it is '\(name)'")
        }
        let number = numbers[entry.className, default: entry.label]
        if number != entry.label {
          listing.fault(
            .label, nil,
            "\(part)[\(index)] gives class '\(entry.className)' label \(entry.label), others "
              + "\(number)")
        }
        names[entry.label] = name
        numbers[entry.className] = number
      }
    }
    for entry in entries { listing.add(Entry(path: entry.path, className: entry.className)) }
    return listing
  }
}

private struct CoOpEntry: Decodable {
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
