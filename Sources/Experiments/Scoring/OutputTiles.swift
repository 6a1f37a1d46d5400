import Detectors
import FileFormats
import Tensors

/// A model's outputs read from files, some images at a time.
struct OutputTiles {
  private var readers: [(field: OutputField, name: String, reader: MatrixReader)] = []
  private let patches: Int
  private let logitScale: Double
  private let head: LinearHead?
  private let makesLogits: Bool
  private var done = 0

  /// Opens the fields that are wanted.
  ///
  /// Logits stand in for cosines and the other way round; where neither is there, they are made
  /// from features and head.
  init(
    _ files: OutputFiles, fields: Set<OutputField>, logitScale: Double, head: LinearHead?
  ) throws {
    self.logitScale = logitScale
    self.head = head
    var wanted = fields.subtracting([.head])
    makesLogits =
      !wanted.isDisjoint(with: [.logits, .cosines])
      && files.fields.isDisjoint(with: [.logits, .cosines])
    if makesLogits { wanted.insert(.features) }
    if !wanted.isDisjoint(with: [.logits, .cosines]) { wanted.formUnion([.logits, .cosines]) }
    patches = files.shape(.patchCosines).map { $0[1] } ?? 0
    for field in OutputField.allCases where wanted.contains(field) {
      guard let location = files.arrays.locations[field.fileName] else { continue }
      readers.append((field, location.description, try location.reader()))
    }
  }

  /// The bytes of one image in double precision.
  var imageSize: Int { 8 * readers.reduce(0) { $0 + $1.reader.columns } }

  /// The next images, at most `limit`; nil at the end.
  ///
  /// - Throws: `FormatError` for damaged files, `ExperimentError` if one field has fewer images than
  ///   another, `DetectorError` for shapes that do not fit, with the image's place in the files.
  mutating func next(_ limit: Int) throws -> ModelOutputs? {
    var matrices: [OutputField: DoubleMatrix] = [:]
    var labels: [Int]?
    var first: (name: String, count: Int)?
    for index in readers.indices {
      let (field, name, columns) = (
        readers[index].field, readers[index].name, readers[index].reader.columns
      )
      let values = try readers[index].reader.next(limit)
      let count = values.count / columns
      if let first, first.count != count {
        let short = count < first.count ? (name, first.name) : (first.name, name)
        throw ExperimentError(
          "\(short.0) ends after \(done + min(count, first.count)) images, \(short.1) goes on")
      }
      first = first ?? (name, count)
      if field == .labels {
        labels = try classes(values, name: name)
      } else {
        let rows = field == .patchCosines ? count * patches : count
        matrices[field] = DoubleMatrix(
          rows: rows, columns: rows == 0 ? columns : values.count / rows, values: values)
      }
    }
    guard let first, first.count > 0 else { return nil }
    if makesLogits, let features = matrices[.features], let head {
      try checkDimensions(features, of: head)
      matrices[.logits] = head.logits(of: features)
    }
    defer { done += first.count }
    do {
      return try ModelOutputs(matrices, labels: labels, logitScale: logitScale, head: head)
    } catch let error as DetectorError {
      throw error.shifted(by: done)
    }
  }

  private func classes(_ values: [Double], name: String) throws -> [Int] {
    try values.enumerated().map { index, value in
      guard let label = Int(exactly: value) else {
        throw ExperimentError(
          "\(name) holds \(value) at image \(done + index), expected the number of a class")
      }
      return label
    }
  }

  private func checkDimensions(_ features: DoubleMatrix, of head: LinearHead) throws {
    guard features.columns == head.weight.columns else {
      throw ExperimentError(
        "features have \(features.columns) dimensions, expected \(head.weight.columns) as the head "
          + "weight [\(head.weight.rows), \(head.weight.columns)]")
    }
  }
}
