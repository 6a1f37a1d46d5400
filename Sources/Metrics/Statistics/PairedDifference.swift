/// How two detectors differ in a metric on the same images.
public struct PairedDifference: Codable, Sendable, Equatable {
  /// The first detector's value minus the second's.
  public let estimate: Double
  /// The confidence interval of the difference.
  public let interval: Interval
  /// The two-sided p-value of no difference.
  public let pValue: Double
}
