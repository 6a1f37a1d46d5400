import Datasets
import FileFormats
import FoundationEssentials
import Images
import Tensors

/// Image features of a frozen tower on disk, addressed by everything that decides them.
///
/// The key is a hash of the weights, the preprocessing, the image bytes and the matrix kernels, so a
/// stale feature cannot be found. A damaged file is computed anew.
public struct FeatureCache: Sendable {
  private let folder: String

  /// Uses a folder, which is created when the first features are stored.
  public init(folder: String) { self.folder = folder }

  /// The features of a set: from the cache, or computed and stored.
  ///
  /// - Parameters:
  ///   - imagesHash: the set's content hash.
  ///   - model: the folder of the frozen model.
  ///   - compute: encodes the set.
  func features(
    imagesHash: String, model: ModelFolder, compute: () throws -> Matrix
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
    if FileManager.default.fileExists(atPath: path), let file = try? SafetensorsFile(path),
      let shape = file.shape("features"), shape.count == 2, let values = try? file.floats("features")
    {
      return Matrix(rows: shape[0], columns: shape[1], values: values)
    }
    let features = try compute()
    var writer = SafetensorsWriter(metadata: ["key": key])
    writer.add("features", shape: [features.rows, features.columns], floats: features.values)
    try FileManager.default.createDirectory(
      atPath: "\(folder)/\(key.prefix(2))", withIntermediateDirectories: true)
    try writer.write(to: path)
    return features
  }
}

extension JSONEncoder {
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
