extension Tape {
  /// Similarities of each row with a group of rows of its own.
  ///
  /// y_ij = e^s sum_k a_ik b_(i m + j)k.
  ///
  /// - Parameters:
  ///   - a: `[n, channels]`, normalised rows for cosines.
  ///   - b: `[n * m, channels]`, the group of the first row of `a`, then that of the second.
  ///   - logScale: the logarithm of the logit scale.
  /// - Returns: `[n, m]`.
  public func groupedSimilarities(_ a: Tensor, _ b: Tensor, logScale: Parameter) -> Tensor {
    let n = a.rows
    let m = b.rows / max(1, n)
    let C = a.columns
    require(
      b.columns == C && b.rows == n * m,
      "\(b.rows) x \(b.columns) is not made of groups for \(n) rows of \(C) channels")
    let scale = Float(exponential(Double(logScale.pointer[0])))
    let y = new(n, m, needsGradient: a.needsGradient || b.needsGradient || isTrained(logScale))
    for i in 0..<n {
      BLAS.product(
        transposeB: true, m: 1, n: m, k: C, alpha: scale, a.pointer + i * C, lda: C,
        b.pointer + i * m * C, ldb: C, y.pointer + i * m, ldc: m)
    }
    record(y) { [self] dy in
      if a.needsGradient {
        let (da, accumulate) = destination(a)
        for i in 0..<n {
          BLAS.product(
            m: 1, n: C, k: m, alpha: scale, dy.pointer + i * m, lda: m, b.pointer + i * m * C,
            ldb: C, beta: accumulate ? 1 : 0, da + i * C, ldc: C)
        }
      }
      if b.needsGradient {
        let (db, accumulate) = destination(b)
        for i in 0..<n {
          BLAS.product(
            transposeA: true, m: m, n: C, k: 1, alpha: scale, dy.pointer + i * m, lda: m,
            a.pointer + i * C, ldb: C, beta: accumulate ? 1 : 0, db + i * m * C, ldc: C)
        }
      }
      // d/ds of e^s a b is y itself.
      if isTrained(logScale) {
        gradientPointer(logScale)[0] += Float(preciseDot(dy.pointer, y.pointer, count: y.count))
      }
    }
    return y
  }

  /// A function of `x` whose elements are computed in pieces, and once more for the gradient: what
  /// lies between is never kept, so memory is that of one piece.
  ///
  /// Gradients flow to `x` alone; parameters count as frozen, and a tape that trains some is refused.
  /// Source: Chen et al., "Training deep nets with sublinear memory cost", arXiv:1604.06174.
  ///
  /// - Parameters:
  ///   - x: what all pieces read.
  ///   - rows: the rows of the result.
  ///   - columns: its columns.
  ///   - pieces: ranges of its elements in row-major order, one after the other.
  ///   - piece: the elements of a range, any shape in row-major order.
  public func recomputed(
    _ x: Tensor, rows: Int, columns: Int, pieces: [Range<Int>],
    _ piece: @escaping (Tape, Tensor, Range<Int>) -> Tensor
  ) -> Tensor {
    require(!trainsParameters, "what is computed again has no gradient of parameters")
    let y = new(rows, columns, needsGradient: x.needsGradient)
    let workspace = workspace
    var next = 0
    for range in pieces {
      require(range.lowerBound == next, "a piece starts at \(range.lowerBound), not at \(next)")
      let part = piece(
        Tape(workspace: workspace), Tensor(viewing: x.pointer, rows: x.rows, columns: x.columns),
        range)
      require(part.count == range.count, "\(part.count) elements for the piece \(range)")
      (y.pointer + range.lowerBound).update(from: part.pointer, count: range.count)
      next = range.upperBound
    }
    require(next == y.count, "the pieces end at \(next), the result has \(y.count) elements")
    record(y) { [self] dy in
      let (dx, accumulate) = destination(x)
      if !accumulate { dx.update(repeating: 0, count: x.count) }
      for range in pieces {
        let tape = Tape(workspace: workspace, gradients: Gradients(of: [], slots: 1))
        let input = tape.new(x.rows, x.columns, needsGradient: true)
        input.pointer.update(from: x.pointer, count: x.count)
        let part = piece(tape, input, range)
        let seed = Matrix(
          rows: part.rows, columns: part.columns,
          values: [Float](
            UnsafeBufferPointer(start: dy.pointer + range.lowerBound, count: range.count)))
        tape.backward(part, seed: seed)
        if let gradient = input.gradient {
          addInPlace(gradient.pointer, dx, count: x.count)
        }
      }
    }
    return y
  }
}
