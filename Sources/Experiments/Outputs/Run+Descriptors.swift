import Configuration
import Datasets
import Detectors
import FineTuning
import Tensors

extension Run {
  /// What the classes look like, in words; nil where the sweep names no file.
  func descriptors() throws -> ClassDescriptors? {
    try settings.descriptors.map {
      try ClassDescriptors(path: $0.path, classes: prepared.benchmark.idClassNames)
    }
  }

  /// What decides a unit that reads descriptors: their texts, and the attributes that rewards check
  /// them against.
  ///
  /// Their names are those of data to fit to, so units with and without them share a table.
  func descriptorHashes() throws -> [String: String] {
    guard let descriptors = try descriptors() else { return [:] }
    var hashes = [
      "fit-descriptors": Run.hash(descriptors.prompts(prepared.benchmark.idClassNames))
    ]
    let shots = try fewShots()
    if settings.compositeReward != nil, shots.metadata["attributes"] != nil {
      hashes["fit-attributes"] = try shots.metadataHash(columns: ["attributes"])
    }
    return hashes
  }

  /// Of each class the mean of its descriptors' unit text features; nil where no detector reads them.
  ///
  /// `[classes, embedding]`; its product with an image's unit feature is the mean cosine.
  ///
  /// - Parameters:
  ///   - tower: what tells the unit's text tower from others.
  ///   - texts: the unit's text tower, asked for only where its features are not stored.
  func descriptorFeatures(
    tower: String, by texts: () throws -> TextEncoder
  ) throws -> DoubleMatrix? {
    guard settings.reads(.descriptorCosines), let descriptors = try descriptors() else {
      return nil
    }
    let prompts = descriptors.prompts(prepared.benchmark.idClassNames)
    let features = DoubleMatrix(
      try cache.matrix(
        .textFeatures, rows: prompts.count, contentHash: Run.hash(prompts), tower: tower
      ) { try texts().features(of: prompts) })
    var means = DoubleMatrix(rows: descriptors.sizes.count, columns: features.columns)
    var next = 0
    for (label, size) in descriptors.sizes.enumerated() {
      for _ in 0..<size {
        for column in 0..<features.columns {
          means[label, column] += features[next, column] / Double(size)
        }
        next += 1
      }
    }
    return means
  }
}
