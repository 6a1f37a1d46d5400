extension Tape {
  /// Layer normalisation of each row: y = (x - mean) / sqrt(variance + epsilon) gamma + beta.
  public func layerNorm(
    _ x: Tensor, _ gamma: Parameter, _ beta: Parameter, epsilon: Float
  ) -> Tensor {
    let C = x.columns
    require(
      gamma.count == C && beta.count == C, "\(gamma.name) has \(gamma.count) channels, not \(C)")
    let y = new(
      x.rows, C, needsGradient: x.needsGradient || isTrained(gamma) || isTrained(beta))
    let stats = new(x.rows, 2)
    layerNormForward(
      x.pointer, gamma.pointer, beta.pointer, y.pointer, stats.pointer, rows: x.rows, columns: C,
      epsilon: epsilon)
    record(y) { [self] dy in
      if isTrained(gamma) || isTrained(beta) {
        layerNormBackwardScale(
          x.pointer, stats.pointer, dy.pointer, isTrained(gamma) ? gradientPointer(gamma) : nil,
          isTrained(beta) ? gradientPointer(beta) : nil, rows: x.rows, columns: C)
      }
      if x.needsGradient {
        let (dx, accumulate) = destination(x)
        layerNormBackwardInput(
          x.pointer, gamma.pointer, stats.pointer, dy.pointer, dx, rows: x.rows, columns: C,
          accumulate: accumulate)
      }
    }
    return y
  }

  /// Rows scaled to unit Euclidean length.
  public func normalized(_ x: Tensor) -> Tensor {
    let C = x.columns
    let y = new(x.rows, C, needsGradient: x.needsGradient)
    let inverses = new(x.rows, 1)
    for r in 0..<x.rows {
      let row = x.pointer + r * C
      let inverse = 1 / dot(row, row, count: C).squareRoot()
      inverses.pointer[r] = inverse
      let out = y.pointer + r * C
      for j in 0..<C { out[j] = row[j] * inverse }
    }
    // dx = (dy - y (y . dy)) / |x|
    record(y) { [self] dy in
      let (dx, accumulate) = destination(x)
      for r in 0..<x.rows {
        let out = y.pointer + r * C
        let grad = dy.pointer + r * C
        let inner = dot(out, grad, count: C)
        let inverse = inverses.pointer[r]
        let d = dx + r * C
        for j in 0..<C {
          let value = (grad[j] - out[j] * inner) * inverse
          d[j] = accumulate ? d[j] + value : value
        }
      }
    }
    return y
  }
}
