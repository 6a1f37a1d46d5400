import CLIPModels
import Datasets
import Synchronization
import Tensors

/// The patch features of all shots of a frozen image tower, computed when first asked for.
final class PatchFeatures: Sendable {
  /// The most bytes to keep: 668 shots of ViT-B/16, 2,674 of ViT-B/32.
  static let budget = 256 << 20

  private let model: CLIPModel
  private let isKept: Bool
  private let kept = Mutex<Matrix?>(nil)

  /// Creates a store.
  ///
  /// - Parameter isKept: whether an image's features are the same in all steps.
  init(of model: CLIPModel, isKept: Bool) {
    self.model = model
    self.isKept = isKept
  }

  /// The rows of some shots, image by image; nil where they are to be computed in each step.
  func rows(_ chosen: [Int], of task: FewShotTask, on workers: Workers) throws -> Matrix? {
    let configuration = model.configuration
    let patches = configuration.grid * configuration.grid
    let bytes = task.images.count * patches * configuration.embeddingSize * MemoryLayout<Float>.size
    guard isKept, bytes <= PatchFeatures.budget else { return nil }
    let all = try kept.withLock { kept in
      if let kept { return kept }
      let made = try features(of: task, patches: patches, on: workers)
      kept = made
      return made
    }
    return all.selecting(chosen.flatMap { $0 * patches..<($0 + 1) * patches })
  }

  private func features(of task: FewShotTask, patches: Int, on workers: Workers) throws -> Matrix {
    let encoder = ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
    let size = encoder.localShardSize
    let count = task.images.count
    let parts = try workers.tryMap((count + size - 1) / size) {
      try encoder.localFeatures(of: task.images, $0 * size..<min(count, ($0 + 1) * size)).values
    }
    return Matrix(
      rows: count * patches, columns: model.configuration.embeddingSize,
      values: parts.flatMap { $0 })
  }
}
