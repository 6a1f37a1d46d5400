import FileFormats
import FoundationEssentials
import Tensors

/// A training at rest: weights, optimiser state, step and a few numbers, kept exactly.
///
/// All random draws are functions of seed and step, so this is all that a training needs to go on
/// as if it had never stopped, bit for bit.
public struct TrainingState {
  private let parameters: [Parameter]
  private let optimizer: any Optimizer

  /// Describes a training whose weights have names of their own.
  public init(_ weights: [Parameter], _ optimizer: any Optimizer) {
    parameters = weights + optimizer.state
    self.optimizer = optimizer
  }

  /// Writes the state; an interrupted write leaves the older file.
  ///
  /// - Parameters:
  ///   - path: the file, in a folder that exists.
  ///   - fingerprint: what the training that goes on must agree on.
  ///   - numbers: what else it needs, for example losses.
  public func write(to path: String, fingerprint: String, numbers: [Double] = []) throws {
    var writer = SafetensorsWriter(metadata: [
      "step": "\(optimizer.stepCount)", "fingerprint": fingerprint,
      "sha256": TrainingState.hash(
        parameters.map { ($0.name, $0.values) }, numbers, step: optimizer.stepCount),
    ])
    for parameter in parameters {
      writer.add(parameter.name, shape: parameter.shape, floats: parameter.values)
    }
    writer.add(TrainingState.numbersName, shape: [numbers.count], doubles: numbers)
    try writer.write(to: path)
  }

  /// Takes a state over from a file, if there is one.
  ///
  /// - Returns: the numbers; nil if there is no such file.
  /// - Throws: `TrainingStateError` for another training's file, `FormatError` for a damaged one.
  ///   Then nothing has changed.
  public func restore(from path: String, fingerprint: String) throws -> [Double]? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let file = try SafetensorsFile(path)
    guard let step = file.metadata["step"].flatMap(Int.init), step >= 0,
      file.metadata["fingerprint"] == fingerprint
    else { throw TrainingStateError.otherTraining(path) }
    let values = try parameters.map { parameter in
      guard let shape = file.shape(parameter.name), shape == parameter.shape else {
        throw TrainingStateError.otherShape(
          path, parameter.name, found: file.shape(parameter.name) ?? [], expected: parameter.shape)
      }
      return try file.floats(parameter.name)
    }
    let numbers = try file.doubles(TrainingState.numbersName)
    let named = zip(parameters, values).map { ($0.name, $1) }
    guard file.metadata["sha256"] == TrainingState.hash(named, numbers, step: step) else {
      throw FormatError(
        path: path, message: "its numbers are not those it was written with; delete the file")
    }
    // Only a file that is whole changes anything.
    for (parameter, values) in zip(parameters, values) { parameter.values = values }
    optimizer.stepCount = step
    return numbers
  }

  private static let numbersName = "training.numbers"

  /// What the training of a state must agree on; nil if there is no such file or it is damaged.
  public static func fingerprint(of path: String) -> String? {
    guard FileManager.default.fileExists(atPath: path), let file = try? SafetensorsFile(path),
      let step = file.metadata["step"].flatMap(Int.init),
      let numbers = try? file.doubles(numbersName)
    else { return nil }
    let named = file.names.filter { $0 != numbersName }
      .compactMap { name in (try? file.floats(name)).map { (name, $0) } }
    guard file.metadata["sha256"] == hash(named, numbers, step: step) else { return nil }
    return file.metadata["fingerprint"]
  }

  /// The hash of all numbers, in the order of their names.
  private static func hash(
    _ values: [(name: String, values: [Float])], _ numbers: [Double], step: Int
  ) -> String {
    var hasher = SHA256.Hasher()
    hasher.update("\(step) ")
    for (name, values) in values.sorted(by: { $0.name < $1.name }) {
      hasher.update("\(name) ")
      hasher.update(values)
    }
    for number in numbers { hasher.update("\(number.bitPattern) ") }
    return hasher.finalize()
  }
}

/// A file that is no state of the training that would go on from it.
public enum TrainingStateError: Error, CustomStringConvertible, Equatable {
  /// Settings, data or program differ.
  case otherTraining(String)
  /// A weight has another shape or is missing.
  case otherShape(String, String, found: [Int], expected: [Int])

  public var description: String {
    switch self {
    case .otherTraining(let path): "\(path): a checkpoint of another training"
    case .otherShape(let path, let name, let found, let expected):
      "\(path): '\(name)' has shape \(found), expected \(expected); delete the file to start anew"
    }
  }
}
