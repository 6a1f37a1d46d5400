import FileFormats

extension ImageListing {
  /// Lists an OpenOOD image list: a line is a path, a blank and an integer label.
  ///
  /// - Parameters:
  ///   - path: the list.
  ///   - root: the folder that its paths are relative to.
  ///   - classNames: the classes that the labels index into; nil where labels mean nothing, as the
  ///     -1 of OpenOOD's out-of-distribution lists.
  /// - Throws: `FormatError` if the file cannot be read. Format: OpenOOD, `imglist_dataset.py`.
  static func imageList(
    _ path: String, root: String, classNames: [String]?
  ) throws -> ImageListing {
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    var listing = ImageListing(source: path, root: root)
    // Swift sees "\r\n" as one character, which is no "\n".
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      // Paths may hold blanks, so the label is what follows the last one.
      guard let blank = line.lastIndex(of: " "), let label = Int(line[line.index(after: blank)...]),
        blank > line.startIndex
      else {
        listing.fault(.form, index + 1, "is '\(line)', expected a path and a label")
        continue
      }
      let image = String(line[..<blank])
      guard let classNames else {
        listing.add(Entry(path: image, className: nil, line: index + 1))
        continue
      }
      guard classNames.indices.contains(label) else {
        listing.fault(
          .label, index + 1,
          "has label \(label), expected 0 to \(classNames.count - 1), the numbers of 'classes'")
        continue
      }
      listing.add(Entry(path: image, className: classNames[label], line: index + 1))
    }
    if listing.entries.isEmpty, listing.faults.isEmpty {
      listing.fault(.empty, nil, "lists no images")
    }
    return listing
  }
}
