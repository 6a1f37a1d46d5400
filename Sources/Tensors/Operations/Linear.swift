/// The non-linearity between the two layers of a transformer's MLP.
public enum Activation: String, Codable, Sendable, CaseIterable {
  /// x sigmoid(1.702 x): OpenAI's released weights.
  case quickGELU = "quick_gelu"
  /// x Phi(x) with the error function: most open_clip weights.
  case gelu
  /// max(x, 0).
  case relu

  func forward(_ x: Input, _ y: Output, count: Int) {
    switch self {
    case .quickGELU: quickGELUForward(x, y, count: count)
    case .gelu: geluForward(x, y, count: count)
    case .relu: reluForward(x, y, count: count)
    }
  }

  /// The gradient by x in place of the gradient by the output.
  func backward(_ x: Input, _ d: Output, count: Int) {
    switch self {
    case .quickGELU: quickGELUBackward(x, d, count: count)
    case .gelu: geluBackward(x, d, count: count)
    case .relu: reluBackward(x, d, count: count)
    }
  }
}

extension Tape {
  /// An affine map of each row: y = x W^T + b, plus a residual where one is given.
  ///
  /// - Parameters:
  ///   - x: `[rows, in]`.
  ///   - weight: `[out, in]`.
  ///   - bias: `[out]`.
  ///   - outputs: the rows of W and the elements of b to use; all by default.
  ///   - residual: `[rows, outputs.count]`, added to the result.
  public func linear(
    _ x: Tensor, _ weight: Parameter, _ bias: Parameter? = nil, outputs range: Range<Int>? = nil,
    residual: Tensor? = nil
  ) -> Tensor {
    let inputs = weight.columns
    let range = range ?? 0..<weight.rows
    let outputs = range.count
    require(x.columns == inputs, "\(weight.name) takes \(inputs) columns, got \(x.columns)")
    require(range.upperBound <= weight.rows, "\(weight.name) has no outputs \(range)")
    let y = new(
      x.rows, outputs,
      needsGradient: x.needsGradient || isTrained(weight) || isTrained(bias)
        || residual?.needsGradient == true)
    fillRows(
      bias.map { Input($0.pointer + range.lowerBound) }, residual?.pointer, y.pointer,
      rows: x.rows, columns: outputs)
    BLAS.product(
      transposeB: true, m: x.rows, n: outputs, k: inputs, x.pointer, lda: inputs,
      weight.pointer + range.lowerBound * inputs, ldb: inputs,
      beta: bias == nil && residual == nil ? 0 : 1, y.pointer, ldc: outputs)
    record(y) { [self] dy in
      linearBackward(x, weight, bias, range, dy)
      if let residual { pass(dy, to: residual) }
    }
    return y
  }

  /// An affine map followed by a non-linearity: y = activation(x W^T + b).
  public func linear(
    _ x: Tensor, _ weight: Parameter, _ bias: Parameter?, activation: Activation
  ) -> Tensor {
    activated(linear(x, weight, bias), by: activation)
  }

  /// A non-linearity of a tensor that nothing else reads, for its memory and its gradient may be
  /// written over: y = activation(x).
  public func activated(_ inner: Tensor, by activation: Activation) -> Tensor {
    guard inner.needsGradient else {
      activation.forward(inner.pointer, inner.pointer, count: inner.count)
      return inner
    }
    let y = new(inner.rows, inner.columns, needsGradient: true)
    activation.forward(inner.pointer, y.pointer, count: y.count)
    record(y) { [self] dy in
      // `inner` has this one consumer, so its gradient may overwrite dy.
      activation.backward(inner.pointer, dy.pointer, count: dy.count)
      pass(dy, to: inner)
    }
    return y
  }

  private func linearBackward(
    _ x: Tensor, _ weight: Parameter, _ bias: Parameter?, _ range: Range<Int>, _ dy: Tensor
  ) {
    let inputs = weight.columns
    let outputs = range.count
    let first = range.lowerBound * inputs
    if x.needsGradient {
      let (dx, accumulate) = destination(x)
      BLAS.product(
        m: x.rows, n: inputs, k: outputs, dy.pointer, lda: outputs, weight.pointer + first,
        ldb: inputs, beta: accumulate ? 1 : 0, dx, ldc: inputs)
    }
    if isTrained(weight) {
      BLAS.product(
        transposeA: true, m: outputs, n: inputs, k: x.rows, dy.pointer, lda: outputs, x.pointer,
        ldb: inputs, beta: 1, gradientPointer(weight) + first, ldc: inputs)
    }
    if let bias, isTrained(bias) {
      addColumnSums(
        dy.pointer, gradientPointer(bias) + range.lowerBound, rows: x.rows, columns: outputs)
    }
  }

  /// Adds a low-rank map to a range of columns, in place: y_range += s (x A^T) B^T.
  ///
  /// The dense product B A is never formed. Source: Hu et al., "LoRA", arXiv:2106.09685, section 4.1.
  ///
  /// - Parameters:
  ///   - y: `[rows, columns]`, the output of the layer's own linear map, not yet used elsewhere.
  ///   - x: `[rows, in]`, the layer's input.
  ///   - a: `[rank, in]`.
  ///   - b: `[out, rank]`.
  ///   - scale: alpha / rank or alpha / sqrt(rank).
  ///   - column: where the range of `out` columns begins.
  public func addLowRank(
    to y: Tensor, _ x: Tensor, a: Parameter, b: Parameter, scale: Float, column: Int
  ) -> Tensor {
    let rank = a.rows
    let inputs = a.columns
    let outputs = b.rows
    require(
      b.columns == rank && x.columns == inputs && column + outputs <= y.columns,
      "\(a.name): low-rank shapes [\(rank), \(inputs)] x [\(outputs), \(b.columns)] do not fit")
    let trained = x.needsGradient || isTrained(a) || isTrained(b)
    let u = new(x.rows, rank)
    BLAS.product(
      transposeB: true, m: x.rows, n: rank, k: inputs, x.pointer, lda: inputs, a.pointer,
      ldb: inputs, u.pointer, ldc: rank)
    BLAS.product(
      transposeB: true, m: x.rows, n: outputs, k: rank, alpha: scale, u.pointer, lda: rank,
      b.pointer, ldb: rank, beta: 1, y.pointer + column, ldc: y.columns)
    guard trained else { return y }
    // The base layer may be frozen and fed by frozen layers; then nothing recorded `y` yet.
    let result = y.needsGradient ? y : y.requiringGradient()
    recordWithoutConsuming(result) { [self] dy in
      let slice = dy.pointer + column
      if isTrained(b) {
        BLAS.product(
          transposeA: true, m: outputs, n: rank, k: x.rows, alpha: scale, slice, lda: dy.columns,
          u.pointer, ldb: rank, beta: 1, gradientPointer(b), ldc: rank)
      }
      let du = new(x.rows, rank)
      BLAS.product(
        m: x.rows, n: rank, k: outputs, alpha: scale, slice, lda: dy.columns, b.pointer, ldb: rank,
        du.pointer, ldc: rank)
      if isTrained(a) {
        BLAS.product(
          transposeA: true, m: rank, n: inputs, k: x.rows, du.pointer, lda: rank, x.pointer,
          ldb: inputs, beta: 1, gradientPointer(a), ldc: inputs)
      }
      if x.needsGradient {
        let (dx, accumulate) = destination(x)
        BLAS.product(
          m: x.rows, n: inputs, k: rank, du.pointer, lda: rank, a.pointer, ldb: inputs,
          beta: accumulate ? 1 : 0, dx, ldc: inputs)
      }
    }
    return result
  }
}
