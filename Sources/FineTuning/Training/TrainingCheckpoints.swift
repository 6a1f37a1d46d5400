import Optimizers

/// Where and how often a training keeps its state, so that it can go on after an interruption.
///
/// None of it changes a number: an interrupted training ends in the same bits.
public struct TrainingCheckpoints: Sendable {
  /// When a state is written.
  public enum Interval: Sendable, Equatable {
    /// After so many steps.
    case steps(Int)
    /// After so many seconds, and not before twenty times as long as the last writing took.
    case seconds(Double)
  }

  /// The file of the state, in a folder that exists.
  public let path: String
  /// What decides the training's numbers: a state with another fingerprint is not continued.
  public let fingerprint: String
  /// When the state is written.
  public let interval: Interval
  /// Whether the training is to stop; asked after each step.
  public let isStopping: @Sendable () -> Bool

  /// Describes the checkpoints of one training.
  public init(
    path: String, fingerprint: String, interval: Interval = .seconds(30),
    isStopping: @escaping @Sendable () -> Bool = { false }
  ) {
    self.path = path
    self.fingerprint = fingerprint
    self.interval = interval
    self.isStopping = isStopping
  }

  /// What a state of one stage carries.
  func fingerprint(stage: Int) -> String { "\(fingerprint) stage \(stage)" }

  /// The stage that the state on disk is of: the first if there is none of use.
  func stage(of count: Int) -> Int {
    guard count > 1, let stored = TrainingState.fingerprint(of: path) else { return 0 }
    return (0..<count).first { fingerprint(stage: $0) == stored } ?? 0
  }
}

/// A training that was asked to stop, and did behind a checkpoint.
public struct TrainingStopped: Error, CustomStringConvertible, Equatable {
  /// The steps that were taken.
  public let step: Int

  /// A training that stopped after so many steps.
  public init(step: Int) { self.step = step }

  public var description: String { "stopped with a checkpoint of step \(step)" }
}
