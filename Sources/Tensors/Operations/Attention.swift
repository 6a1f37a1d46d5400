// Multi-head self-attention. C channels, H heads of D = C / H channels.
// Source: Vaswani et al., "Attention is all you need", arXiv:1706.03762, equation 1.

extension Tape {
  /// Self-attention inside each sequence: softmax(Q K^T / sqrt(D)) V, head by head.
  ///
  /// The products work on the packed rows directly; heads are never split into buffers of their own.
  /// What sequences share is one operand for all of them: its scores are one product a head.
  ///
  /// - Parameters:
  ///   - qkv: `[layout.count, 3 C]`, queries, keys and values side by side.
  ///   - layout: where the sequences lie; only causal ones can share tokens.
  ///   - heads: the number of heads.
  ///   - causal: whether a token sees only itself and the tokens before it.
  /// - Returns: `[layout.count, C]`.
  public func attention(
    _ qkv: Tensor, layout: TokenLayout, heads: Int, causal: Bool
  ) -> Tensor {
    require(
      qkv.columns % (3 * heads) == 0 && qkv.rows == layout.count,
      "\(qkv.rows) x \(qkv.columns) is not made of \(layout.count) tokens and \(heads) heads")
    require(causal || !layout.isShared, "tokens are shared under a causal mask only")
    let width = qkv.columns / 3
    var blocks: [AttentionBlock] = []
    for group in layout.groups {
      if group.shared > 0 {
        blocks.append(
          AttentionBlock(
            sharedKeys: 0..<0, firstQuery: group.start, firstKey: group.start,
            queries: [group.shared], keys: [group.shared]))
      }
      let start = group.start + group.shared
      blocks.append(
        AttentionBlock(
          sharedKeys: group.start..<start, firstQuery: start, firstKey: start,
          queries: group.lengths, keys: group.lengths))
    }
    return attention(
      AttentionOperands(
        queries: qkv, others: qkv, keyColumn: width, valueColumn: 2 * width, width: width,
        heads: heads, causal: causal), blocks)
  }

  /// What one token of each sequence, which sees all others, takes from them.
  ///
  /// All that the last layer of a tower must compute when only this token is read behind it.
  ///
  /// - Parameters:
  ///   - queries: `[sequences, C]`.
  ///   - keysAndValues: `[layout.count, 2 C]`, keys and values side by side.
  ///   - layout: where the sequences lie.
  ///   - heads: the number of heads.
  /// - Returns: `[sequences, C]`.
  public func attention(
    queries: Tensor, keysAndValues: Tensor, layout: TokenLayout, heads: Int
  ) -> Tensor {
    let width = queries.columns
    require(
      queries.rows == layout.sequences && keysAndValues.rows == layout.count
        && keysAndValues.columns == 2 * width && width % heads == 0,
      "\(queries.rows) x \(width) queries do not fit \(keysAndValues.rows) x "
        + "\(keysAndValues.columns) keys and values of \(layout.sequences) sequences")
    var sequence = 0
    let blocks = layout.groups.map { group in
      defer { sequence += group.lengths.count }
      let start = group.start + group.shared
      return AttentionBlock(
        sharedKeys: group.start..<start, firstQuery: sequence, firstKey: start,
        queries: group.lengths.map { _ in 1 }, keys: group.lengths)
    }
    return attention(
      AttentionOperands(
        queries: queries, others: keysAndValues, keyColumn: 0, valueColumn: width, width: width,
        heads: heads, causal: false), blocks)
  }

