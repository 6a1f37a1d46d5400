#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Testing

@testable import Detectors

@Suite("The exponential kernel")
struct ExponentialTests {
  /// e^x of the kernel for every x.
  private func kernel(_ x: [Double]) -> [Double] {
    var output = x
    exponentiate(x.span, minus: 0, times: 1, into: &output)
    return output
  }

  @Test("agrees with the C library's to two roundings from -708 to 0")
  func accuracy() {
    // Steps that hit no special fraction of log 2, dense near 0 and near the reduction's seams.
    var x = (0..<200_000).map { -708 * Double($0) / 199_999 }
    x += (0..<50_000).map { -Double($0) * 1e-5 }
    x += (0..<1000).flatMap { n in
      [-1e-13, 0, 1e-13].map { min(0, -(Double(n) + 0.5) * 0.693_147_180_559_945_3 + $0) }
    }
    var worst = 0.0
    for (x, found) in zip(x, kernel(x)) where x >= -708 {
      worst = max(worst, abs(found / exp(x) - 1))
    }
    #expect(worst <= 4.5e-16, "\(worst)")
  }

  @Test("is 1 at 0, and stays at e^-708 below it")
  func ends() {
    #expect(kernel([0, -0.0]) == [1, 1])
    let least = kernel([-708])[0]
    #expect(least > 0)
    #expect(kernel([-709, -1e300, -.infinity]) == [least, least, least])
  }
}
