import Testing

@testable import Tensors

@Suite("Parameters")
struct ParameterTests {
  @Test("a proximal step ends at the weighted mean, by hand; of strength 0 it changes no bit")
  func proximal() {
    let weight = Parameter("w", shape: [2], values: [1, -3])
    weight.move(towards: [3, 1], strength: 1)
    #expect(weight.values == [2, -1])
    weight.move(towards: [0, 0], weights: [0, 3], strength: 1)
    #expect(weight.values == [2, -0.25])
    weight.move(towards: [7, 7], strength: 0)
    #expect(weight.values == [2, -0.25])
  }
}
