import Configuration

/// The immutable record of one unit: what was run, what came out, and where.
public struct UnitRecord: Sendable, Equatable {
  /// The version of the format that this program reads and writes.
  public static let schema = 1

  /// Everything that decided the numbers.
  public var identity: RunIdentity { didSet { known = KnownHashes() } }
  /// Metrics of the classification as fractions: `accuracy` on the in-distribution test set,
  /// `accuracy/SPLIT` under a covariate shift; `nll`, `brier` and `ece/...` where asked for.
  public var metrics: [String: Double] { didSet { known = KnownHashes() } }
  /// What training did; nil where nothing is trained.
  public var training: TrainingFacts? { didSet { known = KnownHashes() } }
  /// The metrics of each detector on each split.
  public var results: [ResultRow] { didSet { known = KnownHashes() } }
  /// What was measured of each detector apart from the splits; empty where nothing was asked for.
  public var detectors: [DetectorFacts] { didSet { known = KnownHashes() } }
  /// How alike the detectors rank all test images; nil where it was not asked for.
  public var redundancy: RankCorrelations? { didSet { known = KnownHashes() } }
  /// What was measured on parts of the test sets; empty where it was not asked for.
  public var slices: [Slice] { didSet { known = KnownHashes() } }
  /// What plots show of the scores; nil where it was not asked for.
  public var curves: ScoreCurves? { didSet { known = KnownHashes() } }
  /// The file with the scores of every image; nil where it was not asked for.
  public var scores: ScoresFile? { didSet { known = KnownHashes() } }
  /// Program, machine and libraries; not compared.
  public var env: JSONValue
  /// Seconds by phase; not compared.
  public var timing: [String: Double]
  /// The hashes of a record that was read, until a member changes that they cover.
  private var known = KnownHashes()

  /// Creates a record.
  public init(
    identity: RunIdentity, metrics: [String: Double], training: TrainingFacts?,
    results: [ResultRow], detectors: [DetectorFacts] = [], redundancy: RankCorrelations? = nil,
    slices: [Slice] = [], curves: ScoreCurves? = nil, scores: ScoresFile? = nil,
    env: JSONValue = .object([:]),
    timing: [String: Double] = [:]
  ) {
    self.identity = identity
    self.metrics = metrics
    self.training = training
    self.results = results
    self.detectors = detectors
    self.redundancy = redundancy
    self.slices = slices
    self.curves = curves
    self.scores = scores
    self.env = env
    self.timing = timing
  }

  /// The run id.
  public func runID() throws -> String { try known.runID ?? identity.runID() }

  /// The SHA-256 of the part that every machine must reproduce: all but `env` and `timing`.
  public func resultSHA256() throws -> String {
    try known.result ?? sha256(ofCanonical: .object(deterministicMembers()))
  }

  /// The text of the record's file: one member a line, keys sorted, final newline.
  ///
  /// Throws if a number is not finite.
  public func text() throws -> String {
    var members = try deterministicMembers()
    members["result_sha256"] = .string(sha256(ofCanonical: .object(members)))
    members["env"] = env
    members["timing"] = .numbers(timing)
    return JSONValue.object(members).prettyText
  }

  /// All members of the file but the hash, `env` and `timing`.
  private func deterministicMembers() throws -> [String: JSONValue] {
    var members = identity.members
    members["schema"] = .integer(UnitRecord.schema)
    members["run"] = .string(try runID())
    members["metrics"] = .numbers(metrics)
    members["training"] = training?.json
    members["results"] = .array(results.map(\.json))
    // Members that not every sweep asks for; records without them keep their bytes.
    if !identity.labels.isEmpty { members["labels"] = .strings(identity.labels) }
    if !detectors.isEmpty { members["detectors"] = .array(detectors.map { $0.json() }) }
    members["redundancy"] = redundancy?.json
    if !slices.isEmpty { members["slices"] = .array(slices.map(\.json)) }
    members["curves"] = curves?.json
    members["scores"] = scores.map { .string($0.sha256) }
    for (name, value) in members {
      if let path = value.firstNotFinite(at: name) {
        throw ResultsError("'\(path)' is not finite; a record cannot hold it")
      }
    }
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
      let reader = RecordReader(json)
      self.init(
        identity: try RunIdentity(reader), metrics: try reader.numbers("metrics"),
        training: try reader.optional("training").map(TrainingFacts.init),
        results: try reader.elements("results").map(ResultRow.init),
        detectors: try reader.optionalElements("detectors").map(DetectorFacts.init),
        redundancy: try reader.optional("redundancy").map(RankCorrelations.init),
        slices: try reader.optionalElements("slices").map(Slice.init),
        curves: try reader.optional("curves").map(ScoreCurves.init),
        scores: json["scores"] == nil ? nil : ScoresFile(sha256: try reader.string("scores")),
        env: json["env"] ?? .object([:]),
        timing: try reader.optional("timing") == nil ? [:] : reader.numbers("timing"))
    } catch {
      throw ResultsError("\(name): \(error)")
    }
    known = try hashes(json, bytes, name: name, expectedID: expectedID)
  }

  /// The hashes that the file states, after both were compared with its contents.
  private func hashes(
    _ json: JSONValue, _ bytes: [UInt8], name: String, expectedID: String?
  ) throws -> KnownHashes {
    let run = json["run"]?.string ?? "none"
    if let expectedID, run != expectedID {
      throw ResultsError("\(name): holds run \(run); the file was renamed or overwritten")
    }
    let stated = json["result_sha256"]?.string ?? "none"
    // The text as it stands, which is canonical but for spaces if this program wrote it.
    let compact = CompactMembers(bytes)
    if compact.sha256(where: RunIdentity.memberNames.contains).prefix(12) == run,
      compact.sha256(where: { !UnitRecord.uncovered.contains($0) }) == stated
    {
      return KnownHashes(runID: run, result: stated)
    }
    let id = try identity.runID()
    guard run == id else {
      throw ResultsError(
        "\(name): run is \(run), but its settings, data and weights give \(id); it was altered")
    }
    // Hashed as it was read, so that no member can be added either.
    guard case .object(var members) = json else { throw ResultsError("\(name): is no object") }
    for name in UnitRecord.uncovered { members[name] = nil }
    let hash = sha256(ofCanonical: .object(members))
    guard stated == hash else {
      throw ResultsError(
        "\(name): result_sha256 is \(stated.prefix(12)), but its results give "
          + "\(hash.prefix(12)); it was altered")
    }
    return KnownHashes(runID: id, result: hash)
  }

  /// The members that the hash of the results leaves out.
  private static let uncovered: Set = ["result_sha256", "env", "timing"]
}

/// Hashes that were compared with a record's contents; no part of what a record is.
private struct KnownHashes: Sendable, Equatable {
  var runID: String?
  var result: String?

  static func == (left: KnownHashes, right: KnownHashes) -> Bool { true }
}
