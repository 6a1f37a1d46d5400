import FileFormats
import TestSupport

@testable import CLIPModels
@testable import Tensors

/// The committed models: QuickGELU with the modern end-token rule, GELU with the legacy one.
let references = ["clip_quickgelu", "clip_gelu"].map { ReferenceFolder(fixture($0)) }

extension ReferenceFolder {
  /// The folder's sizes, written here by hand so that reading a configuration is tested too.
  var shape: CLIPConfiguration {
    switch description {
    case "clip_quickgelu":
      CLIPConfiguration(
        vision: TowerConfiguration(
          width: 32, hiddenWidth: 80, layers: 2, heads: 2, activation: .quickGELU),
        text: TowerConfiguration(
          width: 24, hiddenWidth: 48, layers: 3, heads: 2, activation: .quickGELU),
        imageSize: 16, patchSize: 4, vocabularySize: 120, contextLength: 12, embeddingSize: 16,
        pooling: .token(119))
    default:
      CLIPConfiguration(
        vision: TowerConfiguration(
          width: 30, hiddenWidth: 45, layers: 3, heads: 3, activation: .gelu),
        text: TowerConfiguration(
          width: 20, hiddenWidth: 50, layers: 2, heads: 4, activation: .gelu),
        imageSize: 15, patchSize: 5, vocabularySize: 90, contextLength: 10, embeddingSize: 11,
        pooling: .largestToken)
    }
  }

  /// The model with the folder's weights.
  func model() throws -> CLIPModel {
    let file = try file("model")
    return try CLIPModel(shape) { name, shape in
      let values = try huggingFaceNames(name).flatMap { try file.floats($0) }
      return Parameter(name, shape: shape, values: values)
    }
  }

  /// Pixels as the image tower takes them: a row an image.
  func pixels(_ file: String, _ tensor: String) throws -> Matrix {
    let columns = 3 * shape.imageSize * shape.imageSize
    let values = try floats(file, tensor)
    return Matrix(rows: values.count / columns, columns: columns, values: values)
  }
}
