import FileFormats
import FoundationEssentials
import Tensors

extension CLIPModel {
  /// Loads a model folder in Hugging Face's or open_clip's format, with either key vocabulary.
  ///
  /// F32, F16 and BF16 weights are accepted; every tensor must be there with the shape that the
  /// configuration asks for, and no unknown tensor may be left over. Large F32 weights stay in the
  /// file's memory until something writes to them, the others are read once, straight into their
  /// place (see `WeightReader`).
  ///
  /// - Parameters:
  ///   - folder: the folder's path.
  ///   - workers: who reads; the weights do not depend on it.
  public convenience init(folder: String, on workers: Workers = Workers(threads: 4)) throws {
    let configuration = try CLIPConfiguration(folder: folder)
    let files = try WeightFiles(folder: folder)
    guard let vocabulary = WeightNames.detect(files.names) else {
      throw ModelError(
        "\(files.description): neither Hugging Face's nor OpenAI's names of a CLIP with a vision "
          + "transformer; found for example \(files.names.sorted().prefix(3))")
    }
    var reader = WeightReader(files, vocabulary)
    try self.init(configuration) { name, shape in try reader.parameter(name, shape: shape) }
    let extra = files.names.subtracting(reader.used).filter { !WeightNames.isIgnorable($0) }
      .sorted()
    guard extra.isEmpty else {
      throw ModelError(
        "\(files.description): \(extra.count) tensors that this architecture does not have, for "
          + "example '\(extra[0])'; is num_hidden_layers in the configuration too small?")
    }
    try reader.fill(on: workers)
  }

  /// The weights under the names and in the layout of a key vocabulary.
  public func stored(as vocabulary: WeightNames) -> [(name: String, shape: [Int], values: [Float])]
  {
    parameters.flatMap { parameter -> [(name: String, shape: [Int], values: [Float])] in
      CLIPModel.stored(
        parameter.name, shape: parameter.shape, values: parameter.values, as: vocabulary)
    }
  }

  /// Values of the shape of one of our weights (the weight itself, its gradient) in the layout of a
  /// key vocabulary.
  public static func stored(
    _ name: String, shape: [Int], values: [Float], as vocabulary: WeightNames
  ) -> [(name: String, shape: [Int], values: [Float])] {
    switch vocabulary.form(of: name) {
    case .same(let stored):
      return [(stored, shape, values)]
    case .transposed(let stored):
      return [
        (stored, [shape[1], shape[0]], transpose(values, rows: shape[0], columns: shape[1]))
      ]
    case .stacked(let names):
      let part = values.count / names.count
      let partShape = [shape[0] / names.count] + shape.dropFirst()
      return names.enumerated().map { index, stored in
        (stored, partShape, [Float](values[index * part..<(index + 1) * part]))
      }
    }
  }

  /// Writes `config.json` and `model.safetensors` in Hugging Face's format.
  ///
  /// - Parameters:
  ///   - folder: an existing folder.
  ///   - type: how weights are stored; F16 halves the file and rounds to 11 bits.
  ///   - metadata: free text pairs for the file's header.
  public func write(
    folder: String, as type: SafetensorsWriter.FloatType = .f32, metadata: [String: String] = [:]
  ) throws {
    var writer = SafetensorsWriter(
      metadata: metadata.merging(["format": "pt"]) { kept, _ in kept })
    for tensor in stored(as: .huggingFace) {
      writer.add(tensor.name, shape: tensor.shape, floats: tensor.values, as: type)
    }
    try writer.write(to: "\(folder)/model.safetensors")
    try AtomicFile.write(configuration.huggingFaceJSON(), to: "\(folder)/config.json")
  }
}

/// The transpose of a row-major matrix.
func transpose(_ values: [Float], rows: Int, columns: Int) -> [Float] {
  var result = [Float](repeating: 0, count: values.count)
  for r in 0..<rows {
    for c in 0..<columns { result[c * rows + r] = values[r * columns + c] }
  }
  return result
}
