extension Tape {
  /// The mean divergence of the rows' softmax from that of other rows.
  ///
  /// KL = 1/n sum_i sum_j p_ij (log p_ij - log q_ij), p_i and q_i the softmax of row i of `p` and of
  /// `q`; gradients reach both. Rows are summed in double precision. The result is 1 x 1.
  public func divergence(_ p: Tensor, from q: Tensor) -> Tensor {
    require(
      p.rows == q.rows && p.columns == q.columns,
      "divergence of \(p.rows) x \(p.columns) from \(q.rows) x \(q.columns)")
    let K = p.columns
    let rows = (0..<p.rows).map { r -> (value: Double, p: Double, q: Double) in
      let (a, b) = (p.pointer + r * K, q.pointer + r * K)
      let (normalP, normalQ) = (logSumExp(a, count: K), logSumExp(b, count: K))
      var sum = 0.0
      for j in 0..<K {
        let logP = Double(a[j]) - normalP
        sum += exponential(logP) * (logP - (Double(b[j]) - normalQ))
      }
      return (sum, normalP, normalQ)
    }
    let value = new(1, 1, needsGradient: p.needsGradient || q.needsGradient)
    value.pointer[0] = Float(rows.reduce(0) { $0 + $1.value } / Double(max(1, rows.count)))
    record(value) { [self] dy in
      let weight = Double(dy.pointer[0]) / Double(rows.count)
      let toP = p.needsGradient ? new(p.rows, K) : nil
      let toQ = q.needsGradient ? new(p.rows, K) : nil
      for (r, row) in rows.enumerated() {
        let (a, b) = (p.pointer + r * K, q.pointer + r * K)
        for j in 0..<K {
          let (logP, logQ) = (Double(a[j]) - row.p, Double(b[j]) - row.q)
          let probability = exponential(logP)
          toP?.pointer[r * K + j] = Float(weight * probability * (logP - logQ - row.value))
          toQ?.pointer[r * K + j] = Float(weight * (exponential(logQ) - probability))
        }
      }
      if let toP { pass(toP, to: p) }
      if let toQ { pass(toQ, to: q) }
    }
    return value
  }
}
