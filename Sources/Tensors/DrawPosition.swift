/// Where a shard stands among all random draws of a training.
///
/// Draws that are functions of it are the same for any number of threads and after a resumption.
public struct DrawPosition: Sendable, Equatable {
  /// Tells one step of a training from all others.
  public let step: UInt64
  /// The branch of the step that the shard belongs to.
  public let branch: Int
  /// The shard's first item, counted in the branch.
  public let firstItem: Int

  /// A position.
  public init(step: UInt64, branch: Int, firstItem: Int) {
    self.step = step
    self.branch = branch
    self.firstItem = firstItem
  }
}
