import FileFormats
import FoundationEssentials

extension ImageSet {
  /// Reads a CSV manifest with the columns `path`, `label` and, if a split is asked for, `split`.
  ///
  /// Paths are relative to the manifest's folder; labels are class names; further columns are
  /// ignored. Classes are those of the whole file, sorted, so that all splits agree on them.
  ///
  /// - Throws: `DatasetError` or `FormatError` that names the row.
  public static func manifest(
    _ path: String, split: String? = nil, classNames: [String]? = nil, name: String? = nil
  ) throws -> ImageSet {
    let rows = try CSV.rows(FileBytes.read(path), name: path)
    guard let header = rows.first else {
      throw DatasetError(path, "is empty; expected the header path,label,split")
    }
    func column(_ title: String) throws -> Int {
      guard let position = header.firstIndex(of: title) else {
        throw DatasetError(
          path, "has no column '\(title)'; found: \(header.joined(separator: ", "))")
      }
      return position
    }
    let (pathColumn, labelColumn) = (try column("path"), try column("label"))
    let splitColumn = split == nil ? nil : try column("split")
    for (row, fields) in rows.enumerated() where fields.count != header.count {
      throw DatasetError(
        path, "row \(row + 1) has \(fields.count) fields, expected \(header.count)")
    }
    let classes = classNames ?? Set(rows.dropFirst().map { $0[labelColumn] }).sorted()
    let labelOf = Dictionary(
      zip(classes, classes.indices), uniquingKeysWith: { first, _ in first })
    let folder = folderOf(path)
    var labels: [Int] = []
    var ids: [String] = []
    for (row, fields) in rows.enumerated().dropFirst() {
      if let splitColumn, fields[splitColumn] != split { continue }
      guard let label = labelOf[fields[labelColumn]] else {
        throw DatasetError(
          path,
          "row \(row + 1) has label '\(fields[labelColumn])'; known: "
            + classes.joined(separator: ", "))
      }
      labels.append(label)
      ids.append(fields[pathColumn])
    }
    guard !ids.isEmpty else {
      let found = splitColumn.map { column in Set(rows.dropFirst().map { $0[column] }).sorted() }
      throw DatasetError(
        path,
        "has no rows" + (split.map { " of split '\($0)'" } ?? "")
          + (found.map { "; splits found: \($0.joined(separator: ", "))" } ?? ""))
    }
    return ImageSet(
      name: name ?? [lastComponent(path), split].compactMap { $0 }.joined(separator: "-"),
      classNames: classes, labels: labels, sampleIDs: ids,
      files: ids.map { resolved($0, in: folder) })
  }
}

func folderOf(_ path: String) -> String {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  return parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
}

func resolved(_ path: String, in folder: String) -> String {
  path.hasPrefix("/") ? path : "\(folder)/\(path)"
}
