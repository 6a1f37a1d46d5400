/// A rule that makes one label distribution an item out of the functions' votes.
public protocol LabelModel: Sendable {
  /// The labels of all items.
  ///
  /// Needs no gold label. Items without a vote get no distribution and change nothing.
  ///
  /// - Throws: `LabelModelError` for settings that cannot be.
  func labels(for votes: Votes) throws -> LabelEstimate
}
