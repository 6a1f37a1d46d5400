import FileFormats

extension ImageSet {
  /// The same images with further columns of which each has one value for all of them.
  public func adding(constants: [String: String]) -> ImageSet {
    describing(constants.mapValues { [String](repeating: $0, count: count) })
  }

  /// A column's values, a value of each image.
  ///
  /// - Throws: `DatasetError` that lists the columns there are.
  public func values(ofColumn column: String) throws -> [String] {
    guard let values = metadata[column] else {
      let known = metadata.keys.sorted().joined(separator: ", ")
      throw DatasetError(
        name,
        "has no metadata column '\(column)'; "
          + (known.isEmpty ? "it has none at all" : "it has \(known)"))
    }
    return values
  }

  /// A SHA-256 over the values of some columns: equal for equal values in equal order only.
  ///
  /// The order in which the columns are named, and naming one twice, change nothing.
  ///
  /// - Throws: `DatasetError` for a column that is not there.
  public func metadataHash(columns: [String]) throws -> String {
    var hasher = SHA256.Hasher()
    hasher.update("ood image metadata 1\n\(count)\n")
    for column in Set(columns).sorted() {
      hasher.update("\(column.utf8.count) \(column)\n")
      for value in try values(ofColumn: column) { hasher.update("\(value.utf8.count) \(value)\n") }
    }
    return hasher.finalize()
  }

  /// Every column at some indices, in that order.
  func metadata(at indices: [Int]) -> [String: [String]] {
    metadata.mapValues { values in indices.map { values[$0] } }
  }
}
