import Tensors

/// The class with the largest logit of every row; the first of equal ones.
///
/// - Parameter classes: the classes to choose from, in ascending order, at least one.
func predictedClasses(_ logits: DoubleMatrix, among classes: [Int]) -> [Int] {
  let values = logits.values.span
  let classes = classes.span
  return (0..<logits.rows).map { row in
    let start = row * logits.columns
    var best = classes[0]
    for i in 1..<max(1, classes.count) where values[start + classes[i]] > values[start + best] {
      best = classes[i]
    }
    return best
  }
}

/// The class with the largest logit of every row; the first of equal ones.
func predictedClasses(_ logits: DoubleMatrix) -> [Int] {
  predictedClasses(logits, among: Array(0..<logits.columns))
}
