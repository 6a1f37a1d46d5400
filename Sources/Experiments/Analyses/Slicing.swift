import Datasets
import Results

/// Parts of a set of images that share a value in a column of its metadata.
struct Slicing {
  /// The column that stands for the class; manifests have no other one of this name.
  static let label = "label"

  /// The values, sorted, with the places of their images.
  let parts: [(value: String, indices: [Int])]

  /// Parts a set; nil where it has no such column.
  ///
  /// - Throws: `ExperimentError` for more than `limit` values.
  init?(_ images: ImageSet, by column: String, limit: Int) throws {
    let values: [String]
    if let column = images.metadata[column] {
      values = column
    } else if column == Slicing.label, !images.classNames.isEmpty {
      values = images.labels.map { $0 < 0 ? "" : images.classNames[$0] }
    } else {
      return nil
    }
    var places: [String: [Int]] = [:]
    for (index, value) in values.enumerated() { places[value, default: []].append(index) }
    guard places.count <= limit else {
      throw ExperimentError(
        "column '\(column)' of \(images.name) has \(places.count) values, more than the \(limit) "
          + "that slices admit; choose a column that groups images, or raise 'values'")
    }
    parts = places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
