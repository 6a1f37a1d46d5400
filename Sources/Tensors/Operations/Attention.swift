// Multi-head self-attention. B sequences of T tokens, C channels, H heads of D = C / H channels.
// Source: Vaswani et al., "Attention is all you need", arXiv:1706.03762, equation 1.

extension Tape {
  /// Self-attention inside each sequence: softmax(Q K^T / sqrt(D)) V, head by head.
  ///
  /// The products work on the packed rows directly; heads are never split into buffers of their own.
  ///
  /// - Parameters:
  ///   - qkv: `[sequences * length, 3 C]`, queries, keys and values side by side.
  ///   - length: tokens of each sequence.
  ///   - heads: the number of heads.
  ///   - causal: whether a token sees only itself and the tokens before it.
  /// - Returns: `[sequences * length, C]`.
  public func attention(_ qkv: Tensor, length T: Int, heads: Int, causal: Bool) -> Tensor {
    let C = qkv.columns / 3
    let D = C / heads
    require(
      qkv.columns == 3 * heads * D && qkv.rows % T == 0,
      "\(qkv.rows) x \(qkv.columns) is not made of sequences of \(T) tokens and \(heads) heads")
    let sequences = qkv.rows / T
    let y = new(qkv.rows, C, needsGradient: qkv.needsGradient)
    let scale = 1 / Float(D).squareRoot()
    // Without a gradient one T x T block serves all heads in turn.
    let weights = new(qkv.needsGradient ? sequences * heads * T : T, T)
    for b in 0..<sequences {
      for h in 0..<heads {
        let q = qkv.pointer + b * T * 3 * C + h * D
        let p = weights.pointer + (qkv.needsGradient ? (b * heads + h) * T * T : 0)
        BLAS.product(
          transposeB: true, m: T, n: T, k: D, q, lda: 3 * C, q + C, ldb: 3 * C, p, ldc: T)
        for t in 0..<T {
          let row = p + t * T
          let seen = causal ? t + 1 : T
          softmaxRow(row, row, count: seen, scale: scale)
          for j in seen..<T { row[j] = 0 }
        }
        BLAS.product(
          m: T, n: D, k: T, p, lda: T, q + 2 * C, ldb: 3 * C, y.pointer + b * T * C + h * D, ldc: C)
      }
    }
    record(y) { [self] dy in
      let (dqkv, accumulate) = destination(qkv)
      let beta: Float = accumulate ? 1 : 0
      let dp = new(T, T)
      for b in 0..<sequences {
        for h in 0..<heads {
          let start = b * T * 3 * C + h * D
          let q = qkv.pointer + start
          let dq = dqkv + start
          let p = weights.pointer + (b * heads + h) * T * T
          let dout = dy.pointer + b * T * C + h * D
          // dV = P^T dO and dP = dO V^T
          BLAS.product(
            transposeA: true, m: T, n: D, k: T, p, lda: T, dout, ldb: C, beta: beta, dq + 2 * C,
            ldc: 3 * C)
          BLAS.product(
            transposeB: true, m: T, n: T, k: D, dout, lda: C, q + 2 * C, ldb: 3 * C, dp.pointer,
            ldc: T)
          softmaxBackward(p, dp.pointer, rows: T, columns: T, scale: scale)
          BLAS.product(
            m: T, n: D, k: T, dp.pointer, lda: T, q + C, ldb: 3 * C, beta: beta, dq, ldc: 3 * C)
          BLAS.product(
            transposeA: true, m: T, n: D, k: T, dp.pointer, lda: T, q, ldb: 3 * C, beta: beta,
            dq + C, ldc: 3 * C)
        }
      }
    }
    return y
  }
}

/// ds = scale p (dp - sum_j p_j dp_j), row by row, in place of dp.
///
/// Masked entries have p = 0.
private func softmaxBackward(_ p: Input, _ dp: Output, rows: Int, columns: Int, scale: Float) {
  let whole = columns & ~7
  for r in 0..<rows {
    let a = p + r * columns
    let d = dp + r * columns
    let inner = Lanes(repeating: dot(a, d, count: columns))
    let k = Lanes(repeating: scale)
    var j = 0
    while j < whole {
      d.store(a.lanes(j) * (d.lanes(j) - inner) * k, j)
      j += 8
    }
    while j < columns {
      d[j] = a[j] * (d[j] - inner[0]) * scale
      j += 1
    }
  }
}
