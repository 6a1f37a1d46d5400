import Tensors

extension DoubleMatrix {
  /// The shape as messages show it.
  var shapeText: String { "[\(rows), \(columns)]" }
}

extension ModelOutputs {
  /// Throws unless every field has its rows.
  func checkRows(against first: OutputField) throws {
    for field in OutputField.matrices {
      guard let matrix = matrices[field] else { continue }
      let fits =
        field == .patchCosines
        ? (count == 0 ? matrix.rows == 0 : matrix.rows > 0 && matrix.rows % count == 0)
        : matrix.rows == count
      if !fits {
        throw DetectorError(
          "\(field.rawValue) have shape \(matrix.shapeText), expected "
            + (field == .patchCosines ? "a multiple of " : "") + "\(count) rows as the "
            + "\(first.rawValue) \(matrices[first]?.shapeText ?? "")")
      }
    }
  }

  /// Throws unless every field with a column a class has the same classes, at least one.
  func checkClasses() throws {
    var reference: (OutputField, DoubleMatrix)?
    for field in OutputField.matrices where field.hasClassColumns {
      guard let matrix = matrices[field] else { continue }
      if matrix.columns == 0 {
        throw DetectorError(
          "\(field.rawValue) have shape \(matrix.shapeText), expected [images, classes] with a "
            + "class")
      }
      if let (other, expected) = reference, expected.columns != matrix.columns {
        throw DetectorError(
          "\(field.rawValue) have shape \(matrix.shapeText), expected \(expected.columns) columns "
            + "as the \(other.rawValue) \(expected.shapeText)")
      }
      reference = reference ?? (field, matrix)
    }
    if let values = matrices[.values], values.columns != 1 {
      throw DetectorError("values have shape \(values.shapeText), expected [images, 1]")
    }
  }

  func checkLabels() throws {
    guard let labels else { return }
    if labels.count != count {
      let shape = classScores ?? matrices[.features]
      throw DetectorError(
        "\(labels.count) labels for outputs of shape \(shape?.shapeText ?? "[\(count)]"), expected "
          + "\(count), one a row")
    }
    if let index = labels.firstIndex(where: { $0 < 0 || $0 >= classCount ?? .max }) {
      throw DetectorError(
        "label \(labels[index]) of image \(index) is no class, expected 0 ..< "
          + "\(classCount.map(String.init) ?? "number of classes")")
    }
  }

  func checkHead() throws {
    guard let head else { return }
    let weight = head.weight.shapeText
    if let classScores, head.weight.rows != classScores.columns {
      throw DetectorError(
        "head weight has shape \(weight), expected \(classScores.columns) rows, one a class of the "
          + "logits \(classScores.shapeText)")
    }
    if let features = matrices[.features], features.columns != head.weight.columns {
      throw DetectorError(
        "features have shape \(features.shapeText), expected \(head.weight.columns) columns as the "
          + "head weight \(weight)")
    }
  }
}
