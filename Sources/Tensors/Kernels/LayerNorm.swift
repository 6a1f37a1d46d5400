// Layer normalisation over the last axis. C channels (columns) in each of R rows.
// Source: Ba, Kiros, Hinton, "Layer Normalization", arXiv:1607.06450, equation 4.

@inline(__always)
private func total(_ a: Lanes, _ b: Lanes) -> Float { (a + b).sum() }

/// y = (x - mean) rstd gamma + beta; `stats` receives mean and rstd of each row.
func layerNormForward(
  _ x: Input, _ gamma: Input, _ beta: Input, _ y: Output, _ stats: Output, rows: Int, columns: Int,
  epsilon: Float
) {
  let whole = columns & ~15
  let inverse = 1 / Float(columns)
  for r in 0..<rows {
    let row = x + r * columns
    let out = y + r * columns
    var s0 = Lanes.zero
    var s1 = Lanes.zero
    var j = 0
    while j < whole {
      s0 += row.lanes(j)
      s1 += row.lanes(j + 8)
      j += 16
    }
    var sum = total(s0, s1)
    while j < columns {
      sum += row[j]
      j += 1
    }
    let mean = sum * inverse
    let m = Lanes(repeating: mean)
    // Two passes: the variance of centred values does not cancel.
    s0 = .zero
    s1 = .zero
    j = 0
    while j < whole {
      let a = row.lanes(j) - m
      let b = row.lanes(j + 8) - m
      s0 = s0.addingProduct(a, a)
      s1 = s1.addingProduct(b, b)
      j += 16
    }
    sum = total(s0, s1)
    while j < columns {
      sum += (row[j] - mean) * (row[j] - mean)
      j += 1
    }
    let rstd = 1 / (sum * inverse + epsilon).squareRoot()
    stats[2 * r] = mean
    stats[2 * r + 1] = rstd
    let k = Lanes(repeating: rstd)
    j = 0
    while j < whole {
      out.store(beta.lanes(j).addingProduct((row.lanes(j) - m) * k, gamma.lanes(j)), j)
      out.store(
        beta.lanes(j + 8).addingProduct((row.lanes(j + 8) - m) * k, gamma.lanes(j + 8)), j + 8)
      j += 16
    }
    while j < columns {
      out[j] = (row[j] - mean) * rstd * gamma[j] + beta[j]
      j += 1
    }
  }
}

/// dx = rstd (g - mean(g) - xhat mean(g xhat)) with g = dy gamma, written or added to `dx`.
func layerNormBackwardInput(
  _ x: Input, _ gamma: Input, _ stats: Input, _ dy: Input, _ dx: Output, rows: Int, columns: Int,
  accumulate: Bool
) {
  let whole = columns & ~7
  let inverse = 1 / Float(columns)
  for r in 0..<rows {
    let row = x + r * columns
    let grad = dy + r * columns
    let out = dx + r * columns
    let mean = stats[2 * r]
    let rstd = stats[2 * r + 1]
    let m = Lanes(repeating: mean)
    let k = Lanes(repeating: rstd)
    var sg = Lanes.zero
    var sgx = Lanes.zero
    var j = 0
    while j < whole {
      let g = grad.lanes(j) * gamma.lanes(j)
      sg += g
      sgx = sgx.addingProduct(g, (row.lanes(j) - m) * k)
      j += 8
    }
    var meanG = sg.sum()
    var meanGX = sgx.sum()
    while j < columns {
      let g = grad[j] * gamma[j]
      meanG += g
      meanGX += g * (row[j] - mean) * rstd
      j += 1
    }
    meanG *= inverse
    meanGX *= inverse
    let vg = Lanes(repeating: meanG)
    let vgx = Lanes(repeating: meanGX)
    j = 0
    while j < whole {
      let g = grad.lanes(j) * gamma.lanes(j)
      let d = (g - vg - (row.lanes(j) - m) * k * vgx) * k
      out.store(accumulate ? out.lanes(j) + d : d, j)
      j += 8
    }
    while j < columns {
      let d = (grad[j] * gamma[j] - meanG - (row[j] - mean) * rstd * meanGX) * rstd
      out[j] = accumulate ? out[j] + d : d
      j += 1
    }
  }
}

/// dgamma += sum over rows of dy xhat; dbeta += sum over rows of dy.
func layerNormBackwardScale(
  _ x: Input, _ stats: Input, _ dy: Input, _ dGamma: Output?, _ dBeta: Output?, rows: Int,
  columns: Int
) {
  for r in 0..<rows {
    let row = x + r * columns
    let grad = dy + r * columns
    let mean = stats[2 * r]
    let rstd = stats[2 * r + 1]
    if let dGamma {
      for j in 0..<columns { dGamma[j] += grad[j] * ((row[j] - mean) * rstd) }
    }
    if let dBeta {
      for j in 0..<columns { dBeta[j] += grad[j] }
    }
  }
}
