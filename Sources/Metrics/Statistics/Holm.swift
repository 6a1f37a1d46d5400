/// Holm's correction for a table of tests.
public enum Holm {
  /// The p-values adjusted so that comparing each with alpha keeps the chance of any false finding
  /// below alpha, whatever the tests' dependence; in the given order.
  ///
  /// Source: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal
  /// of Statistics 1979.
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var largest = 0.0
    for (position, index) in order.enumerated() {
      largest = max(largest, min(1, pValues[index] * Double(pValues.count - position)))
      adjusted[index] = largest
    }
    return adjusted
  }
}
