import Tensors

/// Stochastic gradient descent with momentum and L2 weight decay, with PyTorch's update.
public final class SGD: Optimizer {
  private let momentum: Double
  private let weightDecay: Double
  public let state: [Parameter]
  public var stepCount = 0

  /// Creates the state for the given parameters, in the order of the gradients they come with.
  public init(_ parameters: [Parameter], momentum: Double = 0.9, weightDecay: Double = 0) {
    self.momentum = momentum
    self.weightDecay = weightDecay
    state = parameters.map { Parameter("momentum.\($0.name)", shape: $0.shape, repeating: 0) }
  }

  public func update(_ gradients: Gradients, learningRate: Double, on workers: Workers) {
    require(
      gradients.parameters.count == state.count,
      "the optimiser was made for \(state.count) parameters, got \(gradients.parameters.count)")
    stepCount += 1
    for (index, parameter) in gradients.parameters.enumerated() {
      momentumUpdate(
        parameter, gradients: gradients, buffer: state[index], isFirst: stepCount == 1,
        learningRate: learningRate, momentum: momentum,
        weightDecay: parameter.decays ? weightDecay : 0)
    }
  }
}
