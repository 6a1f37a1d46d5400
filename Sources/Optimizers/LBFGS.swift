#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Limited-memory BFGS for smooth functions of many variables, in double precision.
///
/// Directions by the two-loop recursion over the last ten steps, step lengths by bisection for the
/// weak Wolfe conditions, or the approximate ones where values no longer differ. Source: Nocedal, Wright, "Numerical optimization", 2nd edition, algorithms
/// 7.4 and 7.5; Lewis, Overton, "Nonsmooth optimization via quasi-Newton methods", 2013, algorithm
/// 2.6; Hager, Zhang, "A new conjugate gradient method with guaranteed descent", 2005, section 4.
public struct LBFGS {
  /// What a minimisation found.
  public struct Result: Sendable {
    /// Where the smallest value was.
    public let point: [Double]
    /// The value there.
    public let value: Double
    /// The largest component of the gradient there.
    public let gradientSize: Double
    /// The steps taken.
    public let iterations: Int
  }

  /// Ends when no component of the gradient is larger.
  public var tolerance: Double
  /// Ends after so many steps in any case.
  public var iterations: Int

  /// Creates a minimiser.
  public init(tolerance: Double = 1e-6, iterations: Int = 1000) {
    self.tolerance = tolerance
    self.iterations = iterations
  }

  /// Minimises a function from a starting point.
  ///
  /// - Parameter function: the value and the gradient at a point.
  public func minimise(
    from start: [Double], _ function: ([Double]) -> (value: Double, gradient: [Double])
  ) -> Result {
    var point = start
    var (value, gradient) = function(point)
    var history: [Correction] = []
    var taken = 0
    while taken < iterations, largest(gradient) > tolerance {
      let direction = LBFGS.direction(gradient, history)
      guard
        let next = LBFGS.search(
          from: point, value, gradient, along: direction, isFirst: history.isEmpty, function)
      else {
        // Rounding hides any further decrease.
        break
      }
      let correction = Correction(
        step: difference(next.point, point), change: difference(next.gradient, gradient))
      if correction.curvature > 0 { history.append(correction) }
      if history.count > 10 { history.removeFirst() }
      (point, value, gradient) = next
      taken += 1
    }
    return Result(
      point: point, value: value, gradientSize: largest(gradient), iterations: taken)
  }

  /// One step and what it did to the gradient.
  private struct Correction {
    let step: [Double]
    let change: [Double]
    let curvature: Double

    init(step: [Double], change: [Double]) {
      self.step = step
      self.change = change
      curvature = dot(step, change)
    }
  }

  /// -H g, H the approximate inverse of the Hessian.
  private static func direction(_ gradient: [Double], _ history: [Correction]) -> [Double] {
    var direction = gradient
    var shares: [Double] = []
    for correction in history.reversed() {
      let share = dot(correction.step, direction) / correction.curvature
      shares.append(share)
      add(correction.change, -share, to: &direction)
    }
    if let last = history.last {
      let scale = last.curvature / dot(last.change, last.change)
      for i in direction.indices { direction[i] *= scale }
    }
    for (correction, share) in zip(history, shares.reversed()) {
      let back = dot(correction.change, direction) / correction.curvature
      add(correction.step, share - back, to: &direction)
    }
    for i in direction.indices { direction[i] = -direction[i] }
    return direction
  }

  /// A point along a direction that the weak Wolfe conditions hold at; nil if rounding allows none.
  private static func search(
    from point: [Double], _ value: Double, _ gradient: [Double], along direction: [Double],
    isFirst: Bool, _ function: ([Double]) -> (value: Double, gradient: [Double])
  ) -> (point: [Double], value: Double, gradient: [Double])? {
    let slope = dot(gradient, direction)
    guard slope < 0 else { return nil }
    var low = 0.0
    var high = Double.infinity
    // The first direction has no scale of its own.
    var length = isFirst ? min(1, 1 / dot(direction, direction).squareRoot()) : 1
    for _ in 0..<60 {
      var candidate = point
      add(direction, length, to: &candidate)
      let (there, gradientThere) = function(candidate)
      let slopeThere = dot(gradientThere, direction)
      let isLower = there <= value + 1e-4 * length * slope
      // Near the minimum values differ by rounding alone, and slopes tell what values cannot.
      let isLevel = there <= value + 1e-14 * value.magnitude && slopeThere <= -0.9998 * slope
      if !isLower && !isLevel {
        high = length
      } else if slopeThere < 0.9 * slope {
        low = length
      } else {
        return (candidate, there, gradientThere)
      }
      length = high < .infinity ? (low + high) / 2 : 2 * low
    }
    return nil
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for i in a.indices { sum += a[i] * b[i] }
  return sum
}

private func add(_ x: [Double], _ factor: Double, to y: inout [Double]) {
  for i in y.indices { y[i] += factor * x[i] }
}

private func difference(_ a: [Double], _ b: [Double]) -> [Double] {
  var result = a
  add(b, -1, to: &result)
  return result
}

private func largest(_ values: [Double]) -> Double {
  var size = 0.0
  for value in values { size = max(size, value.magnitude) }
  return size
}
