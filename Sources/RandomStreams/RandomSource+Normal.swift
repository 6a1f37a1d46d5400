#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension RandomSource {
  /// A standard normal number by the Box-Muller transform.
  ///
  /// One of the pair is dropped so that the stream's position does not depend on hidden state.
  public mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }

  /// `count` normal numbers with mean 0 and the given standard deviation.
  public mutating func normals(_ count: Int, standardDeviation: Double) -> [Float] {
    var values = [Float](repeating: 0, count: count)
    for i in 0..<count { values[i] = Float(normal() * standardDeviation) }
    return values
  }
}
