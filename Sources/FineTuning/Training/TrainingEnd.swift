import FileFormats
import Optimizers
import Tensors

/// Where the end of a training is kept, so that whoever begins with the same stages takes it over.
///
/// What is kept is all that the stages change, bit for bit, and the steps and losses for the
/// report; the beginning is what preparing the stages anew gives.
public struct TrainingEnd: Sendable {
  /// The file, in a folder that exists.
  public let path: String
  /// What decides the training's numbers: an end with another fingerprint is not taken over.
  public let fingerprint: String

  /// Describes where one training's end is kept.
  public init(path: String, fingerprint: String) {
    self.path = path
    self.fingerprint = fingerprint
  }

  /// Whether there is an end that is whole and of this training.
  var isThere: Bool { TrainingState.fingerprint(of: path) == fingerprint }

  /// Takes the end over into a report and the weights of all stages, as they are before training.
  ///
  /// - Returns: whether there was one of use; if not, nothing has changed.
  func restore(_ parameters: [Parameter], _ report: inout TrainingReport) throws -> Bool {
    do {
      guard
        let numbers = try TrainingState(parameters, SGD([], momentum: 0, weightDecay: 0))
          .restore(from: path, fingerprint: fingerprint),
        let steps = numbers.first
      else { return false }
      report.steps = Int(steps)
      report.epochLosses = [Double](numbers.dropFirst())
      return true
    } catch is TrainingStateError {
      return false
    } catch is FormatError {
      return false
    }
  }

  /// Keeps what a training ended with.
  func write(_ parameters: [Parameter], _ report: TrainingReport) throws {
    try TrainingState(parameters, SGD([], momentum: 0, weightDecay: 0))
      .write(
        to: path, fingerprint: fingerprint, numbers: [Double(report.steps)] + report.epochLosses)
  }
}
