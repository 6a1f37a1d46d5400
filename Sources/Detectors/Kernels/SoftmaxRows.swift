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
