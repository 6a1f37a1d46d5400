import Tensors

/// How far training has moved features.
///
/// The mean over rows of 1 - cos(f, f0), in 0 ... 2, f the features, f0 those before training.
/// Double precision; exactly 0 where no number has changed. The cosine of features with those of the model
/// before training is also KgCoOp's term for texts (Yao et al., CVPR 2023, arXiv:2303.13283,
/// equation 3).
enum FeatureDrift {
  /// The drift of a matrix; nil where the features have another dimension or there are none.
  ///
  /// A row of zeros has no direction: it counts 0 beside another one, else 1.
  static func mean(of features: Matrix, from start: Matrix) -> Double? {
    guard features.rows == start.rows, features.columns == start.columns, features.rows > 0 else {
      return nil
    }
    let (new, old) = (DoubleMatrix(features), DoubleMatrix(start))
    let rows = [Int](0..<new.rows)
    let products = new.dotProducts(withRowsOf: old, rows)
    // By the same sums, so that equal rows have the cosine 1 to the last bit.
    let (newNorms, oldNorms) = (
      new.dotProducts(withRowsOf: new, rows), old.dotProducts(withRowsOf: old, rows)
    )
    var sum = 0.0
    for row in rows {
      let size = (newNorms[row] * oldNorms[row]).squareRoot()
      if size > 0 {
        sum += 1 - products[row] / size
      } else if newNorms[row] != oldNorms[row] {
        sum += 1
      }
    }
    return sum / Double(rows.count)
  }
}
