import Detectors
import FileFormats
import Tensors

extension LinearHead {
  /// Reads `weight` `[classes, dimensions]` and, if it is there, `bias` `[classes]`.
  ///
  /// - Parameter arguments: what `--head` was given: `FILE` or `weight=FILE`, `bias=FILE`.
  /// - Throws: `FormatError` for faulty files, `ExperimentError` or `DetectorError` for shapes that
  ///   do not fit.
  public init(files arguments: [String]) throws {
    let arrays = try NamedArrays(
      arguments, option: "--head", known: ["weight", "bias"], nameless: "weight")
    guard let weight = arrays.locations["weight"] else {
      throw ExperimentError("--head: \(arguments.joined(separator: ", ")) hold no weight")
    }
    var reader = try weight.reader()
    if let shape = reader.shape, shape.count != 2 {
      throw ExperimentError(
        "\(weight.description) has shape \(shape), expected [classes, dimensions]")
    }
    let values = try reader.rest()
    var biasReader = try arrays.locations["bias"]?.reader()
    try self.init(
      weight: DoubleMatrix(
        rows: values.count / reader.columns, columns: reader.columns, values: values),
      bias: biasReader?.rest())
  }

  /// The logits `[images, classes]` of features `[images, dimensions]`, in double precision.
  func logits(of features: DoubleMatrix) -> DoubleMatrix {
    var logits = features.multiplied(byTransposeOf: weight)
    for row in 0..<logits.rows {
      for column in 0..<logits.columns { logits[row, column] += bias[column] }
    }
    return logits
  }
}
