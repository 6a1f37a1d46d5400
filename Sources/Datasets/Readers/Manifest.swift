import FileFormats

extension ImageListing {
  /// Lists rows of a CSV manifest: columns `path` and `label`, and any others, which become metadata.
  ///
  /// - Parameters:
  ///   - path: the manifest.
  ///   - root: the folder that its paths are relative to.
  ///   - filter: the values that rows must have, by column; a row needs one of each column's.
  ///   - isLabelled: whether the column `label` must be there.
  /// - Throws: `FormatError` or `DatasetError` if the file cannot be read or lacks a column.
  static func manifest(
    _ path: String, root: String, filter: [String: [String]], isLabelled: Bool
  ) throws -> ImageListing {
    let rows = try CSV.numberedRows(FileBytes.read(path), name: path)
    guard let header = rows.first?.fields else {
      throw DatasetError(path, "is empty; expected a header such as path,label,split")
    }
    if let twice = header.first(where: { name in header.count { $0 == name } > 1 }) {
      throw DatasetError(path, "has two columns '\(twice)'; rename one")
    }
    func column(_ title: String) throws -> Int {
      guard let position = header.firstIndex(of: title) else {
        throw DatasetError(
          path, "has no column '\(title)'; found: \(header.joined(separator: ", "))")
      }
      return position
    }
    let pathColumn = try column("path")
    let labelColumn = isLabelled ? try column("label") : header.firstIndex(of: "label")
    let filters = try filter.sorted { $0.key < $1.key }.map {
      (column: try column($0.key), title: $0.key, values: Set($0.value))
    }
    let others = header.indices.filter { !["path", "label", ""].contains(header[$0]) }
    var listing = ImageListing(source: path, root: root, columns: others.map { header[$0] })
    for (line, fields) in rows.dropFirst() {
      guard fields.count == header.count else {
        listing.fault(
          .form, line,
          "has \(fields.count) fields, expected \(header.count); is a comma not in quotes?")
        continue
      }
      guard filters.allSatisfy({ $0.values.contains(fields[$0.column]) }) else { continue }
      let label = labelColumn.map { fields[$0] }
      if fields[pathColumn].isEmpty {
        listing.fault(.form, line, "has no path")
      } else if isLabelled, label?.isEmpty != false {
        listing.fault(.label, line, "has no label; name the class of '\(fields[pathColumn])'")
      } else {
        listing.add(
          Entry(
            path: fields[pathColumn], className: label?.isEmpty == true ? nil : label, line: line,
            values: others.map { fields[$0] }))
      }
    }
    if listing.entries.isEmpty, listing.faults.isEmpty {
      let found = filters.map { filter in
        let values = Set(
          rows.dropFirst().compactMap {
            $0.fields.count > filter.column ? $0.fields[filter.column] : nil
          })
        let some = values.sorted().prefix(8).joined(separator: ", ")
        return "\(filter.title) is \(filter.values.sorted().joined(separator: " or ")) "
          + "(found: \(some)\(values.count > 8 ? ", ..." : ""))"
      }
      listing.fault(
        .empty, nil,
        "has no rows" + (found.isEmpty ? "" : " where \(found.joined(separator: " and "))"))
    }
    return listing
  }
}
