#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Tensors

/// What the softmax of a row of logits needs: the largest logit m and Z = sum_c e^((z_c - m) s).
///
/// Then the largest softmax probability of s z is 1 / Z and its log-sum-exp is s m + log Z. All in
/// double precision: over 1,000 classes the probabilities of CLIP's cosines differ in the seventh
/// digit, and in half precision most of them are ties.
struct SoftmaxRow {
  /// The largest logit.
  let maximum: Double
  /// The sum of the exponentials of the differences to it; from 1 to the number of classes.
  let sum: Double

  /// log Z.
  var logSum: Double { log(sum) }
}

/// The reduction of every row of logits at the scale s.
///
/// Each row is reduced in a fixed order, so a score does not depend on the batch it came in.
func softmaxRows(_ logits: DoubleMatrix, scale: Double) -> [SoftmaxRow] {
  let values = logits.values.span
  var exponentials = [Double](repeating: 0, count: logits.columns)
  return rowMaxima(logits).enumerated().map { row, maximum in
    let start = row * logits.columns
    exponentiate(
      values.extracting(start..<start + logits.columns), minus: maximum, times: scale,
      into: &exponentials)
    return SoftmaxRow(maximum: maximum, sum: sum(exponentials.span))
  }
}

/// The softmax of s z for every row z, `[images, classes]`; rows sum to 1.
func softmaxProbabilities(_ logits: DoubleMatrix, scale: Double) -> DoubleMatrix {
  let values = logits.values.span
  let maxima = rowMaxima(logits)
  var exponentials = [Double](repeating: 0, count: logits.columns)
  var probabilities: [Double] = []
  probabilities.reserveCapacity(logits.values.count)
  for row in 0..<logits.rows {
    let start = row * logits.columns
    exponentiate(
      values.extracting(start..<start + logits.columns), minus: maxima[row], times: scale,
      into: &exponentials)
    let factor = 1 / sum(exponentials.span)
    for i in 0..<exponentials.count { exponentials[i] *= factor }
    probabilities.append(contentsOf: exponentials)
  }
  return DoubleMatrix(rows: logits.rows, columns: logits.columns, values: probabilities)
}

/// The largest value of every row.
func rowMaxima(_ matrix: DoubleMatrix) -> [Double] {
  let values = matrix.values.span
  return (0..<matrix.rows).map { row in
    let start = row * matrix.columns
    return maximum(values.extracting(start..<start + matrix.columns))
  }
}

/// The largest value of a row.
private func maximum(_ row: Span<Double>) -> Double {
  let whole = row.count & ~7
  var top = SIMD8<Double>(repeating: -.infinity)
  var i = 0
  while i < whole {
    // A slice of known length has no bounds checks left, and its loads become one.
    let v = row.extracting(i..<i &+ 8)
    let lanes = SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
    top.replace(with: lanes, where: lanes .> top)
    i &+= 8
  }
  var result = -Double.infinity
  for lane in 0..<8 where top[lane] > result { result = top[lane] }
  while i < row.count {
    if row[i] > result { result = row[i] }
    i &+= 1
  }
  return result
}

/// e^((z - m) s) of every element; a plain loop that the compiler vectorises.
private func exponentiate(
  _ row: Span<Double>, minus maximum: Double, times scale: Double, into output: inout [Double]
) {
  var output = output.mutableSpan
  // Stated here so that the loop needs no bounds checks.
  guard output.count == row.count else { fatalError("row and scratch differ in length") }
  for i in 0..<row.count { output[i] = exponential((row[i] - maximum) * scale) }
}

/// The sum in eight interleaved lanes: fixed order, four times as fast as one chain.
func sum(_ values: Span<Double>) -> Double {
  let whole = values.count & ~7
  var lanes = SIMD8<Double>.zero
  var i = 0
  while i < whole {
    let v = values.extracting(i..<i &+ 8)
    lanes += SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
    i &+= 8
  }
  var total = lanes.sum()
  while i < values.count {
    total += values[i]
    i &+= 1
  }
  return total
}

/// e^x for x <= 0, relative error below 2.3e-16; below -708 the value of e^-708, which is 3e-308.
///
/// x = n ln 2 + r with ln 2 in two parts (Cody and Waite), then the Taylor polynomial of degree 13,
/// whose remainder on |r| <= ln 2 / 2 is 4e-18. The library's `exp` is a call per element.
@inline(__always)
private func exponential(_ input: Double) -> Double {
  let x = input < -708 ? -708 : input
  // Adding 1.5 * 2^52 rounds to an integer that sits in the low mantissa bits.
  let magic = 6_755_399_441_055_744.0
  let shifted = magic.addingProduct(x, 1.442_695_040_888_963_4)
  let n = shifted - magic
  var r = x.addingProduct(n, -6.931_471_803_691_238e-1)
  r = r.addingProduct(n, -1.908_214_929_270_587_7e-10)
  var p = (1.0 / 479_001_600).addingProduct(r, 1.0 / 6_227_020_800)
  p = (1.0 / 39_916_800).addingProduct(r, p)
  p = (1.0 / 3_628_800).addingProduct(r, p)
  p = (1.0 / 362_880).addingProduct(r, p)
  p = (1.0 / 40_320).addingProduct(r, p)
  p = (1.0 / 5040).addingProduct(r, p)
  p = (1.0 / 720).addingProduct(r, p)
  p = (1.0 / 120).addingProduct(r, p)
  p = (1.0 / 24).addingProduct(r, p)
  p = (1.0 / 6).addingProduct(r, p)
  p = 0.5.addingProduct(r, p)
  p = 1.0.addingProduct(r, p)
  p = 1.0.addingProduct(r, p)
  return Double(bitPattern: p.bitPattern &+ (shifted.bitPattern &<< 52))
}
