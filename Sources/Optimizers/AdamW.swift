import Tensors

/// Adam with decoupled weight decay, with PyTorch's update.
///
/// Source: Loshchilov, Hutter, "Decoupled weight decay regularization", arXiv:1711.05101.
public final class AdamW: Optimizer {
  private let beta1: Double
  private let beta2: Double
  private let epsilon: Double
  private let weightDecay: Double
  private let first: [Parameter]
  private let second: [Parameter]
  public var stepCount = 0

  /// Creates the state for the given parameters, in the order of the gradients they come with.
  ///
  /// Decay skips parameters whose `decays` is false.
  public init(
    _ parameters: [Parameter], beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
  ) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    first = parameters.map { Parameter("exp_avg.\($0.name)", shape: $0.shape, repeating: 0) }
    second = parameters.map { Parameter("exp_avg_sq.\($0.name)", shape: $0.shape, repeating: 0) }
  }

  public var state: [Parameter] { first + second }

  public func update(_ gradients: Gradients, learningRate: Double, on workers: Workers) {
    require(
      gradients.parameters.count == first.count,
      "the optimiser was made for \(first.count) parameters, got \(gradients.parameters.count)")
    stepCount += 1
    for (index, parameter) in gradients.parameters.enumerated() {
      adamWUpdate(
        parameter, gradients: gradients, first: first[index], second: second[index],
        step: stepCount, learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
        weightDecay: parameter.decays ? weightDecay : 0, on: workers)
    }
  }
}
