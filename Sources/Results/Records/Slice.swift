import Configuration

/// The images of a set that have one value in a column of its metadata, and what was measured there.
public struct Slice: Sendable, Equatable {
  /// Slices of fewer images are flagged in tables: their shares say little.
  public static let smallCount = 30

  /// The column, or `label` for the classes.
  public var column: String
  /// The value; "" = not known.
  public var value: String
  /// The set.
  public var set: String
  /// What the set is to the in-distribution classes.
  public var role: OODRole
  /// The number of images.
  public var count: Int
  /// How many are classified rightly; nil for out-of-distribution sets.
  public var correct: Int?
  /// How many each detector accepts at its threshold for the whole in-distribution test set (the
  /// highest that accepts at least 95 % of it).
  public var accepted: [String: Int]
  /// AUROC and FPR95 of the slice, with intervals: an in-distribution slice against each
  /// out-of-distribution split, a slice of a split against all in-distribution test images.
  public var rows: [ResultRow]

  /// Creates a slice.
  public init(
    column: String, value: String, set: String, role: OODRole, count: Int, correct: Int?,
    accepted: [String: Int], rows: [ResultRow]
  ) {
    self.column = column
    self.value = value
    self.set = set
    self.role = role
    self.count = count
    self.correct = correct
    self.accepted = accepted
    self.rows = rows
  }

  /// Whether it has so few images that its shares say little.
  public var isSmall: Bool { count < Slice.smallCount }
}

extension Slice {
  /// The slice as a record's file has it.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "column": .string(column), "value": .string(value), "set": .string(set),
      "role": .string(role.rawValue), "n": .integer(count),
      "accepted": .object(accepted.mapValues { .integer($0) }),
      "rows": .array(rows.map(\.json)),
    ]
    members["correct"] = correct.map { .integer($0) }
    return .object(members)
  }

  /// Reads a slice of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    let rows = try reader.elements("rows")
    var read: [ResultRow] = []
    for row in rows { read.append(try ResultRow(row)) }
    self.init(
      column: try reader.string("column"), value: try reader.string("value"),
      set: try reader.string("set"), role: try OODRole(reader), count: try reader.integer("n"),
      correct: try reader.optionalInteger("correct"), accepted: try reader.integers("accepted"),
      rows: read)
  }
}
