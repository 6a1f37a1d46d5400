/// A running sum that keeps the rounding error of each addition (Neumaier's variant of Kahan's).
///
/// Plain sums over 10 M thresholds lose up to five digits; the metrics promise twelve.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// Adds a term.
  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  /// The sum so far.
  var value: Double { sum + lost }
}
