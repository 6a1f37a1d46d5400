/// What a supervision did, for the record; nothing reads it to train.
public struct SupervisionReport: Sendable, Equatable {
  /// One labelling function: its columns in the report by name.
  public struct Function: Sendable, Equatable {
    /// The function with the settings that are not at their defaults.
    public var name: String
    /// The group that it votes in; its own name where it votes alone.
    public var group: String
    /// Coverage, overlap, conflict and accuracies; what is not known is absent.
    public var measures: [String: Double]
  }

  /// Counts and shares by name; docs/records.md has the list.
  public var measures: [String: Double]
  /// The labelling functions, in the order of the settings.
  public var functions: [Function]

  /// Gathers what is to be reported.
  public init(measures: [String: Double], functions: [Function] = []) {
    self.measures = measures
    self.functions = functions
  }
}
