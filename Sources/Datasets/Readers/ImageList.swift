import FileFormats

extension ImageSet {
  /// Reads an OpenOOD image list: a line is a path, a blank and an integer label.
  ///
  /// - Parameters:
  ///   - path: the list.
  ///   - folder: the folder that its paths are relative to.
  ///   - classNames: the classes that the labels index into; empty if all labels are -1, as in
  ///     OpenOOD's out-of-distribution lists.
  /// - Throws: `DatasetError` that names the line. Format: OpenOOD, `imglist_dataset.py`.
  public static func imageList(
    _ path: String, folder: String, classNames: [String], name: String? = nil
  ) throws -> ImageSet {
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    var labels: [Int] = []
    var ids: [String] = []
    // Swift sees "\r\n" as one character, which is no "\n".
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      // Paths may hold blanks, so the label is what follows the last one.
      guard let blank = line.lastIndex(of: " "), let label = Int(line[line.index(after: blank)...])
      else {
        throw DatasetError(path, "line \(number + 1) is '\(line)', expected a path and a label")
      }
      guard label >= (classNames.isEmpty ? -1 : 0), label < max(classNames.count, 0) else {
        throw DatasetError(
          path,
          "line \(number + 1) has label \(label), expected "
            + (classNames.isEmpty ? "-1 (no classes given)" : "0 to \(classNames.count - 1)"))
      }
      labels.append(label)
      ids.append(String(line[..<blank]))
    }
    guard !ids.isEmpty else { throw DatasetError(path, "lists no images") }
    return ImageSet(
      name: name ?? lastComponent(path), classNames: classNames, labels: labels, sampleIDs: ids,
      files: ids.map { resolved($0, in: folder) })
  }
}
