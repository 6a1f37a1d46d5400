import Configuration
import Detectors
import FileFormats
import Tensors

/// A model's outputs in files: which fields there are, in what shapes.
public struct OutputFiles {
  let arrays: NamedArrays
  /// The factor between cosines and logits that a file holds (as its logarithm, `logit_scale`).
  public let logitScale: Double?

  private static let scaleName = "logit_scale"
  private static let arrayFields = OutputField.allCases.filter { $0 != .head }

  /// Finds the fields in files given as `FILE` or `FIELD=FILE`; reads no matrix.
  ///
  /// - Parameters:
  ///   - arguments: what the option was given.
  ///   - option: the option's name for messages, such as `--test`.
  ///   - nameless: the field of an array that neither an argument nor its file names.
  /// - Throws: `FormatError` for faulty files, `ExperimentError` for fields that are unknown, given
  ///   twice, or not of a shape that fits their field and the other fields.
  public init(_ arguments: [String], option: String, nameless: OutputField) throws {
    arrays = try NamedArrays(
      arguments, option: option, known: Self.arrayFields.map(\.fileName) + [Self.scaleName],
      nameless: nameless.fileName)
    if let location = arrays.locations[Self.scaleName] {
      var reader = try location.reader()
      let values = try reader.rest()
      guard values.count == 1 else {
        throw ExperimentError(
          "\(location.description) has \(values.count) values, expected one: the logarithm of the "
            + "factor between cosines and logits")
      }
      logitScale = exponential(values[0])
    } else {
      logitScale = nil
    }
    try checkShapes()
  }

  /// The fields that are in the files.
  public var fields: Set<OutputField> {
    Set(Self.arrayFields.filter { arrays.locations[$0.fileName] != nil })
  }

  /// What was taken for which field only because nothing named it.
  public var guesses: [String] {
    Self.arrayFields.compactMap { field in
      guard let location = arrays.locations[field.fileName], location.isGuessed else { return nil }
      let shape = location.shape.map { " \($0)" } ?? ""
      return "\(location.description) is read as \(field.fileName)\(shape)"
    }
  }

  /// The fields with their shapes, for messages.
  var summary: String {
    let present = Self.arrayFields.compactMap { field in
      arrays.locations[field.fileName].map { location in
        field.fileName + (location.shape.map { " \($0)" } ?? "")
      }
    }
    return present.isEmpty ? "nothing" : present.joined(separator: ", ")
  }

  func shape(_ field: OutputField) -> [Int]? { arrays.locations[field.fileName]?.shape }

  /// Throws unless every field has the dimensions it should have and as many images as the others.
  private func checkShapes() throws {
    var reference: (name: String, shape: [Int])?
    for field in Self.arrayFields {
      guard let location = arrays.locations[field.fileName] else { continue }
      guard let shape = location.shape else {
        guard field != .patchCosines else {
          throw ExperimentError(
            "\(location.description) is a table, which cannot hold patch_cosines "
              + "\(field.shapeText); save them as .npy or .safetensors")
        }
        continue
      }
      func fault(_ expected: String) -> ExperimentError {
        ExperimentError("\(location.description) has shape \(shape), expected \(expected)")
      }
      guard field.fits(shape) else { throw fault(field.shapeText) }
      if let reference, reference.shape[0] != shape[0] {
        throw fault("\(reference.shape[0]) images as \(reference.name) \(reference.shape)")
      }
      reference = reference ?? (location.description, shape)
    }
  }
}

extension OutputField {
  /// The name of the field's tensor in files.
  public var fileName: String { String(rawValue.map { $0 == "-" ? "_" : $0 }) }

  /// The dimensions of the field's tensor, for messages.
  var shapeText: String {
    switch self {
    case .features: "[images, dimensions]"
    case .labels: "[images]"
    case .patchCosines: "[images, patches, classes]"
    case .negativeCosines: "[images, negatives]"
    case .values: "[images] or [images, 1]"
    case .logits, .cosines, .perturbedLogits, .descriptorCosines, .head: "[images, classes]"
    }
  }

  fileprivate func fits(_ shape: [Int]) -> Bool {
    switch self {
    case .labels, .values: shape.count == 1 || shape.count == 2 && shape[1] == 1
    case .patchCosines: shape.count == 3
    default: shape.count == 2
    }
  }
}
