// Optimiser updates: one pass over a weight, its gradient and its state, by fixed tiles.

private let tile = 1 << 15

/// One AdamW step, with decoupled weight decay applied first, as PyTorch does.
///
/// p -= lr wd p; m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2;
/// p -= lr / (1 - b1^t) m / (sqrt(v / (1 - b2^t)) + eps).
/// Source: Loshchilov, Hutter, arXiv:1711.05101, algorithm 2, in PyTorch's form.
///
/// - Parameters:
///   - parameter: the weight.
///   - gradients: holds its reduced gradient.
///   - first: the running mean of gradients, of the weight's size.
///   - second: the running mean of squares.
///   - step: the number of this step, counted from 1.
public func adamWUpdate(
  _ parameter: Parameter, gradients: Gradients, first: Parameter, second: Parameter, step: Int,
  learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double,
  on workers: Workers
) {
  var power1 = 1.0
  var power2 = 1.0
  for _ in 0..<step {
    power1 *= beta1
    power2 *= beta2
  }
  let size = Lanes(repeating: Float(-learningRate / (1 - power1)))
  let inverse = Lanes(repeating: Float(1 / (1 - power2).squareRoot()))
  let keep = Lanes(repeating: Float(1 - learningRate * weightDecay))
  let b1 = Lanes(repeating: Float(beta1))
  let c1 = Lanes(repeating: Float(1 - beta1))
  let b2 = Lanes(repeating: Float(beta2))
  let c2 = Lanes(repeating: Float(1 - beta2))
  let eps = Lanes(repeating: Float(epsilon))
  nonisolated(unsafe) let p = parameter.pointer
  nonisolated(unsafe) let g = gradients.pointer(parameter, slot: 0)
  nonisolated(unsafe) let m = first.pointer
  nonisolated(unsafe) let v = second.pointer
  let count = parameter.count
  workers.forEach((count + tile - 1) / tile) { index in
    var i = index * tile
    let end = min(i + tile, count)
    while i < end {
      let grad = g.lanes(i)
      let mean = (m.lanes(i) * b1).addingProduct(grad, c1)
      let square = (v.lanes(i) * b2).addingProduct(grad * grad, c2)
      m.store(mean, i)
      v.store(square, i)
      let root = square.squareRoot() * inverse + eps
      p.store((p.lanes(i) * keep).addingProduct(mean / root, size), i)
      i += 8
    }
  }
}

/// One step of stochastic gradient descent with momentum and L2 weight decay, as PyTorch's.
///
/// g += wd p; b = mu b + g (b = g at the first step); p -= lr b.
///
/// - Parameters:
///   - parameter: the weight.
///   - gradients: holds its reduced gradient.
///   - buffer: the momentum, of the weight's size.
///   - isFirst: whether the momentum starts here.
public func momentumUpdate(
  _ parameter: Parameter, gradients: Gradients, buffer: Parameter, isFirst: Bool,
  learningRate: Double, momentum: Double, weightDecay: Double
) {
  let mu = Lanes(repeating: isFirst ? 0 : Float(momentum))
  let decay = Lanes(repeating: Float(weightDecay))
  let rate = Lanes(repeating: Float(-learningRate))
  let p = parameter.pointer
  let g = gradients.pointer(parameter, slot: 0)
  let b = buffer.pointer
  var i = 0
  while i < parameter.count {
    let weight = p.lanes(i)
    let velocity = g.lanes(i).addingProduct(weight, decay).addingProduct(b.lanes(i), mu)
    b.store(velocity, i)
    p.store(weight.addingProduct(velocity, rate), i)
    i += 8
  }
}
