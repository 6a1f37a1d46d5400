// What scores make of one row's softmax.
extension RowSoftmax {
  /// sum_c p_c log p_c, from -log C to 0.
  var negativeEntropy: Double {
    // Both terms are at most zero: no digits are lost. Where p_c is zero, d_c is finite.
    sumOfProducts(probabilities.span, differences.span) - logSum
  }

  /// 1 - sum_c p_c^2, from 0 to 1 - 1 / C.
  var disagreement: Double {
    let span = probabilities.span
    let before = span.extracting(..<top)
    let after = span.extracting((top + 1)...)
    let others = sumOfProducts(before, before) + sumOfProducts(after, after)
    // 1 - p_top^2 = (1 - p_top)(1 + p_top).
    return doubt * (1 + probabilities[top]) - others
  }

  /// sum_c (p_c - 1 / C)^2 / C.
  var variance: Double {
    let classes = Double(probabilities.count)
    return sumOfSquares(probabilities.span, minus: 1 / classes) / classes
  }

  /// sum_c |C p_c - 1|.
  var distanceFromUniform: Double {
    sumOfMagnitudes(probabilities.span, times: Double(probabilities.count), minus: 1)
  }
}
