extension Tape {
  /// Runs a part of a network of which, on a tape with `scratch`, only the result is kept.
  ///
  /// The part's intermediate tensors lie in `scratch` and go back to it at once; on the way back the
  /// part runs again, recorded, before its gradients are computed. The same operations on the same
  /// numbers give the same bits, and gradients are summed in the same order, so no bit depends on it:
  /// memory is bought with one more way forward. Source: Chen, Xu, Zhang, Guestrin, "Training deep
  /// nets with sublinear memory cost", arXiv:1604.06174, section 3.
  ///
  /// - Parameters:
  ///   - x: what the part reads; other tensors that it reads must need no gradient.
  ///   - parameters: all that the part may train.
  ///   - part: a function of its tape and its input that gives the same each time.
  public func recomputed(
    _ x: Tensor, parameters: [Parameter], _ part: @escaping (Tape, Tensor) -> Tensor
  ) -> Tensor {
    guard let scratch, x.needsGradient || parameters.contains(where: { isTrained($0) }) else {
      return part(self, x)
    }
    // Neither the tape nor its input trains, so nothing is recorded.
    let made = part(
      Tape(workspace: scratch, draws: draws),
      Tensor(viewing: x.pointer, rows: x.rows, columns: x.columns))
    let output = new(made.rows, made.columns, needsGradient: true)
    output.pointer.update(from: made.pointer, count: made.count)
    record(output) { [self] gradient in
      guard let scratch = self.scratch else { fatalError("a tape lost its scratch memory") }
      let tape = Tape(workspace: scratch, gradients: gradients, slot: slot, draws: draws)
      let input = x.needsGradient ? x.requiringGradient() : x
      // What other readers of x have sent back comes first in the sum, as without recomputation.
      if x.needsGradient {
        input.gradient = x.gradient
        x.gradient = nil
      }
      tape.unwind(part(tape, input), gradient: gradient)
      if x.needsGradient { x.gradient = input.gradient }
    }
    return output
  }
}
