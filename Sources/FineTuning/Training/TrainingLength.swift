import Configuration

/// How long a training goes on: a number of passes over the shots, or a rule that makes it of them.
///
/// Files write `50`, `{1: 50, 2: 100, 8: 200}` (passes by the number of shots) or
/// `{steps_per_shot: 500}`; so `training.epochs: 5` replaces any of them.
public enum TrainingLength: Codable, Sendable, Equatable, ExpressibleByIntegerLiteral {
  /// Passes over the shots.
  case epochs(Int)
  /// Passes for each least number of shots: the entry of the largest one that is not above the
  /// task's, the first one for fewer.
  case epochsByShots([Int: Int])
  /// Optimiser steps for each shot a class; the last pass may be cut short.
  case stepsPerShot(Int)

  private static let stepsKey = "steps_per_shot"

  /// Passes over the shots.
  public init(integerLiteral epochs: Int) { self = .epochs(epochs) }

  /// Reads a number or a rule.
  public init(from decoder: any Decoder) throws {
    func fault(_ value: JSONValue) -> DecodingError {
      .dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "expected a number of epochs, {SHOTS: EPOCHS, ...} or "
            + "{\(TrainingLength.stepsKey): STEPS}, found \(value.canonicalText)"))
    }
    let value = try JSONValue(from: decoder)
    switch value {
    case .integer(let epochs):
      self = .epochs(epochs)
    case .object(let members):
      if members.count == 1, case .integer(let steps) = members[TrainingLength.stepsKey] {
        self = .stepsPerShot(steps)
        return
      }
      var epochs: [Int: Int] = [:]
      for (key, value) in members {
        guard let shots = Int(key), case .integer(let count) = value else {
          throw fault(.object(members))
        }
        epochs[shots] = count
      }
      guard !epochs.isEmpty else { throw fault(value) }
      self = .epochsByShots(epochs)
    default:
      throw fault(value)
    }
  }

  /// Writes the number or the rule.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .epochs(let epochs):
      try container.encode(epochs)
    case .epochsByShots(let epochs):
      try container.encode(
        Dictionary(uniqueKeysWithValues: epochs.map { (String($0.key), $0.value) }))
    case .stepsPerShot(let steps):
      try container.encode([TrainingLength.stepsKey: steps])
    }
  }

  /// Whether no step is taken, whatever the shots.
  public var isNone: Bool {
    switch self {
    case .epochs(let count), .stepsPerShot(let count): count == 0
    case .epochsByShots(let epochs): epochs.values.allSatisfy { $0 == 0 }
    }
  }

  /// A length that is at most so many passes.
  public func limited(toEpochs limit: Int) -> TrainingLength {
    if case .epochs(let epochs) = self { return .epochs(min(limit, epochs)) }
    return .epochs(isNone ? 0 : limit)
  }

  /// What is wrong with the numbers; nil if nothing is.
  var fault: String? {
    switch self {
    case .epochs(let count), .stepsPerShot(let count):
      return count < 0 ? "must not be negative, got \(count)" : nil
    case .epochsByShots(let epochs):
      guard let wrong = epochs.filter({ $0.key < 1 || $0.value < 0 }).min(by: { $0.key < $1.key })
      else { return nil }
      return "needs shots from 1 and epochs from 0, got \(wrong.key): \(wrong.value)"
    }
  }

  /// The steps of a training.
  ///
  /// - Parameters:
  ///   - stepsPerEpoch: the steps of a pass.
  ///   - shots: training images a class.
  func steps(stepsPerEpoch: Int, shots: Int) -> Int {
    if case .stepsPerShot(let steps) = self { return steps * shots }
    return (passes(shots: shots) ?? 0) * stepsPerEpoch
  }

  /// The passes over so many training images a class; nil for a rule of steps.
  func passes(shots: Int) -> Int? {
    switch self {
    case .epochs(let epochs):
      return epochs
    case .epochsByShots(let epochs):
      let known = epochs.keys.sorted()
      let key = known.last { $0 <= shots } ?? known.first
      return key.flatMap { epochs[$0] } ?? 0
    case .stepsPerShot:
      return nil
    }
  }
}
