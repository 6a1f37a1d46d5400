import Configuration

/// Why a unit has no record.
public struct UnitFailure: Error, Sendable, Equatable {
  /// What went wrong, for people.
  public var message: String
  /// What the unit was doing, such as `train 12/50`.
  public var phase: String
  /// The signal that ended its process, if one did.
  public var signal: Int?
  /// The most memory its process was seen to hold, in bytes.
  public var peakMemory: Int?
  /// Whether the next unit would fail in the same way: results cannot be written.
  public var concernsAll = false

  /// Describes a failure.
  public init(_ message: String, phase: String = "") {
    self.message = message
    self.phase = phase
  }

  /// The members of its file and of its event.
  public var json: JSONValue {
    var members: [String: JSONValue] = ["error": .string(message), "phase": .string(phase)]
    members["signal"] = signal.map { .integer($0) }
    members["peak_memory"] = peakMemory.map { .integer($0) }
    if concernsAll { members["concerns_all"] = .bool(true) }
    return .object(members)
  }

  /// Reads what `json` gives; nil for anything else.
  public init?(_ json: JSONValue) {
    guard let message = json["error"]?.string, let phase = json["phase"]?.string else {
      return nil
    }
    self.init(message, phase: phase)
    if case .integer(let signal) = json["signal"] { self.signal = signal }
    if case .integer(let bytes) = json["peak_memory"] { peakMemory = bytes }
    concernsAll = json["concerns_all"] == .bool(true)
  }
}
