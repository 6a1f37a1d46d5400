extension Tape {
  /// Similarities of all pairs of rows: y = e^s a b^T with the log of the scale `s` a scalar.
  ///
  /// - Parameters:
  ///   - a: `[n, channels]`, normalised rows for cosines.
  ///   - b: `[m, channels]`.
  ///   - logScale: the logarithm of the logit scale.
  /// - Returns: `[n, m]`.
  public func similarities(_ a: Tensor, _ b: Tensor, logScale: Parameter) -> Tensor {
    require(a.columns == b.columns, "features of \(a.columns) and \(b.columns) channels")
    let scale = Float(exponential(Double(logScale.pointer[0])))
    let n = a.rows
    let m = b.rows
    let C = a.columns
    let y = new(
      n, m, needsGradient: a.needsGradient || b.needsGradient || isTrained(logScale))
    BLAS.product(
      transposeB: true, m: n, n: m, k: C, alpha: scale, a.pointer, lda: C, b.pointer, ldb: C,
      y.pointer, ldc: m)
    record(y) { [self] dy in
      if a.needsGradient {
        let (da, accumulate) = destination(a)
        BLAS.product(
          m: n, n: C, k: m, alpha: scale, dy.pointer, lda: m, b.pointer, ldb: C,
          beta: accumulate ? 1 : 0, da, ldc: C)
      }
      if b.needsGradient {
        let (db, accumulate) = destination(b)
        BLAS.product(
          transposeA: true, m: m, n: C, k: n, alpha: scale, dy.pointer, lda: m, a.pointer, ldb: C,
          beta: accumulate ? 1 : 0, db, ldc: C)
      }
      // d/ds of e^s a b^T is y itself.
      if isTrained(logScale) {
        gradientPointer(logScale)[0] += Float(preciseDot(dy.pointer, y.pointer, count: y.count))
      }
    }
    return y
  }

  /// Mean cross-entropy of the rows' softmax against one class each.
  ///
  /// loss = -1/n sum_i log softmax(logits_i)_(label_i); with smoothing e the target puts 1 - e on
  /// the label and e / classes on every class, as PyTorch's `label_smoothing`.
  /// Rows are summed in double precision. The result is 1 x 1.
  public func crossEntropy(_ logits: Tensor, labels: [Int], smoothing: Float = 0) -> Tensor {
    require(labels.count == logits.rows, "\(labels.count) labels for \(logits.rows) rows")
    let K = logits.columns
    var sum = 0.0
    for (r, label) in labels.enumerated() {
      require(label >= 0 && label < K, "label \(label) of \(K) classes")
      let row = logits.pointer + r * K
      let normalizer = logSumExp(row, count: K)
      var target = Double(row[label])
      if smoothing > 0 {
        var mean = 0.0
        for j in 0..<K { mean += Double(row[j]) }
        target = (1 - Double(smoothing)) * target + Double(smoothing) * mean / Double(K)
      }
      sum += normalizer - target
    }
    let loss = new(1, 1, needsGradient: logits.needsGradient)
    loss.pointer[0] = Float(sum / Double(labels.count))
    record(loss) { [self] dy in
      let weight = dy.pointer[0] / Float(labels.count)
      let d = new(logits.rows, K)
      for (r, label) in labels.enumerated() {
        let out = d.pointer + r * K
        softmaxRow(logits.pointer + r * K, out, count: K, scale: 1)
        for j in 0..<K { out[j] = weight * (out[j] - smoothing / Float(K)) }
        out[label] -= weight * (1 - smoothing)
      }
      pass(d, to: logits)
    }
    return loss
  }

  /// Mean cross-entropy of the rows' softmax against a distribution each.
  ///
  /// loss = -1/n sum_i sum_c t_ic log softmax(logits_i)_c, t the targets mixed with the uniform
  /// distribution by `smoothing`, as PyTorch takes probabilities as targets. Rows are summed in double
  /// precision. The result is 1 x 1.
  ///
  /// - Parameter targets: `[n, classes]`, rows of sum 1.
  public func crossEntropy(_ logits: Tensor, targets: Matrix, smoothing: Float = 0) -> Tensor {
    let K = logits.columns
    require(
      targets.rows == logits.rows && targets.columns == K,
      "targets \(targets.rows) x \(targets.columns) for logits \(logits.rows) x \(K)")
    let mixed = targets.values.map { (1 - smoothing) * $0 + smoothing / Float(K) }
    var sum = 0.0
    for r in 0..<logits.rows {
      let row = logits.pointer + r * K
      let normalizer = logSumExp(row, count: K)
      for j in 0..<K where mixed[r * K + j] != 0 {
        sum += Double(mixed[r * K + j]) * (normalizer - Double(row[j]))
      }
    }
    let loss = new(1, 1, needsGradient: logits.needsGradient)
    loss.pointer[0] = Float(sum / Double(logits.rows))
    record(loss) { [self] dy in
      let weight = dy.pointer[0] / Float(logits.rows)
      let d = new(logits.rows, K)
      for r in 0..<logits.rows {
        let out = d.pointer + r * K
        softmaxRow(logits.pointer + r * K, out, count: K, scale: 1)
        var total: Float = 0
        for j in 0..<K { total += mixed[r * K + j] }
        for j in 0..<K { out[j] = weight * (total * out[j]) - weight * mixed[r * K + j] }
      }
      pass(d, to: logits)
    }
    return loss
  }

  /// The transpose.
  public func transposed(_ x: Tensor) -> Tensor {
    let y = new(x.columns, x.rows, needsGradient: x.needsGradient)
    for r in 0..<x.rows {
      for j in 0..<x.columns { y.pointer[j * x.rows + r] = x.pointer[r * x.columns + j] }
    }
    record(y) { [self] dy in
      let (dx, accumulate) = destination(x)
      for r in 0..<x.rows {
        for j in 0..<x.columns {
          let g = dy.pointer[j * x.rows + r]
          let i = r * x.columns + j
          dx[i] = accumulate ? dx[i] + g : g
        }
      }
    }
    return y
  }

  /// A weighted sum of two tensors of one shape: y = a x + b z.
  public func combination(_ x: Tensor, _ a: Float, _ z: Tensor, _ b: Float) -> Tensor {
    require(x.rows == z.rows && x.columns == z.columns, "a sum needs equal shapes")
    let y = new(x.rows, x.columns, needsGradient: x.needsGradient || z.needsGradient)
    scaled(x.pointer, a, y.pointer, count: x.count)
    addScaled(z.pointer, b, y.pointer, count: x.count)
    record(y) { [self] dy in
      for (source, factor) in [(x, a), (z, b)] where source.needsGradient {
        let (d, accumulate) = destination(source)
        if accumulate {
          addScaled(dy.pointer, factor, d, count: source.count)
        } else {
          scaled(dy.pointer, factor, d, count: source.count)
        }
      }
    }
    return y
  }

  /// A multiple of a tensor: y = a x.
  public func multiplied(_ x: Tensor, by factor: Float) -> Tensor {
    let y = new(x.rows, x.columns, needsGradient: x.needsGradient)
    scaled(x.pointer, factor, y.pointer, count: x.count)
    record(y) { [self] dy in
      let (dx, accumulate) = destination(x)
      if accumulate {
        addScaled(dy.pointer, factor, dx, count: x.count)
      } else {
        scaled(dy.pointer, factor, dx, count: x.count)
      }
    }
    return y
  }

  /// The symmetric contrastive loss of CLIP on a square matrix of image-text logits.
  ///
  /// loss = (CE(logits, diagonal) + CE(logits^T, diagonal)) / 2.
  /// Source: Radford et al., arXiv:2103.00020, figure 3.
  public func contrastiveLoss(_ logits: Tensor) -> Tensor {
    let diagonal = [Int](0..<logits.rows)
    return combination(
      crossEntropy(logits, labels: diagonal), 0.5,
      crossEntropy(transposed(logits), labels: diagonal), 0.5)
  }

  /// The symmetric contrastive loss of pairs of which several may belong together.
  ///
  /// loss = (CE(logits, Q) + CE(logits^T, Q)) / 2, Q_ij = 1 / (size of i's group) where i and j are of
  /// one group, else 0. With groups of one it is `contrastiveLoss(_:)`. Source: Yang et al.,
  /// arXiv:2204.03610, section 3.2.
  ///
  /// - Parameters:
  ///   - logits: `[n, n]`.
  ///   - groups: the group of each pair; pairs of a group are positives of each other.
  public func contrastiveLoss(_ logits: Tensor, positives groups: [Int]) -> Tensor {
    let n = logits.rows
    require(groups.count == n, "\(groups.count) groups for \(n) pairs")
    var sizes: [Int: Float] = [:]
    for group in groups { sizes[group, default: 0] += 1 }
    var targets = Matrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n where groups[i] == groups[j] {
        targets[i, j] = 1 / (sizes[groups[i]] ?? 1)
      }
    }
    return combination(
      crossEntropy(logits, targets: targets), 0.5,
      crossEntropy(transposed(logits), targets: targets), 0.5)
  }
}
