import Tensors

/// A rule that changes trainable parameters by their gradients.
public protocol Optimizer: AnyObject {
  /// Applies one step at the given learning rate.
  func update(_ gradients: Gradients, learningRate: Double, on workers: Workers)

  /// The running state by name, in a fixed order, for checkpoints.
  var state: [Parameter] { get }

  /// The number of steps taken.
  var stepCount: Int { get set }
}