  private func attention(_ operands: AttentionOperands, _ blocks: [AttentionBlock]) -> Tensor {
    let queries = operands.queries
    let others = operands.others
    let trains = queries.needsGradient || others.needsGradient
    let y = new(queries.rows, operands.width, needsGradient: trains)
    let heads = operands.heads
    let sizes = blocks.map { $0.queryCount * $0.columns }
    // Without a gradient one head's block serves all in turn.
    let weights = new(1, trains ? heads * sizes.reduce(0, +) : sizes.max() ?? 0)
    var offset = 0
    for (block, size) in zip(blocks, sizes) {
      for head in 0..<heads {
        let p = weights.pointer + (trains ? offset + head * size : 0)
        attend(operands, block, head, p, y.pointer + head * operands.size)
      }
      offset += heads * size
    }
    record(y) { [self] dy in
      let shares = blocks.contains { !$0.sharedKeys.isEmpty }
      let (dOthers, accumulates) = destination(others)
      // Shared rows get a part from every block that reads them.
      if shares && !accumulates { dOthers.update(repeating: 0, count: others.count) }
      let beta: Float = shares || accumulates ? 1 : 0
      let isOne = queries === others
      let (dQueries, queriesAccumulate) = isOne ? (dOthers, accumulates) : destination(queries)
      let queryBeta: Float = isOne ? beta : queriesAccumulate ? 1 : 0
      let dp = new(1, sizes.max() ?? 0)
      var offset = 0
      for (block, size) in zip(blocks, sizes) {
        for head in 0..<heads {
          attendBackward(
            operands, block, head, weights.pointer + offset + head * size, dp.pointer,
            dy.pointer + head * operands.size, dQueries, queryBeta, dOthers, beta)
        }
        offset += heads * size
      }
    }
    return y
  }
}

/// The matrices that attention reads, and where in their columns.
private struct AttentionOperands {
  let queries: Tensor
  /// Where keys and values are; may be the queries' own tensor.
  let others: Tensor
  let keyColumn: Int
  let valueColumn: Int
  let width: Int
  let heads: Int
  let causal: Bool

  /// Channels of a head.
  var size: Int { width / heads }

  var scale: Float { 1 / Float(size).squareRoot() }
}

/// Sequences whose queries lie below each other and see the same shared keys before their own.
private struct AttentionBlock {
  let sharedKeys: Range<Int>
  let firstQuery: Int
  let firstKey: Int
  /// The queries and the own keys of each sequence.
  let queries: [Int]
  let keys: [Int]

  var queryCount: Int { queries.reduce(0, +) }

  /// Columns of a row of weights: shared keys, then as many own ones as any sequence has.
  var columns: Int { sharedKeys.count + (keys.max() ?? 0) }

  /// Calls the body with each sequence's first query (in the block), queries, first key and keys.
  func eachSequence(_ body: (_ query: Int, _ queries: Int, _ key: Int, _ keys: Int) -> Void) {
    var query = 0
    var key = firstKey
    for (m, n) in zip(queries, keys) {
      body(query, m, key, n)
      query += m
      key += n
    }
  }
}

/// y = softmax(q k^T) v of one block and head; leaves the weights in p.
private func attend(
  _ operands: AttentionOperands, _ block: AttentionBlock, _ head: Int, _ p: Output, _ y: Output
) {
  let D = operands.size
  let S = block.sharedKeys.count
  let columns = block.columns
  let ldq = operands.queries.columns
  let ld = operands.others.columns
  let q = operands.queries.pointer + block.firstQuery * ldq + head * D
  let k = operands.others.pointer + operands.keyColumn + head * D
  let v = operands.others.pointer + operands.valueColumn + head * D
  let out = y + block.firstQuery * operands.width
  if S > 0 {
    BLAS.product(
      transposeB: true, m: block.queryCount, n: S, k: D, q, lda: ldq,
      k + block.sharedKeys.lowerBound * ld, ldb: ld, p, ldc: columns)
  }
  block.eachSequence { query, m, key, n in
    let rows = p + query * columns
    BLAS.product(
      transposeB: true, m: m, n: n, k: D, q + query * ldq, lda: ldq, k + key * ld, ldb: ld,
      rows + S, ldc: columns)
    for t in 0..<m {
      let row = rows + t * columns
      let seen = S + (operands.causal ? n - m + t + 1 : n)
      softmaxRow(row, row, count: seen, scale: operands.scale)
      for j in seen..<S + n { row[j] = 0 }
    }
    BLAS.product(
      m: m, n: D, k: n, rows + S, lda: columns, v + key * ld, ldb: ld,
      out + query * operands.width, ldc: operands.width)
  }
  if S > 0 {
    BLAS.product(
      m: block.queryCount, n: D, k: S, p, lda: columns, v + block.sharedKeys.lowerBound * ld,
      ldb: ld, beta: 1, out, ldc: operands.width)
  }
}

