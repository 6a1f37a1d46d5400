import Configuration
import Detectors
import FileFormats
import Tensors
import TestSupport
import Testing

/// A case of a fixture file: a model's outputs and the scores that detectors must give for them.
///
/// The scripts of scripts/fixtures write, for a case `c`, tensors `c.logits`, `c.features`,
/// `c.labels` and so on (any output field, with underscores), the same under `c.train.` for the
/// images that detectors are fitted to, `c.head.weight` and `c.head.bias`, and for every expectation
/// a tensor `c=knn:k=5` with one score an image. The metadata `c` holds the logit scale, if not 1.
struct DetectorCase: CustomTestStringConvertible, Sendable {
  let name: String
  private let file: SafetensorsFile

  var testDescription: String { name }

  /// All cases of a fixture file; none if it cannot be read, so suites also expect their number.
  static func all(_ fixtureName: String) -> [DetectorCase] {
    guard let file = try? SafetensorsFile(fixture(fixtureName)) else { return [] }
    let names = Set(
      file.names.compactMap { $0.contains("=") ? $0.split(separator: "=").first : nil })
    return names.sorted().map { DetectorCase(name: String($0), file: file) }
  }

  /// The outputs of the images to score.
  func outputs() throws -> ModelOutputs { try outputs("\(name).") }

  /// The outputs of the images to fit to; nil if the case has none.
  func training() throws -> ModelOutputs? {
    file.names.contains { $0.hasPrefix("\(name).train.") } ? try outputs("\(name).train.") : nil
  }

  /// The detectors, as text such as `knn:k=5`, with the scores of all images.
  func expectations() throws -> [(detector: String, scores: [Double])] {
    try file.names.filter { $0.hasPrefix("\(name)=") }.map {
      (String($0.dropFirst(name.count + 1)), try file.doubles($0))
    }
  }

  /// The scores that a detector gives, fitted if it learns.
  func scores(_ text: String) throws -> [Double] {
    var detector = try decodedDetector(text)
    if !type(of: detector).trainingNeeds.isEmpty {
      let training = try training()
      detector = try detector.fitted(to: #require(training))
    }
    return try detector.scores(for: outputs())
  }

  /// Checks every expectation of the case.
  ///
  /// - Parameters:
  ///   - tolerance: the largest error relative to the expected score.
  ///   - floor: expected scores smaller than this times the case's largest count as that large:
  ///     differences of large numbers have no more digits.
  func expectAgreement(
    tolerance: Double, floor: Double = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for (text, expected) in try expectations() {
      let found = try scores(text)
      #expect(found.count == expected.count, sourceLocation: sourceLocation)
      let least = floor * (expected.map(abs).max() ?? 0)
      for (image, (a, b)) in zip(found, expected).enumerated() {
        #expect(
          abs(a - b) <= tolerance * max(abs(b), least),
          "\(name)=\(text), image \(image): \(a), expected \(b)", sourceLocation: sourceLocation)
      }
    }
  }

  private func outputs(_ prefix: String) throws -> ModelOutputs {
    var matrices: [OutputField: DoubleMatrix] = [:]
    for field in OutputField.matrices {
      let tensor = prefix + field.rawValue.replacing("-", with: "_")
      if let matrix = try matrix(tensor) { matrices[field] = matrix }
    }
    let labels = prefix + "labels"
    let weight = try matrix("\(name).head.weight")
    let bias = "\(name).head.bias"
    return try ModelOutputs(
      matrices,
      labels: file.shape(labels) == nil ? nil : file.integers(labels).map(Int.init),
      logitScale: file.metadata[name].flatMap(Double.init) ?? 1,
      head: weight.map {
        try LinearHead(weight: $0, bias: file.shape(bias) == nil ? nil : file.doubles(bias))
      })
  }

  private func matrix(_ tensor: String) throws -> DoubleMatrix? {
    guard let shape = file.shape(tensor) else { return nil }
    return DoubleMatrix(rows: shape[0], columns: shape[1], values: try file.doubles(tensor))
  }
}

/// The detector of a text such as `knn:k=5` or `nnguide:k=5,fraction=0.5`.
func decodedDetector(_ text: String) throws -> any Detector {
  let parts = text.split(separator: ":", maxSplits: 1)
  let settings = parts.count > 1 ? parts[1].replacing("=", with: ": ") : ""
  let node = try SettingNode(yaml: "{\(parts[0]): {\(settings)}}", file: text)
  let value = try decode(node, from: DetectorRegistry.members, kind: DetectorRegistry.kind)
  return try #require(value as? any Detector)
}
