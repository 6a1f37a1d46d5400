extension Tape {
  /// Each element times a constant of its own: y = x * factors.
  ///
  /// - Parameter factors: of the shape of `x`; a mask of 0 and 1 / (1 - rate) is dropout.
  public func multiplied(_ x: Tensor, by factors: Matrix) -> Tensor {
    require(
      factors.rows == x.rows && factors.columns == x.columns,
      "\(factors.rows) x \(factors.columns) factors of \(x.rows) x \(x.columns) numbers")
    let y = new(x.rows, x.columns, needsGradient: x.needsGradient)
    let mask = constant(factors)
    for i in 0..<x.count { y.pointer[i] = x.pointer[i] * mask.pointer[i] }
    record(y) { [self] dy in
      let (dx, accumulate) = destination(x)
      if accumulate {
        for i in 0..<x.count { dx[i] += dy.pointer[i] * mask.pointer[i] }
      } else {
        for i in 0..<x.count { dx[i] = dy.pointer[i] * mask.pointer[i] }
      }
    }
    return y
  }
}