/// The gradients of one block and head; `dp` is room for as many weights.
private func attendBackward(
  _ operands: AttentionOperands, _ block: AttentionBlock, _ head: Int, _ p: Output, _ dp: Output,
  _ dy: Output, _ dQueries: Output, _ queryBeta: Float, _ dOthers: Output, _ beta: Float
) {
  let D = operands.size
  let S = block.sharedKeys.count
  let shared = block.sharedKeys.lowerBound
  let columns = block.columns
  let ldq = operands.queries.columns
  let ld = operands.others.columns
  let width = operands.width
  let queryStart = block.firstQuery * ldq + head * D
  let (q, dq) = (operands.queries.pointer + queryStart, dQueries + queryStart)
  let keyStart = operands.keyColumn + head * D
  let (k, dk) = (operands.others.pointer + keyStart, dOthers + keyStart)
  let valueStart = operands.valueColumn + head * D
  let (v, dv) = (operands.others.pointer + valueStart, dOthers + valueStart)
  let dout = dy + block.firstQuery * width
  let all = block.queryCount
  if S > 0 {
    // dV = P^T dO and dP = dO V^T
    BLAS.product(
      transposeA: true, m: S, n: D, k: all, p, lda: columns, dout, ldb: width, beta: 1,
      dv + shared * ld, ldc: ld)
    BLAS.product(
      transposeB: true, m: all, n: S, k: D, dout, lda: width, v + shared * ld, ldb: ld, dp,
      ldc: columns)
  }
  block.eachSequence { query, m, key, n in
    let rows = p + query * columns
    let drows = dp + query * columns
    let part = dout + query * width
    BLAS.product(
      transposeA: true, m: n, n: D, k: m, rows + S, lda: columns, part, ldb: width, beta: beta,
      dv + key * ld, ldc: ld)
    BLAS.product(
      transposeB: true, m: m, n: n, k: D, part, lda: width, v + key * ld, ldb: ld, drows + S,
      ldc: columns)
    softmaxBackward(rows, drows, rows: m, columns: S + n, stride: columns, scale: operands.scale)
    // dQ = dS K and dK = dS^T Q
    BLAS.product(
      m: m, n: D, k: n, drows + S, lda: columns, k + key * ld, ldb: ld, beta: queryBeta,
      dq + query * ldq, ldc: ldq)
    BLAS.product(
      transposeA: true, m: n, n: D, k: m, drows + S, lda: columns, q + query * ldq, ldb: ldq,
      beta: beta, dk + key * ld, ldc: ld)
  }
  if S > 0 {
    BLAS.product(
      m: all, n: D, k: S, dp, lda: columns, k + shared * ld, ldb: ld, beta: 1, dq, ldc: ldq)
    BLAS.product(
      transposeA: true, m: S, n: D, k: all, dp, lda: columns, q, ldb: ldq, beta: 1,
      dk + shared * ld, ldc: ld)
  }
}

/// ds = scale p (dp - sum_j p_j dp_j / sum_j p_j), row by row, in place of dp.
///
/// Masked entries have p = 0. Rounded weights do not sum to 1 exactly; dividing by their sum keeps
/// sum_j ds_j = 0, on which the small gradients of key projections rest.
private func softmaxBackward(
  _ p: Input, _ dp: Output, rows: Int, columns: Int, stride: Int, scale: Float
) {
  let whole = columns & ~7
  for r in 0..<rows {
    let a = p + r * stride
    let d = dp + r * stride
    let inner = Lanes(repeating: dot(a, d, count: columns) / sum(a, count: columns))
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
