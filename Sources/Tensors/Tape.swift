/// Records coarse operations and runs their vector-Jacobian products in reverse.
///
/// An operation is recorded only where something upstream trains, so frozen parts cost neither
/// gradient nor memory: their intermediate tensors go back to the workspace at once. Every operation
/// lies in a file with its forward pass and, beside it, its hand-written backward pass. One tape
/// serves one shard; it is used by one thread at a time, which is why `Sendable` is unchecked.
public final class Tape: @unchecked Sendable {
  let workspace: Workspace
  let gradients: Gradients?
  let slot: Int
  /// Where tensors come from that are computed again for the way back, if any are.
  ///
  /// Nil where all are kept (see `recomputed`). One thread at a time uses it, and it may be another
  /// one for the way back.
  public var scratch: Workspace?
  /// Where random draws of a training step stand; nil where nothing is to be drawn, as in scoring.
  public let draws: DrawPosition?
  private var operations: [() -> Void] = []

  /// Creates a tape.
  ///
  /// - Parameters:
  ///   - workspace: where tensors come from.
  ///   - gradients: where gradients of trainable parameters are summed; without it nothing is
  ///     recorded and all parameters count as frozen. Gradients of no parameter leave those of
  ///     variables: what an input's gradient takes.
  ///   - slot: the slot of `gradients` that belongs to this tape.
  ///   - draws: where random draws stand; nil switches dropout off.
  public init(
    workspace: Workspace, gradients: Gradients? = nil, slot: Int = 0, draws: DrawPosition? = nil
  ) {
    self.workspace = workspace
    self.gradients = gradients
    self.slot = slot
    self.draws = draws
  }

  /// Runs all recorded operations backwards and forgets them.
  ///
  /// - Parameters:
  ///   - output: the tensor whose gradient is given.
  ///   - seed: the gradient of the loss by the output; 1 when the output is the loss itself.
  public func backward(_ output: Tensor, seed: Matrix? = nil) {
    if output.needsGradient {
      let gradient = new(output.rows, output.columns)
      if let seed {
        require(
          seed.rows == output.rows && seed.columns == output.columns,
          "the seed is \(seed.rows) x \(seed.columns), the output \(output.rows) x \(output.columns)"
        )
        gradient.pointer.update(from: seed.values, count: seed.values.count)
      } else {
        gradient.pointer.update(repeating: 1, count: gradient.count)
      }
      output.gradient = gradient
    }
    run()
  }

  /// Runs all recorded operations backwards from a gradient that is already a tensor.
  func unwind(_ output: Tensor, gradient: Tensor) {
    output.gradient = gradient
    run()
  }

  private func run() {
    while let operation = operations.popLast() { operation() }
  }

  /// Records the backward pass of an operation that made `output`.
  ///
  /// The closure gets the output's gradient, which is then released unless the closure keeps it.
  func record(_ output: Tensor, _ backward: @escaping (Tensor) -> Void) {
    guard output.needsGradient else { return }
    operations.append {
      guard let gradient = output.gradient else { return }
      output.gradient = nil
      backward(gradient)
    }
  }

  /// Records a backward pass that looks at the gradient and leaves it for the operation below.
  func recordWithoutConsuming(_ output: Tensor, _ backward: @escaping (Tensor) -> Void) {
    guard output.needsGradient else { return }
    operations.append {
      if let gradient = output.gradient { backward(gradient) }
    }
  }

  func new(_ rows: Int, _ columns: Int, needsGradient: Bool = false) -> Tensor {
    Tensor(rows: rows, columns: columns, needsGradient: needsGradient, in: workspace)
  }

  /// The buffer to write a gradient of `x` into, and whether it already holds a part of the sum.
  func destination(_ x: Tensor) -> (pointer: Output, accumulate: Bool) {
    if let gradient = x.gradient { return (gradient.pointer, true) }
    let gradient = new(x.rows, x.columns)
    x.gradient = gradient
    return (gradient.pointer, false)
  }

  /// Gives a whole gradient tensor to `x`: kept if it is the first, added otherwise.
  func pass(_ gradient: Tensor, to x: Tensor) {
    guard x.needsGradient else { return }
    if let sum = x.gradient {
      addInPlace(gradient.pointer, sum.pointer, count: x.count)
    } else {
      x.gradient = gradient
    }
  }

  func isTrained(_ parameter: Parameter?) -> Bool {
    parameter?.isTrainable == true && gradients?.parameters.isEmpty == false
  }

  /// Whether the tape sums the gradient of any parameter.
  var trainsParameters: Bool { gradients?.parameters.isEmpty == false }

  func gradientPointer(_ parameter: Parameter) -> Output {
    guard let gradients else { fatalError("a tape without gradients cannot train") }
    return gradients.pointer(parameter, slot: slot)
  }

  // MARK: Leaves

  /// A tensor with the given values; gradients stop here.
  public func constant(_ matrix: Matrix) -> Tensor {
    let tensor = new(matrix.rows, matrix.columns)
    tensor.pointer.update(from: matrix.values, count: matrix.values.count)
    return tensor
  }

  /// A tensor with the given values that collects a gradient.
  public func variable(_ matrix: Matrix) -> Tensor {
    let tensor = new(matrix.rows, matrix.columns, needsGradient: true)
    tensor.pointer.update(from: matrix.values, count: matrix.values.count)
    return tensor
  }

  /// A parameter seen as a tensor; its gradient is summed into this tape's slot.
  public func tensor(_ parameter: Parameter) -> Tensor {
    tensor(parameter, rows: parameter.rows, columns: parameter.columns)
  }
}
