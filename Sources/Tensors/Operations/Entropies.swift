extension Tape {
  /// The mean entropy of some rows' softmax, `[1, 1]`; 0 of no rows.
  ///
  /// H = -1/n sum_i sum_j p_ij log(p_ij + epsilon), p_i the softmax of row i. Rows are summed in double
  /// precision; rows that are not named cost nothing and get no gradient.
  ///
  /// - Parameters:
  ///   - logits: `[rows, classes]`.
  ///   - rows: the rows to average over, each at most once.
  ///   - epsilon: keeps the logarithm finite; 1e-5 in LoCoOp's code.
  public func meanEntropy(_ logits: Tensor, rows: [Int], epsilon: Double) -> Tensor {
    let K = logits.columns
    for row in rows { require(row >= 0 && row < logits.rows, "row \(row) of \(logits.rows)") }
    let y = new(1, 1, needsGradient: logits.needsGradient && !rows.isEmpty)
    let p = new(1, K)
    var sum = 0.0
    for row in rows {
      softmaxRow(logits.pointer + row * K, p.pointer, count: K, scale: 1)
      for j in 0..<K {
        let probability = Double(p.pointer[j])
        sum -= probability * logarithm(probability + epsilon)
      }
    }
    y.pointer[0] = rows.isEmpty ? 0 : Float(sum / Double(rows.count))
    // dH/dz_j = p_j (g_j - sum_k p_k g_k), g_j = dH/dp_j = -log(p_j + epsilon) - p_j / (p_j + epsilon)
    record(y) { [self] dy in
      let weight = Double(dy.pointer[0]) / Double(rows.count)
      let (d, accumulate) = destination(logits)
      if !accumulate { d.update(repeating: 0, count: logits.count) }
      let p = new(1, K)
      var slopes = [Double](repeating: 0, count: K)
      for row in rows {
        softmaxRow(logits.pointer + row * K, p.pointer, count: K, scale: 1)
        var mean = 0.0
        for j in 0..<K {
          let probability = Double(p.pointer[j])
          let shifted = probability + epsilon
          slopes[j] = -logarithm(shifted) - probability / shifted
          mean += probability * slopes[j]
        }
        let out = d + row * K
        for j in 0..<K { out[j] += Float(weight * Double(p.pointer[j]) * (slopes[j] - mean)) }
      }
    }
    return y
  }
}
