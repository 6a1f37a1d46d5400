import Detectors
import FileFormats
import FineTuning
import FoundationEssentials
import Images
import Tensors

/// What a frozen tower makes of images or texts, on disk, addressed by everything that decides it.
///
/// The key is a hash of the weights, the preprocessing, the data and the matrix kernels, so a
/// stale matrix cannot be found. A file holds a hash of its numbers; a damaged one is computed anew.
public struct FeatureCache: Sendable {
  /// What is kept.
  enum Kind {
    case features
    /// The logits of moved images, which depend on the classifier as well.
    case perturbedLogits(InputPerturbation, FineTunedClassifier)
    /// Features of texts by a frozen text tower.
    case textFeatures

    /// The lines that tell it apart: name and version first.
    fileprivate var title: String {
      switch self {
      case .features: "image features 2"
      case .perturbedLogits: "perturbed logits 1"
      case .textFeatures: "text features 1"
      }
    }

    /// What decides it beside the model and the data.
    fileprivate var conditions: [String] {
      switch self {
      case .features, .textFeatures: []
      case .perturbedLogits(let step, let classifier):
        [
          "\(step.temperature)", "\(step.epsilon)", "\(classifier.classCount)",
          FeatureCache.hash(classifier.weights),
        ]
      }
    }
  }

  private let folder: String

  /// Uses a folder, which is created when the first features are stored.
  public init(folder: String) { self.folder = folder }

  /// A matrix with a row an image or text: from the cache, or computed and stored.
  ///
  /// - Parameters:
  ///   - kind: what it holds.
  ///   - rows: the number of images or texts.
  ///   - contentHash: the hash of the images or texts.
  ///   - model: the folder of the frozen model.
  ///   - compute: computes it.
  func matrix(
    _ kind: Kind, rows: Int, contentHash: String, model: ModelFolder, compute: () throws -> Matrix
  ) throws -> Matrix {
    let preprocessing = try JSONEncoder.sorted.encode(model.preprocessing)
    let lines =
      [
        kind.title, model.weightsHash, String(decoding: preprocessing, as: UTF8.self), contentHash,
        MatrixLibrary.kernelName,
      ] + kind.conditions
    let key = SHA256.hexDigest(of: [UInt8](lines.joined(separator: "\n").utf8))
    let path = "\(folder)/\(key.prefix(2))/\(key).safetensors"
    if let stored = FeatureCache.stored(path), stored.rows == rows { return stored }
    let matrix = try compute()
    var writer = SafetensorsWriter(
      metadata: ["key": key, "sha256": FeatureCache.hash(matrix.values)])
    writer.add("features", shape: [matrix.rows, matrix.columns], floats: matrix.values)
    try Folder.create("\(folder)/\(key.prefix(2))")
    try writer.write(to: path)
    return matrix
  }

  /// The matrix of a file, or nil if there is none or it is damaged.
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
