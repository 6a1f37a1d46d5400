/// The mean of a metric over seeds with its sample standard deviation.
public struct Summary: Codable, Sendable, Equatable {
  /// The arithmetic mean.
  public let mean: Double
  /// The sample standard deviation (divisor n - 1), or nil for a single value.
  ///
  /// Dividing by n instead, as `numpy.std` does, understates it by 18 % at three seeds.
  public let standardDeviation: Double?
  /// The number of values.
  public let count: Int

  /// Summarises at least one value.
  ///
  /// - Throws: `MetricError` if there is none.
  public init(_ values: [Double]) throws {
    if values.isEmpty {
      throw MetricError(.mismatch("no values to average, expected at least one seed"))
    }
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    let mean = sum.value / Double(values.count)
    var squares = CompensatedSum()
    for value in values { squares.add((value - mean) * (value - mean)) }
    self.mean = mean
    self.count = values.count
    standardDeviation =
      values.count > 1 ? (squares.value / Double(values.count - 1)).squareRoot() : nil
  }
}
