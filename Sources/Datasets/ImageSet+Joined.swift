extension ImageSet {
  /// The images of this set followed by those of another, which get labels of this set.
  ///
  /// The others' IDs get the name of their set in front. Of the metadata only this set's columns are
  /// kept, "" for images of the other that has no such column.
  ///
  /// - Parameter labels: the class of each image of the other set, among this set's.
  public func joined(with other: ImageSet, labels newLabels: [Int]) -> ImageSet {
    require(
      newLabels.count == other.count, "\(newLabels.count) labels for \(other.count) images")
    let border = storage.count
    return ImageSet(
      name: name, classNames: classNames, labels: labels + newLabels,
      sampleIDs: sampleIDs + other.sampleIDs.map { "\(other.name)/\($0)" },
      storage: .joined(storage, other.storage),
      positions: positions + other.positions.map { border + $0 },
      metadata: Dictionary(
        uniqueKeysWithValues: metadata.map { column, values in
          let missing = [String](repeating: "", count: other.count)
          return (column, values + (other.metadata[column] ?? missing))
        }))
  }

  /// The first image of this set that looks the same as an image of some other sets, pixel by pixel.
  ///
  /// Files of different kinds with the same picture are found; resized or recompressed ones are not.
  ///
  /// - Returns: its index, and the name of the set that has it too; nil where there is none.
  /// - Throws: `FormatError` if an image cannot be decoded.
  public func firstImage(sharedWith others: [ImageSet]) throws -> (index: Int, set: String)? {
    var owners: [ImageFingerprint.Digest: String] = [:]
    for other in others {
      for digest in try other.fingerprints() where owners[digest] == nil {
        owners[digest] = other.name
      }
    }
    for (index, digest) in try fingerprints().enumerated() {
      if let owner = owners[digest] { return (index, owner) }
    }
    return nil
  }

  private func fingerprints() throws -> [ImageFingerprint.Digest] {
    try concurrentMap(count) { try ImageFingerprint(of: image(at: $0)).pixels }
  }
}
