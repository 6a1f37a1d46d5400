import Configuration

/// What became of the labels that training got: counts, accuracies, and the labelling functions.
public struct SupervisionFacts: Sendable, Equatable {
  /// A labelling function.
  public struct Function: Sendable, Equatable {
    /// The function with the settings that are not at their defaults.
    public var name: String
    /// The group that it votes in; its own name where it votes alone.
    public var group: String
    /// `coverage`, `overlap`, `conflict`, `estimated_accuracy` and `accuracy`, as far as known.
    public var measures: [String: Double]

    /// Names a function with its columns.
    public init(name: String, group: String, measures: [String: Double]) {
      self.name = name
      self.group = group
      self.measures = measures
    }
  }

  /// Counts and shares by name; docs/records.md.
  public var measures: [String: Double]
  /// The labelling functions; none where labels were made otherwise.
  public var functions: [Function]

  /// Gathers facts.
  public init(measures: [String: Double], functions: [Function] = []) {
    self.measures = measures
    self.functions = functions
  }
}

extension SupervisionFacts {
  /// The facts as a record's file has them.
  var json: JSONValue {
    var members: [String: JSONValue] = ["measures": .numbers(measures)]
    if !functions.isEmpty {
      members["functions"] = .array(
        functions.map {
          .object([
            "name": .string($0.name), "group": .string($0.group),
            "measures": .numbers($0.measures),
          ])
        })
    }
    return .object(members)
  }

  /// Reads the facts of a record's file.
  init(_ reader: RecordReader) throws(ResultsError) {
    measures = try reader.numbers("measures")
    functions = []
    guard reader.optional("functions") != nil else { return }
    for function in try reader.elements("functions") {
      functions.append(
        Function(
          name: try function.string("name"), group: try function.string("group"),
          measures: try function.numbers("measures")))
    }
  }
}
