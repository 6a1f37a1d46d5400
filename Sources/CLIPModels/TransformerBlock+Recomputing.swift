import Tensors

extension TransformerBlock {
  /// What the block makes of all tokens, of which a tape with `scratch` keeps the result alone.
  func recomputed(_ tape: Tape, _ x: Tensor, layout: TokenLayout, causal: Bool) -> Tensor {
    tape.recomputed(x, parameters: parameters + adapterParameters) { [self] tape, x in
      self(tape, x, layout: layout, causal: causal)
    }
  }
}
