import CLIPModels
import Optimizers
import Tensors

/// What one step of a training sees.
public struct TrainingBatch: Sendable {
  /// The shots, by their index in the task's images.
  public let shots: [Int]
  /// The class of each.
  public let labels: [Int]
  /// Passes over the shots that are over.
  public let epoch: Int
  /// Steps that are over.
  public let step: Int
  /// Their image features, not normalised, or how to compute them.
  let images: Branch
  /// The features of their patches, not normalised, image by image, or how to compute them.
  let patches: @Sendable () throws -> Branch

  /// The image features where they are known: those of a frozen tower.
  public var features: Matrix? {
    guard case .constant(let matrix) = images else { return nil }
    return matrix
  }
}
