import Detectors
import FileFormats
import FineTuning
import FoundationEssentials
import Images
import Tensors

/// What towers make of images or texts, on disk, addressed by everything that decides it.
///
/// The key is a hash of the weights, the preprocessing, the data and the matrix kernels, and for a
/// tower that was trained of everything that decided the training, so a stale matrix cannot be
/// found. A file holds a hash of its numbers; a damaged one is computed anew.
public struct FeatureCache: Sendable {
  /// What is kept.
  enum Kind {
    case features
    /// The logits of moved images, which depend on the classifier as well.
    case perturbedLogits(InputPerturbation, FineTunedClassifier)
    /// Features of texts by a frozen text tower.
    case textFeatures
    /// Features of the texts that were mined as negative labels, in the order of mining.
    case negativeLabels

    /// The line that tells it apart, with the revision of what computes it.
    fileprivate var title: String {
      switch self {
      case .features: "image features 2, encoder \(Revisions.encoder)"
      case .perturbedLogits: "perturbed logits 1, encoder \(Revisions.encoder)"
      case .textFeatures: "text features 1, encoder \(Revisions.encoder)"
      case .negativeLabels:
        "negative labels \(Revisions.mining), encoder \(Revisions.encoder)"
      }
    }

    /// What decides it beside the model and the data.
    fileprivate var conditions: [String] {
      switch self {
      case .features, .textFeatures, .negativeLabels: []
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
  ///   - rows: the number of images or texts; nil where it is only known afterwards.
  ///   - contentHash: the hash of the images or texts.
  ///   - tower: everything that decides the tower: `ModelFolder.identity` of a frozen one, else the
  ///     key of its training.
  ///   - compute: computes it.
  func matrix(
    _ kind: Kind, rows: Int? = nil, contentHash: String, tower: String,
    compute: () throws -> Matrix
  ) throws -> Matrix {
    let lines = [kind.title, tower, contentHash, MatrixLibrary.kernelName] + kind.conditions
    let key = SHA256.hexDigest(of: [UInt8](lines.joined(separator: "\n").utf8))
    let path = path(key)
    if let stored = FeatureCache.stored(path, key: key), rows ?? stored.rows == stored.rows {
      return stored
    }
    let matrix = try compute()
    var writer = SafetensorsWriter(
      metadata: ["key": key, "sha256": FeatureCache.hash(matrix.values)])
    writer.add("features", shape: [matrix.rows, matrix.columns], floats: matrix.values)
    try Folder.create("\(folder)/\(key.prefix(2))")
    try writer.write(to: path)
    return matrix
  }

  /// What a training ended in, by its key; nil where it is not stored or damaged.
  func outcome(_ key: String) -> TrainingOutcome? { TrainingOutcome(path: path(key), key: key) }

  /// Whether there is a file of a training.
  func hasOutcome(_ key: String) -> Bool { FileManager.default.fileExists(atPath: path(key)) }

  /// Stores what a training ended in, where that can be written down.
  func store(_ outcome: TrainingOutcome, _ key: String) throws {
    guard let file = outcome.file(key: key) else { return }
    try Folder.create("\(folder)/\(key.prefix(2))")
    try file.write(to: path(key))
  }

  /// The weights that trainings ended with.
  var weights: WeightStore { WeightStore(folder: "\(folder)/weights") }

  private func path(_ key: String) -> String { "\(folder)/\(key.prefix(2))/\(key).safetensors" }

  /// The matrix of a file, or nil if there is none or it is damaged or another's.
  private static func stored(_ path: String, key: String) -> Matrix? {
    guard FileManager.default.fileExists(atPath: path), let file = try? SafetensorsFile(path),
      let shape = file.shape("features"), shape.count == 2,
      let values = try? file.floats("features"), file.metadata["sha256"] == hash(values),
      file.metadata["key"] == key
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
