import Tensors

/// The columns of a field that a detector was fitted to, against which later ones are checked.
struct FittedShape: Sendable {
  let field: OutputField
  let columns: Int
  /// What it was fitted to, for messages.
  private let source: String

  /// The shape of a matrix of the images that it was fitted to.
  init(_ matrix: DoubleMatrix, _ field: OutputField) {
    self.field = field
    columns = matrix.columns
    source = "\(field.rawValue) \(matrix.shapeText)"
  }

  /// The logits of a head with a weight `[classes, dimensions]`.
  init(logitsOf weight: DoubleMatrix) {
    field = .logits
    columns = weight.rows
    source = "a head weight \(weight.shapeText)"
  }

  /// The error of a matrix with other columns.
  func refusal(of matrix: DoubleMatrix, for detector: String) -> DetectorError {
    DetectorError(
      "\(detector): \(field.rawValue) have shape \(matrix.shapeText), expected \(columns) columns, "
        + "since it was fitted to \(source)")
  }
}

extension ModelOutputs {
  /// A field with as many columns as the one that the detector was fitted to.
  ///
  /// - Throws: `DetectorError` with both shapes, or for what `matrix(_:for:)` refuses.
  func matrix(fitting shape: FittedShape, for detector: String) throws -> DoubleMatrix {
    let matrix = try matrix(shape.field, for: detector)
    guard matrix.columns == shape.columns else { throw shape.refusal(of: matrix, for: detector) }
    return matrix
  }

  /// A field of the images to fit to, of which there must be some.
  func trainingMatrix(_ field: OutputField, for detector: String) throws -> DoubleMatrix {
    let matrix = try matrix(field, for: detector)
    guard matrix.rows > 0, matrix.columns > 0 else {
      throw DetectorError(
        "\(detector) cannot be fitted to \(field.rawValue) of shape \(matrix.shapeText)")
    }
    return matrix
  }
}
