import CLIPModels
import Optimizers
import Tensors

/// What one step of a training sees.
public struct TrainingBatch {
  /// The shots, by their index in the task's images.
  public let shots: [Int]
  /// The class of each, as the supervision gives it.
  public let labels: [Int]
  /// Soft labels `[shots, classes]`, rows of sum 1; nil where the labels are all there is.
  public let targets: Matrix?
  /// Passes over the shots that are over.
  public let epoch: Int
  /// Steps that are over.
  public let step: Int
  /// Which of the objective's updates on the same shots this is, from 0.
  public let update: Int
  /// Their image features, not normalised, or how to compute them.
  let images: Branch
  /// The features of their patches, not normalised, image by image, or how to compute them.
  let patches: @Sendable () throws -> Branch

  /// Features of other views of the same images, or how to compute them.
  let second: @Sendable () throws -> Branch
  /// Told the shots' scores by objectives that make some: the curriculum of losses follows them.
  let watch: (Matrix) -> Void

  /// Gathers what a step sees.
  init(
    shots: [Int], labels: [Int], targets: Matrix? = nil, epoch: Int, step: Int, update: Int = 0,
    images: Branch, patches: @escaping @Sendable () throws -> Branch,
    second: (@Sendable () throws -> Branch)? = nil,
    watch: @escaping (Matrix) -> Void = { _ in }
  ) {
    self.shots = shots
    self.labels = labels
    self.targets = targets
    self.epoch = epoch
    self.step = step
    self.update = update
    self.images = images
    self.patches = patches
    self.second = second ?? { images }
    self.watch = watch
  }

  /// Shows the scores `[shots, classes]` that the objective has just computed.
  func observe(_ logits: Tensor) { watch(logits.matrix) }

  /// The image features where they are known: those of a frozen tower.
  public var features: Matrix? {
    guard case .constant(let matrix) = images else { return nil }
    return matrix
  }
}
