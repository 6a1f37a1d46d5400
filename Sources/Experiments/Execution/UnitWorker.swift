import Configuration

/// Whatever runs units one after the other: this process, or a child that may die.
public protocol UnitWorker: Sendable {
  /// Runs a unit until its record is published, and says what became of it.
  func run(_ task: UnitTask, report: (UnitProgress) -> Void) -> UnitOutcome
}

/// What became of a unit.
public enum UnitOutcome: Sendable, Equatable {
  /// Its record is there; the seconds it took.
  case published(seconds: Double)
  /// It has no record, for this reason.
  case failed(UnitFailure)
  /// It was asked to stop; what training did so far is in its checkpoint.
  case stopped

  /// The members of an event.
  public var json: JSONValue {
    switch self {
    case .published(let seconds):
      .object(["outcome": .string("published"), "seconds": .number(seconds)])
    case .failed(let failure):
      .object(["outcome": .string("failed"), "failure": failure.json])
    case .stopped: .object(["outcome": .string("stopped")])
    }
  }

  /// Reads what `json` gives; nil for anything else.
  public init?(_ json: JSONValue) {
    switch json["outcome"]?.string {
    case "published":
      guard let seconds = json["seconds"]?.double else { return nil }
      self = .published(seconds: seconds)
    case "failed":
      guard let failure = json["failure"].flatMap(UnitFailure.init) else { return nil }
      self = .failed(failure)
    case "stopped": self = .stopped
    default: return nil
    }
  }
}
