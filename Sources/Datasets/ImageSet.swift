import FileFormats
import RandomStreams

/// Labelled images of one split of one data set, decoded when asked for.
///
/// A value: selections share the pixels of the set they came from.
public struct ImageSet: Sendable {
  /// A name for tables and records, for example "fashion-mnist-test".
  public let name: String
  /// The classes that labels index into; empty for unlabelled out-of-distribution images.
  public let classNames: [String]
  /// The class of each image, or -1 where there are no classes.
  public let labels: [Int]
  /// A name of each image that stays the same in every selection, for example "train/17".
  public let sampleIDs: [String]
  /// What else is known of the images: a value of each image by the column's name, "" = not known.
  ///
  /// No part of `contentHash()`: who reads a column states `metadataHash(columns:)`.
  public let metadata: [String: [String]]

  let storage: ImageStorage
  let positions: [Int]

  /// The number of images.
  public var count: Int { positions.count }

  /// Creates a set from images of one size that lie one after the other.
  ///
  /// - Parameters:
  ///   - samples: `[images, height, width, channels]` bytes.
  ///   - mode: the meaning of the bytes of a pixel.
  public init(
    name: String, classNames: [String], labels: [Int], sampleIDs: [String], width: Int, height: Int,
    mode: DecodedImage.Mode = .gray, samples: [UInt8], metadata: [String: [String]] = [:]
  ) {
    let size = width * height * mode.bytesPerPixel
    require(
      samples.count == labels.count * size,
      "\(name): \(samples.count) bytes for \(labels.count) images of \(size) bytes")
    self.init(
      name: name, classNames: classNames, labels: labels, sampleIDs: sampleIDs,
      storage: .arrays(width: width, height: height, mode: mode, samples: samples),
      positions: [Int](0..<labels.count), metadata: metadata)
  }

  /// Creates a set of image files.
  public init(
    name: String, classNames: [String], labels: [Int], sampleIDs: [String], files: [String],
    metadata: [String: [String]] = [:]
  ) {
    require(files.count == labels.count, "\(name): \(files.count) files, \(labels.count) labels")
    self.init(
      name: name, classNames: classNames, labels: labels, sampleIDs: sampleIDs,
      storage: .files(files), positions: [Int](0..<labels.count), metadata: metadata)
  }

  init(
    name: String, classNames: [String], labels: [Int], sampleIDs: [String], storage: ImageStorage,
    positions: [Int], metadata: [String: [String]] = [:]
  ) {
    require(labels.count == sampleIDs.count, "\(name): every image needs a label and an ID")
    require(
      labels.allSatisfy { $0 < classNames.count && $0 >= (classNames.isEmpty ? -1 : 0) },
      "\(name): labels must lie in 0 ..< \(classNames.count)")
    require(
      metadata.values.allSatisfy { $0.count == labels.count },
      "\(name): every column of metadata needs a value for each of the \(labels.count) images")
    self.name = name
    self.classNames = classNames
    self.labels = labels
    self.sampleIDs = sampleIDs
    self.storage = storage
    self.positions = positions
    self.metadata = metadata
  }

  /// One image; safe to call from several threads.
  ///
  /// - Throws: `FormatError` if its file is missing or damaged.
  public func image(at index: Int) throws -> DecodedImage {
    try storage.image(at: positions[index])
  }

  /// The images at some indices, in that order, under another name if one is given.
  public func selecting(_ indices: [Int], name newName: String? = nil) -> ImageSet {
    ImageSet(
      name: newName ?? name, classNames: classNames, labels: indices.map { labels[$0] },
      sampleIDs: indices.map { sampleIDs[$0] }, storage: storage,
      positions: indices.map { positions[$0] }, metadata: metadata(at: indices))
  }

  /// The same images with other labels, one an image.
  public func relabelled(_ newLabels: [Int]) -> ImageSet {
    ImageSet(
      name: name, classNames: classNames, labels: newLabels, sampleIDs: sampleIDs, storage: storage,
      positions: positions, metadata: metadata)
  }

  /// The same images with further columns of metadata; one of a known name replaces it.
  public func describing(_ columns: [String: [String]]) -> ImageSet {
    ImageSet(
      name: name, classNames: classNames, labels: labels, sampleIDs: sampleIDs, storage: storage,
      positions: positions, metadata: metadata.merging(columns) { $1 })
  }

  /// The images of some classes, renumbered from 0 in the order given.
  public func keeping(classes: [Int], name newName: String? = nil) -> ImageSet {
    var newLabel = [Int?](repeating: nil, count: classNames.count)
    for (position, label) in classes.enumerated() { newLabel[label] = position }
    var indices: [Int] = []
    var newLabels: [Int] = []
    for (index, label) in labels.enumerated() where label >= 0 {
      if let label = newLabel[label] {
        indices.append(index)
        newLabels.append(label)
      }
    }
    return ImageSet(
      name: newName ?? name, classNames: classes.map { classNames[$0] }, labels: newLabels,
      sampleIDs: indices.map { sampleIDs[$0] }, storage: storage,
      positions: indices.map { positions[$0] }, metadata: metadata(at: indices))
  }

  /// At most `limit` images, drawn with a seed and kept in their order; the whole set if it is smaller.
  public func sampled(_ limit: Int, seed: UInt64) -> ImageSet {
    guard limit < count else { return self }
    var random = RandomSource(seed: seed, purpose: "sample \(name)")
    return selecting(random.permutation(of: count).prefix(limit).sorted())
  }

  /// The indices of each class, in the order of the set.
  public var indicesByClass: [[Int]] {
    var indices = [[Int]](repeating: [], count: classNames.count)
    for (index, label) in labels.enumerated() where label >= 0 { indices[label].append(index) }
    return indices
  }

  /// The indices in the order in which the source of the set lists its images.
  ///
  /// That is the order of the lines of a file, or of names in a folder; sets that are no list have it
  /// already.
  public var sourceOrder: [Int] {
    positions.indices.sorted { storage.place(of: positions[$0]) < storage.place(of: positions[$1]) }
  }

  /// A SHA-256 over class names, IDs, labels and stored bytes: equal for equal data only.
  ///
  /// Of sets that go by contents the IDs have no part.
  ///
  /// - Throws: `FormatError` if a file cannot be read.
  public func contentHash() throws -> String {
    var hasher = SHA256.Hasher()
    let isKnown = storage.digest(at: 0) != nil
    hasher.update("ood image set \(isKnown ? 2 : 1)\n\(count)\n\(classNames.count)\n")
    for name in classNames { hasher.update("\(name.utf8.count) \(name)\n") }
    for index in 0..<count {
      // The IDs of these follow from the digests.
      if let digest = storage.digest(at: positions[index]) {
        hasher.update("\(labels[index]) \(digest)\n")
        continue
      }
      let bytes = try storage.bytes(at: positions[index])
      let id = sampleIDs[index]
      hasher.update("\(labels[index]) \(id.utf8.count) \(id) \(bytes.count)\n")
      hasher.update(bytes)
    }
    return hasher.finalize()
  }
}
