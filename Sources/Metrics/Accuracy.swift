/// The share of samples whose predicted class is the true one.
public enum Accuracy {
  /// #{predictions = labels} / n; range 0 to 1, higher is better.
  ///
  /// - Throws: `MetricError` unless both hold the same number of classes, at least one.
  public static func value(predictions: [Int], labels: [Int]) throws -> Double {
    if predictions.count != labels.count || labels.isEmpty {
      throw MetricError(
        .mismatch(
          "\(predictions.count) predictions for \(labels.count) labels, expected one a label "
            + "and at least one"))
    }
    var hits = 0
    for i in 0..<labels.count where predictions[i] == labels[i] { hits += 1 }
    return Double(hits) / Double(labels.count)
  }
}
