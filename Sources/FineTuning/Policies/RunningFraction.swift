import Tensors

/// Counts that a checkpoint keeps: of how many cases how many were so.
///
/// Counts are exact up to 2^24 cases and rounded to single precision beyond.
final class RunningFraction {
  /// The cases that were so, and all.
  let kept: Parameter

  init(_ name: String) { kept = Parameter(name, shape: [2], repeating: 0) }

  /// Adds some cases.
  func add(_ count: Int, of all: Int) {
    let values = kept.values
    kept.values = [values[0] + Float(count), values[1] + Float(all)]
  }

  /// The share; nil without cases.
  var value: Double? {
    let values = kept.values
    return values[1] > 0 ? Double(values[0]) / Double(values[1]) : nil
  }
}
