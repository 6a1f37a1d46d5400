import FileFormats

extension ImageSet {
  /// A set of files that is the same whatever these are named and however they are listed.
  ///
  /// Images are in the order of their classes and, in a class, of the SHA-256 of their files; the
  /// first 16 digits of that are their IDs. So the set, what few-shot splits draw from it and its
  /// hash depend on classes and bytes alone. All files are read once; those that change afterwards
  /// are refused when they are decoded. The listing's columns become metadata; copies of an image in
  /// a class are in the order of their values.
  ///
  /// - Parameters:
  ///   - listing: the files.
  ///   - classNames: the classes; empty for images without classes.
  ///   - labelOf: the class of each name in the listing.
  /// - Throws: `FormatError` if a file cannot be read, `DatasetError` if the listing has faults or
  ///   a class that `labelOf` has not.
  static func contents(
    of listing: ImageListing, name: String, classNames: [String], labelOf: [String: Int]
  ) throws -> ImageSet {
    let entries = try listing.checked().entries
    let labels = try entries.map { entry in
      if classNames.isEmpty { return -1 }
      guard let label = labelOf[entry.className ?? ""] else {
        throw DatasetError(
          entry.line.map { "\(listing.source):\($0)" } ?? listing.source,
          "has class '\(entry.className ?? "")', which is none of the "
            + "\(labelOf.count) of the training images: "
            + labelOf.keys.sorted().prefix(20).joined(separator: ", "))
      }
      return label
    }
    let digests = try concurrentMap(entries.count) {
      try SHA256.hexDigest(ofFile: listing.file(of: entries[$0]))
    }
    let order = entries.indices.sorted {
      if labels[$0] != labels[$1] { return labels[$0] < labels[$1] }
      if digests[$0] != digests[$1] { return digests[$0] < digests[$1] }
      return entries[$0].values.lexicographicallyPrecedes(entries[$1].values)
    }
    var times: [String: Int] = [:]
    let ids = order.map { index in
      let id = String(digests[index].prefix(16))
      times[id, default: 0] += 1
      return times[id] == 1 ? id : "\(id)-\(times[id] ?? 0)"
    }
    return ImageSet(
      name: name, classNames: classNames, labels: order.map { labels[$0] }, sampleIDs: ids,
      storage: .contents(
        files: order.map { listing.file(of: entries[$0]) }, digests: order.map { digests[$0] },
        places: order),
      positions: Array(order.indices),
      metadata: Dictionary(
        uniqueKeysWithValues: listing.columns.enumerated().map { position, column in
          (column, order.map { entries[$0].values[position] })
        }))
  }
}
