import CLIPModels
import Datasets
import FileFormats
import FineTuning
import FoundationEssentials
import Images
import Optimizers
import Tensors
import Tokenizers

/// Image and text features of any model folder, for users' own programs.
public struct FeatureExport {
  private let path: String
  private let model: CLIPModel
  private let workers: Workers
  private var writer = SafetensorsWriter(metadata: ["format": "pt"])

  /// Loads the weights of a folder; tokenizer and preprocessing are read only when they are needed.
  ///
  /// - Parameter adapter: a folder of what training made of the model's towers.
  /// - Throws: `FineTuningError` for an adapter of another model.
  public init(folder: String, adapter: String? = nil, workers: Workers) throws {
    path = folder
    model = try CLIPModel(folder: folder)
    if let adapter {
      try AdapterFolder.apply(
        adapter, to: model, named: folder, sha256: try ModelFolder.weightsHash(folder))
    }
    self.workers = workers
    writer.add("logit_scale", shape: [], floats: model.logitScale.values)
  }

  /// Adds features of image files: those in a folder, or those that a text file lists.
  public mutating func add(
    images listOrFolder: String, preprocessing: PreprocessingConfiguration
  ) throws {
    guard preprocessing.size == model.configuration.imageSize else {
      throw ExperimentError(
        "images are preprocessed to \(preprocessing.size) pixels, the model takes "
          + "\(model.configuration.imageSize)")
    }
    let set = try FeatureExport.imageFiles(listOrFolder)
    let encoder = ImageEncoder(
      model, preprocessor: Preprocessor(preprocessing), workers: workers)
    add("image_features", try encoder.features(of: set))
  }

  /// Adds features of `pixel_values` `[images, 3, height, width]`, which are already normalised.
  public mutating func add(pixels file: String) throws {
    let tensors = try SafetensorsFile(file)
    let side = model.configuration.imageSize
    guard let shape = tensors.shape("pixel_values"), shape.count == 4,
      Array(shape.dropFirst()) == [3, side, side]
    else {
      throw ExperimentError(
        "\(file): needs 'pixel_values' [images, 3, \(side), \(side)], found "
          + "\(tensors.shape("pixel_values").map { "\($0)" } ?? "none")")
    }
    let pixels = Matrix(
      rows: shape[0], columns: 3 * side * side, values: try tensors.floats("pixel_values"))
    let vision = model.vision
    let size = ImageEncoder.shardSize(model.configuration)
    let encoding = Encoding(count: shape[0], shardSize: size) { tape, range in
      let rows = range.lowerBound * pixels.columns..<range.upperBound * pixels.columns
      return vision(
        tape,
        pixels: tape.constant(
          Matrix(
            rows: range.count, columns: pixels.columns, values: [Float](pixels.values[rows]))))
    }
    add("image_features", encoding.features(on: workers))
  }

  /// Adds features of texts, one a line.
  public mutating func add(texts file: String) throws {
    let tokenizer = try BytePairTokenizer(folder: path)
    let length = model.configuration.contextLength
    let lines = String(decoding: try FileBytes.read(file), as: UTF8.self).lines
    try add(tokens: lines.map { tokenizer.tokens($0, contextLength: length) }, from: file)
  }

  /// Adds features of `input_ids` `[texts, tokens]`.
  public mutating func add(tokenIDs file: String) throws {
    let tensors = try SafetensorsFile(file)
    guard let shape = tensors.shape("input_ids"), shape.count == 2, shape[1] > 0 else {
      throw ExperimentError(
        "\(file): needs 'input_ids' [texts, tokens], found "
          + "\(tensors.shape("input_ids").map { "\($0)" } ?? "none")")
    }
    let ids = try tensors.integers("input_ids").map { Int($0) }
    try add(
      tokens: (0..<shape[0]).map { [Int](ids[$0 * shape[1]..<($0 + 1) * shape[1]]) }, from: file)
  }

  /// Writes `image_features`, `text_features` and `logit_scale` (the stored logarithm).
  public func write(to file: String) throws { try writer.write(to: file) }

  private mutating func add(tokens: [[Int]], from file: String) throws {
    let vocabulary = model.configuration.vocabularySize
    for (row, text) in tokens.enumerated() {
      if let id = text.first(where: { $0 < 0 || $0 >= vocabulary }) {
        throw ExperimentError(
          "\(file): text \(row) has token id \(id), the model has \(vocabulary)")
      }
      let length = model.text.endPosition(text) + 1
      guard length <= model.configuration.contextLength else {
        throw ExperimentError(
          "\(file): text \(row) has \(length) tokens up to its end token, the model takes "
            + "\(model.configuration.contextLength)")
      }
    }
    let text = model.text
    let encoding = Encoding(count: tokens.count, shardSize: 32) { tape, range in
      text(tape, tokens: range.map { tokens[$0] })
    }
    add("text_features", encoding.features(on: workers))
  }

  private mutating func add(_ name: String, _ features: Matrix) {
    writer.add(
      name, shape: [features.rows, model.configuration.embeddingSize], floats: features.values)
  }

  /// PNG and JPEG files below a folder, sorted, or the paths that a text file lists, one a line.
  private static func imageFiles(_ listOrFolder: String) throws -> ImageSet {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: listOrFolder, isDirectory: &isFolder) else {
      throw ExperimentError("\(listOrFolder): no such file or folder")
    }
    let files: [String]
    if isFolder {
      files = try FileManager.default.subpathsOfDirectory(atPath: listOrFolder)
        .filter { name in
          [".png", ".jpg", ".jpeg"].contains { name.lowercased().hasSuffix($0) }
        }.sorted().map { "\(listOrFolder)/\($0)" }
    } else {
      let base = URL(filePath: listOrFolder).deletingLastPathComponent()
      files = String(decoding: try FileBytes.read(listOrFolder), as: UTF8.self).lines
        .filter { !$0.isEmpty }.map { URL(filePath: $0, relativeTo: base).path }
    }
    guard !files.isEmpty else { throw ExperimentError("\(listOrFolder): no PNG or JPEG file") }
    return ImageSet(
      name: listOrFolder, classNames: [], labels: [Int](repeating: -1, count: files.count),
      sampleIDs: files, files: files)
  }
}

extension String {
  /// The lines of a text file; a final newline makes no line of its own.
  public var lines: [String] {
    // Bytes, for Swift takes carriage return and newline together for one character.
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
