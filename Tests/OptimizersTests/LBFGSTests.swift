import Optimizers
import Testing

@Suite("L-BFGS")
struct LBFGSTests {
  @Test("finds the minimum of Rosenbrock's valley, which is 0 at (1, 1)")
  func rosenbrock() {
    let result = LBFGS(tolerance: 1e-10).minimise(from: [-1.2, 1]) { p in
      let (x, y) = (p[0], p[1])
      let bend = y - x * x
      return (
        100 * bend * bend + (1 - x) * (1 - x), [-400 * x * bend - 2 * (1 - x), 200 * bend]
      )
    }
    #expect((result.point[0] - 1).magnitude < 1e-9)
    #expect((result.point[1] - 1).magnitude < 1e-9)
    #expect(result.gradientSize <= 1e-10)
  }

  @Test("solves a quadratic of condition number 1e6 to the last digits")
  func quadratic() {
    // The minimum of sum_i c_i (x_i - i)^2 / 2 is at x_i = i.
    let curvatures = (0..<7).map { index in
      (0..<index).reduce(1.0) { product, _ in product * 10 }
    }
    let result = LBFGS(tolerance: 1e-11).minimise(from: [Double](repeating: 100, count: 7)) { x in
      var value = 0.0
      var gradient: [Double] = []
      for (index, curvature) in curvatures.enumerated() {
        let distance = x[index] - Double(index)
        value += curvature * distance * distance / 2
        gradient.append(curvature * distance)
      }
      return (value, gradient)
    }
    for (index, x) in result.point.enumerated() { #expect((x - Double(index)).magnitude < 1e-10) }
  }

  @Test("starts at a minimum and stays there; ends after the allowed steps")
  func ends() {
    let still = LBFGS().minimise(from: [3]) { ($0[0] * 0, [0]) }
    #expect(still.iterations == 0)
    #expect(still.point == [3])
    let cut = LBFGS(tolerance: 0, iterations: 2).minimise(from: [10, -7]) { x in
      (x[0] * x[0] + 9 * x[1] * x[1], [2 * x[0], 18 * x[1]])
    }
    #expect(cut.iterations == 2)
  }
}
