import CLIPModels
import FileFormats
import FoundationEssentials
import Tensors

/// The weights in the files of an adapter's folder.
struct StoredWeights {
  private let folder: String
  private let files: [SafetensorsFile]

  init(folder: String) throws {
    self.folder = folder
    files = try [LowRankFolder.weightsFile, AdapterFolder.weightsFile]
      .map { "\(folder)/\($0)" }
      .filter { FileManager.default.fileExists(atPath: $0) }.map { try SafetensorsFile($0) }
  }

  /// Whether there is a weight of this name.
  func contains(_ name: String) -> Bool { files.contains { $0.shape(name) != nil } }

  /// What a weight of a training ended with; those of low-rank deltas go by their place.
  func values(of parameter: Parameter, in model: CLIPModel) throws -> [Float] {
    var name = parameter.name
    for place in model.adapterPlaces {
      guard let adapter = model[place] else { continue }
      let tensors = LowRankFolder.tensors(place, adapter)
      name = tensors.first { $0.parameter === parameter }?.name ?? name
    }
    guard let file = files.first(where: { $0.shape(name) != nil }) else {
      throw FineTuningError("\(folder): holds no '\(name)'; is the folder whole?")
    }
    guard file.shape(name) == parameter.shape else {
      throw FineTuningError(
        "\(file.path): '\(name)' has shape \(file.shape(name) ?? []), expected \(parameter.shape); "
          + "is it another task's?")
    }
    return try file.floats(name)
  }
}
