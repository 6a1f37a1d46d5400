import Datasets
import FileFormats
import FoundationEssentials
import Images
import Tensors

/// Image features of a frozen tower on disk, addressed by everything that decides them.
///
/// The key is a hash of the weights, the preprocessing, the image bytes and the matrix kernels, so a
/// stale feature cannot be found. A file holds a hash of its features; a damaged one is computed anew.
public struct FeatureCache: Sendable {
  private let folder: String

  /// Uses a folder, which is created when the first features are stored.
  public init(folder: String) { self.folder = folder }

  /// The features of a set: from the cache, or computed and stored.
  ///
  /// - Parameters:
  ///   - count: the number of images.
  ///   - imagesHash: the set's content hash.
  ///   - model: the folder of the frozen model.
  ///   - compute: encodes the set.
  func features(
    of count: Int, imagesHash: String, model: ModelFolder, compute: () throws -> Matrix
  ) throws -> Matrix {
    let preprocessing = try JSONEncoder.sorted.encode(model.preprocessing)
    let key = SHA256.hexDigest(
      of: [UInt8](
        """
        image features 1
        \(model.weightsHash)
        \(String(decoding: preprocessing, as: UTF8.self))
        \(imagesHash)
        \(MatrixLibrary.kernelName)
        """.utf8))
    let path = "\(folder)/\(key.prefix(2))/\(key).safetensors"
    if let stored = FeatureCache.stored(path), stored.rows == count { return stored }
    let features = try compute()
    var writer = SafetensorsWriter(
      metadata: ["key": key, "sha256": FeatureCache.hash(features.values)])
    writer.add("features", shape: [features.rows, features.columns], floats: features.values)
    try Folder.create("\(folder)/\(key.prefix(2))")
    try writer.write(to: path)
    return features
  }

  /// The features of a file, or nil if there is none or it is damaged.
  private static func stored(_ path: String) -> Matrix? {
    guard FileManager.default.fileExists(atPath: path), let file = try? SafetensorsFile(path),
      let shape = file.shape("features"), shape.count == 2,
      let values = try? file.floats("features"), file.metadata["sha256"] == hash(values)
    else { return nil }
    return Matrix(rows: shape[0], columns: shape[1], values: values)
  }

  private static func hash(_ values: [Float]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * values.count)
    for value in values {
      let bits = value.bitPattern
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
      }
    }
    return SHA256.hexDigest(of: bytes)
  }
}

extension JSONEncoder {
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
