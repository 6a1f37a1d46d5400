import Tensors

/// log sum_c e^(W z + b)_c of every row z of features `[images, dimensions]`.
///
/// - Throws: `DetectorError` if features and head do not fit, and for an energy that overflows.
func headEnergies(
  _ features: DoubleMatrix, _ head: LinearHead, for detector: String
) throws -> [Double] {
  guard features.columns == head.weight.columns else {
    throw DetectorError(
      "\(detector): features have shape \(features.shapeText), expected \(head.weight.columns) "
        + "columns as the head weight \(head.weight.shapeText)")
  }
  var logits = features.multiplied(byTransposeOf: head.weight)
  addBias(head.bias, to: &logits)
  let energies = softmaxRows(logits, scale: 1).map { $0.maximum + $0.logSum }
  if let image = energies.firstIndex(where: { !$0.isFinite }) {
    throw DetectorError(
      image: image,
      "\(detector): the logits of the changed features overflow; are features and head in a sane "
        + "range, and is the percentile low enough to keep some activations?")
  }
  return energies
}

private func addBias(_ bias: [Double], to logits: inout DoubleMatrix) {
  guard bias.contains(where: { $0 != 0 }) else { return }
  let classes = logits.columns
  var values = logits.values.mutableSpan
  for start in stride(from: 0, to: values.count, by: classes) {
    for c in 0..<classes { values[start + c] += bias[c] }
  }
}
