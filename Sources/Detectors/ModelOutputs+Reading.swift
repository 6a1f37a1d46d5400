import Tensors

// Detectors read through these functions, so a missing field or a number that is not finite is
// refused in one place and in the same words.
extension ModelOutputs {
  /// A matrix field that a detector needs; for cosines see `cosines(for:)`.
  ///
  /// - Parameters:
  ///   - field: the field.
  ///   - detector: the detector's name, for the message.
  /// - Throws: `DetectorError` if the field is not there or not finite.
  public func matrix(_ field: OutputField, for detector: String) throws -> DoubleMatrix {
    if field == .logits { return try logits(for: detector) }
    guard let matrix = matrices[field] else { throw missing(field, detector) }
    let rowsPerImage = field == .patchCosines ? max(1, patchesPerImage) : 1
    try checkFinite(matrix, field, rowsPerImage: rowsPerImage)
    return matrix
  }

  /// The logits `[images, classes]`.
  ///
  /// - Throws: `DetectorError` if there are neither logits nor cosines, and for NaN or infinities.
  public func logits(for detector: String) throws -> DoubleMatrix {
    if let logits = matrices[.logits] {
      try checkFinite(logits, .logits)
      return logits
    }
    guard var cosines = matrices[.cosines] else { throw missing(.logits, detector) }
    try checkFinite(cosines, .cosines)
    if logitScale != 1 {
      for i in 0..<cosines.values.count { cosines.values[i] *= logitScale }
    }
    return cosines
  }

  /// The cosines as a matrix `[images, classes]` and the unit of its values: cosine = value * unit.
  ///
  /// The unit spares a copy of the logits. A head with a bias makes logits that are not scaled
  /// cosines; over the scale they are what the published codes take for cosines.
  ///
  /// - Throws: `DetectorError` if there are neither logits nor cosines, and for NaN or infinities.
  public func cosines(for detector: String) throws -> (matrix: DoubleMatrix, unit: Double) {
    if let cosines = matrices[.cosines] {
      try checkFinite(cosines, .cosines)
      return (cosines, 1)
    }
    guard let logits = matrices[.logits] else { throw missing(.cosines, detector) }
    try checkFinite(logits, .logits)
    return (logits, 1 / logitScale)
  }

  /// The class of each image.
  ///
  /// - Throws: `DetectorError` if there are no labels.
  public func labels(for detector: String) throws -> [Int] {
    guard let labels else { throw missing(.labels, detector) }
    return labels
  }

  /// The layer from features to logits.
  ///
  /// - Throws: `DetectorError` if there is none.
  public func head(for detector: String) throws -> LinearHead {
    guard let head else { throw missing(.head, detector) }
    return head
  }

  private func missing(_ field: OutputField, _ detector: String) -> DetectorError {
    let present = OutputField.allCases.filter(fields.contains).map(\.rawValue)
    return DetectorError(
      "\(detector) needs \(field.rawValue), which these outputs lack; they have "
        + present.joined(separator: ", "))
  }
}
