#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The natural logarithm.
public func logarithm(_ x: Double) -> Double { log(x) }

/// log sum_i e^(x_i), without overflow; minus infinity for none.
public func logSumExp(_ values: [Double]) -> Double {
  let largest = values.max() ?? -.infinity
  guard largest.isFinite else { return largest }
  return largest + logarithm(values.reduce(0) { $0 + exponential($1 - largest) })
}

/// The exponential function.
public func exponential(_ x: Double) -> Double { exp(x) }
