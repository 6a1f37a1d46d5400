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
///
/// - Throws: `DetectorError` with the first row that holds NaN or an infinity.
func softmaxRows(_ logits: Matrix, scale: Double) throws -> [SoftmaxRow] {
  let maxima = try rowMaxima(logits)
  let values = logits.values.span
  var exponentials = [Double](repeating: 0, count: logits.columns)
  var rows: [SoftmaxRow] = []
  rows.reserveCapacity(logits.rows)
  for row in 0..<logits.rows {
    let start = row * logits.columns
    exponentiate(
      values.extracting(start..<start + logits.columns), minus: maxima[row], times: scale,
      into: &exponentials)
    rows.append(SoftmaxRow(maximum: maxima[row], sum: sum(exponentials.span)))
  }
  return rows
}

/// The largest value of every row.
///
/// - Throws: `DetectorError` with the first row that holds NaN or an infinity.
func rowMaxima(_ matrix: Matrix) throws -> [Double] {
  let values = matrix.values.span
  var maxima = [Double](repeating: 0, count: matrix.rows)
  for row in 0..<matrix.rows {
    let start = row * matrix.columns
    let top = maximum(values.extracting(start..<start + matrix.columns))
    if top.isNaN {
      throw DetectorError(
        "logits of image \(row) hold NaN or an infinity, expected finite numbers; "
          + "was the model's output overflowing in half precision?")
    }
    maxima[row] = Double(top)
  }
  return maxima
}

/// The largest value, or NaN if any value is not finite.
private func maximum(_ row: Span<Float>) -> Float {
  let whole = row.count & ~7
  var top = SIMD8<Float>(repeating: -.infinity)
  // Zero times a number that is not finite is NaN and stays in the sum.
  var check = SIMD8<Float>.zero
  var i = 0
  while i < whole {
    // A slice of known length has no bounds checks left, and its loads become one.
    let v = row.extracting(i..<i &+ 8)
    let lanes = SIMD8(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7])
    top.replace(with: lanes, where: lanes .> top)
    check = check.addingProduct(lanes, SIMD8(repeating: 0))
    i &+= 8
  }
  var result = -Float.infinity
  var sum = check.sum()
  for lane in 0..<8 where top[lane] > result { result = top[lane] }
  while i < row.count {
    if row[i] > result { result = row[i] }
    sum += row[i] * 0
    i &+= 1
  }
  return result + sum
}

/// e^((z - m) s) of every element; a plain loop that the compiler vectorises.
private func exponentiate(
  _ row: Span<Float>, minus maximum: Double, times scale: Double, into output: inout [Double]
) {
  var output = output.mutableSpan
  // Stated here so that the loop needs no bounds checks.
  guard output.count == row.count else { fatalError("row and scratch differ in length") }
  for i in 0..<row.count { output[i] = exponential((Double(row[i]) - maximum) * scale) }
}

/// The sum in eight interleaved lanes: fixed order, four times as fast as one chain.
private func sum(_ values: Span<Double>) -> Double {
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
