import Configuration

/// A unit of a sweep as it travels to whoever runs it; as text, one line of JSON.
public struct UnitTask: Sendable {
  /// The place in the sweep, from 0.
  public let index: Int
  /// The cell in words.
  public let cell: String
  /// The run id that the record must get.
  public let runID: String
  /// Which try this is, from 1: earlier ones have failed.
  public let attempt: Int
  /// What to run.
  public let settings: UnitSettings

  /// Describes a unit.
  public init(index: Int, cell: String, runID: String, attempt: Int = 1, settings: UnitSettings) {
    self.index = index
    self.cell = cell
    self.runID = runID
    self.attempt = attempt
    self.settings = settings
  }

  /// The line of JSON, without its end.
  public func line() throws -> String {
    var members: [String: JSONValue] = [
      "index": .integer(index), "cell": .string(cell), "run": .string(runID),
      "attempt": .integer(attempt), "settings": try Configuration.settings(of: settings),
    ]
    // Settings are stored by their values; the record is to have the preset's name, too.
    members["label"] = .string(settings.method.label)
    return JSONValue.object(members).canonicalText
  }

  /// Reads a line that `line()` made.
  ///
  /// - Throws: `ConfigurationError`, `DecodingError` or `ExperimentError` for another one.
  public init(line: String) throws {
    let json = try JSONValue(parsing: line, name: "unit")
    guard case .integer(let index) = json["index"], case .integer(let attempt) = json["attempt"],
      let cell = json["cell"]?.string, let runID = json["run"]?.string,
      let stored = json["settings"]
    else {
      throw ExperimentError("a unit has index, cell, run, attempt and settings, found: \(line)")
    }
    var settings = try decode(UnitSettings.self, from: stored)
    if let label = json["label"]?.string {
      settings.method = Chosen(settings.method.value, label: label)
    }
    self.init(index: index, cell: cell, runID: runID, attempt: attempt, settings: settings)
  }
}
