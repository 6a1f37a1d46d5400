import Results

/// Something that happened in a sweep, for progress displays.
public struct SweepEvent: Sendable {
  /// What happened.
  public enum Kind: Sendable {
    /// The unit's record was there already.
    case cached
    /// The unit begins.
    case started
    /// The unit goes on.
    case progress(UnitProgress)
    /// The unit's record was published.
    case finished(UnitRecord, seconds: Double)
    /// The unit failed, for the last time unless it is tried again.
    case failed(UnitFailure, isTriedAgain: Bool)
    /// The unit was asked to stop; it goes on with the next sweep.
    case stopped
  }

  /// The unit's place in the sweep, from 0.
  public let index: Int
  /// The unit's cell in words.
  public let cell: String
  /// The run id; nil where data or settings could not be read.
  public let runID: String?
  /// Which worker it is about, from 0; nil where none is.
  public let worker: Int?
  public let kind: Kind
}
