import Configuration

/// The immutable record of one unit: what was run, what came out, and where.
public struct UnitRecord: Sendable, Equatable {
  /// The version of the format that this program reads and writes.
  public static let schema = 1

  /// Everything that decided the numbers.
  public var identity: RunIdentity
  /// Metrics of the classification as fractions: `accuracy` on the in-distribution test set,
  /// `accuracy/SPLIT` under a covariate shift.
  public var metrics: [String: Double]
  /// What training did; nil where nothing is trained.
  public var training: TrainingFacts?
  /// The metrics of each detector on each split.
  public var results: [ResultRow]
  /// Program, machine and libraries; not compared.
  public var env: JSONValue
  /// Seconds by phase; not compared.
  public var timing: [String: Double]

  /// Creates a record.
  public init(
    identity: RunIdentity, metrics: [String: Double], training: TrainingFacts?,
    results: [ResultRow], env: JSONValue = .object([:]), timing: [String: Double] = [:]
  ) {
    self.identity = identity
    self.metrics = metrics
    self.training = training
    self.results = results
    self.env = env
    self.timing = timing
  }

  /// The run id.
  public func runID() throws -> String { try identity.runID() }

  /// The SHA-256 of the part that every machine must reproduce: all but `env` and `timing`.
  public func resultSHA256() throws -> String {
    sha256(ofCanonical: .object(try deterministicMembers()))
  }

  /// The text of the record's file: one member a line, keys sorted, final newline.
  ///
  /// Throws if a number is not finite.
  public func text() throws -> String {
    var members = try deterministicMembers()
    members["result_sha256"] = .string(sha256(ofCanonical: .object(members)))
    members["env"] = env
    members["timing"] = try settings(of: timing)
    return JSONValue.object(members).prettyText
  }

  private func deterministicMembers() throws -> [String: JSONValue] {
    guard case .object(var members) = try settings(of: Body(self)) else {
      throw ResultsError("a record is no JSON object")
    }
    members["run"] = .string(try runID())
    return members
  }

  /// Reads a record and checks its format, its run id and its hash.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file.
  ///   - name: the file, for messages.
  ///   - expectedID: the run id that the file's name states.
  /// - Throws: `ConfigurationError` for malformed JSON, else `ResultsError`.
  public init(parsing bytes: [UInt8], name: String, expectedID: String? = nil) throws {
    let json = try JSONValue(parsing: bytes, name: name)
    guard json["schema"] == .integer(UnitRecord.schema) else {
      let found = json["schema"]?.canonicalText ?? "none"
      throw ResultsError(
        "\(name): schema \(found), expected \(UnitRecord.schema); "
          + "was it written by another version of ood?")
    }
    do {
      let body = try decode(Body.self, from: json)
      self.init(
        identity: body.identity, metrics: body.metrics, training: body.training,
        results: body.results, env: json["env"] ?? .object([:]),
        timing: try json["timing"].map { try decode([String: Double].self, from: $0) } ?? [:])
    } catch let error as DecodingError {
      throw ResultsError("\(name): \(UnitRecord.explain(error))")
    }
    try check(json, name: name, expectedID: expectedID)
  }

  private func check(_ json: JSONValue, name: String, expectedID: String?) throws {
    let run = json["run"]?.string ?? "none"
    if let expectedID, run != expectedID {
      throw ResultsError("\(name): holds run \(run); the file was renamed or overwritten")
    }
    let id = try runID()
    guard run == id else {
      throw ResultsError(
        "\(name): run is \(run), but its settings, data and weights give \(id); it was altered")
    }
    let stated = json["result_sha256"]?.string ?? "none"
    let hash = try resultSHA256()
    guard stated == hash else {
      throw ResultsError(
        "\(name): result_sha256 is \(stated.prefix(12)), but its results give "
          + "\(hash.prefix(12)); it was altered")
    }
  }

  private static func explain(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      let path = (context.codingPath + [key]).map(\.stringValue).joined(separator: ".")
      return "'\(path)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "'\(path)': \(context.debugDescription)"
    @unknown default: return "\(error)"
    }
  }
}

/// The deterministic members of the file, in the flat layout of the format.
private struct Body: Codable {
  var schema: Int
  var config: JSONValue
  var data: [String: String]
  var weights: [String: String]
  var revs: [String: Int]
  var numerics: JSONValue
  var metrics: [String: Double]
  var training: TrainingFacts?
  var results: [ResultRow]

  init(_ record: UnitRecord) {
    schema = UnitRecord.schema
    config = record.identity.config
    data = record.identity.data
    weights = record.identity.weights
    revs = record.identity.revs
    numerics = record.identity.numerics
    metrics = record.metrics
    training = record.training
    results = record.results
  }

  var identity: RunIdentity {
    RunIdentity(config: config, data: data, weights: weights, revs: revs, numerics: numerics)
  }
}
