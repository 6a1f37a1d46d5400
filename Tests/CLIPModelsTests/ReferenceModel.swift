import CLIPModels
import FileFormats
import Tensors
import TestSupport

/// The committed models: QuickGELU with the modern end-token rule, GELU with the legacy one.
let references = ["clip_quickgelu", "clip_gelu"].map { ReferenceFolder(fixture($0)) }

/// Which of a committed model's two files to load.
enum Naming: String, CaseIterable, Sendable {
  case huggingFace
  case openCLIP
}

extension ReferenceFolder {
  /// The folder of the model's files under a key vocabulary.
  func modelFolder(_ naming: Naming) -> String {
    naming == .huggingFace ? path : "\(path)/open_clip"
  }

  /// The model with the folder's weights.
  func model(_ naming: Naming = .huggingFace) throws -> CLIPModel {
    try CLIPModel(folder: modelFolder(naming))
  }

  /// Pixels as the image tower takes them: a row an image.
  func pixels(_ file: String, _ tensor: String) throws -> Matrix {
    let stored = try self.file(file)
    let values = try stored.floats(tensor)
    let rows = stored.shape(tensor)?.first ?? 1
    return Matrix(rows: rows, columns: values.count / rows, values: values)
  }
}
