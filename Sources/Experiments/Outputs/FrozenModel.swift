import CLIPModels
import Synchronization

/// The model of a folder as it is, read when something first asks for it.
final class FrozenModel: Sendable {
  private let folder: ModelFolder
  private let model = Mutex<CLIPModel?>(nil)

  init(_ folder: ModelFolder) { self.folder = folder }

  /// The model; several threads may ask.
  func callAsFunction() throws -> CLIPModel {
    try model.withLock { loaded in
      if let loaded { return loaded }
      let new = try folder.load()
      loaded = new
      return new
    }
  }
}
