#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Tensors

/// The softmax of one row after another, with the digits that 1 - p loses.
///
/// A model that is sure gives its class p = 1 - 1e-17, which in double precision is 1. Scores made
/// of 1 - p or log p would then be ties, so here the mass of the other classes is summed apart: with
/// d_c = (z_c - max z) s and R = sum_{c != top} e^(d_c), Z = 1 + R, p_top = 1 / Z, 1 - p_top = R / Z
/// and log p_c = d_c - log Z. All rows share the scratch.
struct RowSoftmax {
  /// The class of the largest probability; the first of equal ones.
  private(set) var top = 0
  /// d_c, which is 0 for the top class and not positive for the others.
  private(set) var differences: [Double]
  /// p_c; where e^(d_c) would be below 3e-308, that over Z.
  private(set) var probabilities: [Double]
  /// 1 - p_top, to full relative precision.
  private(set) var doubt = 0.0
  /// log Z = -log p_top.
  private(set) var logSum = 0.0

  private let logits: DoubleMatrix
  private let scale: Double

  /// Prepares for the softmax of s z for the rows z of logits.
  init(_ logits: DoubleMatrix, scale: Double) {
    self.logits = logits
    self.scale = scale
    differences = [Double](repeating: 0, count: logits.columns)
    probabilities = differences
  }

  /// Computes the softmax of a row.
  mutating func read(_ row: Int) {
    // A copy of the reference, for the span must not borrow what is written below.
    let logits = logits
    let start = row * logits.columns
    let values = logits.values.span.extracting(start..<start + logits.columns)
    let largest = maximum(values)
    top = firstIndex(of: largest, in: values)
    scaledDifferences(values, minus: largest, times: scale, into: &differences)
    exponentiate(values, minus: largest, times: scale, into: &probabilities)
    probabilities[top] = 0
    let rest = sum(probabilities.span)
    doubt = rest / (1 + rest)
    logSum = log1p(rest)
    scaleInPlace(&probabilities, by: 1 / (1 + rest))
    probabilities[top] = 1 / (1 + rest)
  }
}

/// The place of the first element that equals a value which occurs.
private func firstIndex(of value: Double, in row: Span<Double>) -> Int {
  var i = 0
  while i < row.count - 1, row[i] != value { i += 1 }
  return i
}

/// (z - m) s of every element, at least -1e290: what overflows would make 0 log 0 NaN.
private func scaledDifferences(
  _ row: Span<Double>, minus maximum: Double, times scale: Double, into output: inout [Double]
) {
  var output = output.mutableSpan
  guard output.count == row.count else { fatalError("row and scratch differ in length") }
  for i in 0..<row.count {
    let difference = (row[i] - maximum) * scale
    output[i] = difference < -1e290 ? -1e290 : difference
  }
}

private func scaleInPlace(_ values: inout [Double], by factor: Double) {
  var values = values.mutableSpan
  for i in 0..<values.count { values[i] *= factor }
}
