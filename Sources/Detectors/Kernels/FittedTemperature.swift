import Tensors

/// The temperature T at which the labels are likeliest: it minimises
/// -mean_i log softmax(logits_i / T)_label.
///
/// The negative log-likelihood is convex in b = 1 / T, with derivative mean(E_p[z] - z_label) and
/// second derivative mean(Var_p[z]) under p = softmax(b z), so Newton's method with a bracket finds
/// the only root to the last digits.
///
/// Where the labels are the largest logits of all images the likelihood grows without end as T falls
/// (and where they are smaller than the mean logit, as T rises). T therefore stays between 1 / 100
/// and 10,000 times the spread of the logits: the root mean square of a logit around its row's mean.
/// At a hundredth, differences of one spread are odds of e^100. Logits without spread, such as those
/// of one class, have T = 1. T is equivariant: c times the logits have c times the temperature.
func fittedTemperature(_ logits: DoubleMatrix, labels: [Int]) -> Double {
  let spread = logitSpread(logits)
  guard spread > 0 else { return 1 }
  var low = 1 / (10_000 * spread)
  var high = 100 / spread
  let likelihood = TemperatureLikelihood(logits, labels: labels)
  if likelihood.derivatives(at: low).slope >= 0 { return 1 / low }
  if likelihood.derivatives(at: high).slope <= 0 { return 1 / high }
  var b = 1 / spread
  // Bisection alone would take 120 steps to the last digit.
  for _ in 0..<200 {
    let (slope, curvature) = likelihood.derivatives(at: b)
    if slope == 0 { break }
    if slope < 0 { low = b } else { high = b }
    var next = b - slope / curvature
    if !(next > low && next < high) { next = (low * high).squareRoot() }
    let step = (next - b).magnitude
    b = next
    if step <= 2 * b.ulp { break }
  }
  return 1 / b
}

/// The negative log-likelihood as a function of the inverse temperature.
private struct TemperatureLikelihood {
  let logits: DoubleMatrix
  let labels: [Int]
  let maxima: [Double]

  init(_ logits: DoubleMatrix, labels: [Int]) {
    self.logits = logits
    self.labels = labels
    maxima = rowMaxima(logits)
  }

  /// The first and the second derivative at b.
  func derivatives(at b: Double) -> (slope: Double, curvature: Double) {
    var exponentials = [Double](repeating: 0, count: logits.columns)
    var differences = exponentials
    var slope = 0.0
    var curvature = 0.0
    for row in 0..<logits.rows {
      let start = row * logits.columns
      let values = logits.values.span.extracting(start..<start + logits.columns)
      subtract(maxima[row], from: values, into: &differences)
      exponentiate(differences.span, minus: 0, times: b, into: &exponentials)
      let total = sum(exponentials.span)
      let mean = sumOfProducts(exponentials.span, differences.span) / total
      slope += mean - differences[labels[row]]
      subtract(mean, fromAll: &differences)
      curvature += weightedSquares(exponentials.span, differences.span) / total
    }
    return (slope / Double(logits.rows), curvature / Double(logits.rows))
  }
}

/// The root mean square of the logits around the means of their rows.
private func logitSpread(_ logits: DoubleMatrix) -> Double {
  var squares = 0.0
  for row in 0..<logits.rows {
    let start = row * logits.columns
    let values = logits.values.span.extracting(start..<start + logits.columns)
    squares += sumOfSquares(values, minus: sum(values) / Double(logits.columns))
  }
  return (squares / Double(logits.values.count)).squareRoot()
}

private func subtract(_ x: Double, from row: Span<Double>, into output: inout [Double]) {
  var output = output.mutableSpan
  guard output.count == row.count else { fatalError("row and scratch differ in length") }
  for i in 0..<row.count { output[i] = row[i] - x }
}

private func subtract(_ x: Double, fromAll values: inout [Double]) {
  var values = values.mutableSpan
  for i in 0..<values.count { values[i] -= x }
}

/// sum_i w_i x_i^2.
private func weightedSquares(_ weights: Span<Double>, _ x: Span<Double>) -> Double {
  guard weights.count == x.count else { fatalError("vectors differ in length") }
  var sum = 0.0
  for i in 0..<x.count { sum += weights[i] * x[i] * x[i] }
  return sum
}
