import Datasets
import FineTuning

extension Run {
  /// The hashes of the metadata that analyses read, by the set with `metadata/` before it.
  ///
  /// - Throws: `ExperimentError` for a column that no evaluation set has.
  func metadataHashes() throws -> [String: String] {
    let columns = Set(settings.chosenAnalyses.flatMap(\.columns)).subtracting([Slicing.label])
    let sets = [prepared.benchmark.test] + prepared.splits.map(\.images)
    for column in columns.sorted() where !sets.contains(where: { $0.metadata[column] != nil }) {
      let known = Set(sets.flatMap(\.metadata.keys)).union([Slicing.label])
      throw ExperimentError(
        "no evaluation set of benchmark \(prepared.benchmark.name) has a metadata column "
          + "'\(column)'; they have \(known.sorted().joined(separator: ", "))")
    }
    var hashes: [String: String] = [:]
    for set in sets {
      let own = columns.filter { set.metadata[$0] != nil }
      guard !own.isEmpty else { continue }
      hashes["metadata/\(set.name)"] = try set.metadataHash(columns: own.sorted())
    }
    return hashes
  }

  /// The hash of the metadata that training reads of its images; nil where it reads none.
  func trainingMetadataHash(_ images: ImageSet) throws -> String? {
    let columns = try method.metadataColumns.filter { images.metadata[$0] != nil }
    return columns.isEmpty ? nil : try images.metadataHash(columns: columns.sorted())
  }
}
