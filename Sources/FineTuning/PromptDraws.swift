import RandomStreams
import Tensors

/// The random starts of learnt tokens, each a function of the seed and its name.
struct PromptDraws {
  let seed: UInt64
  /// The standard deviation of tokens.
  let deviation: Double

  /// Tokens from N(0, deviation^2), `[count, width]`.
  func tokens(_ name: String, count: Int, width: Int) -> Parameter {
    var random = RandomSource(seed: seed, purpose: name)
    return Parameter(
      name, shape: [count, width],
      values: random.normals(count * width, standardDeviation: deviation))
  }

  /// Tokens of some layers, each `[count, width]`.
  func tokens(_ name: String, layers: Range<Int>, count: Int, width: Int) -> [Parameter] {
    layers.map { tokens("\(name).\($0)", count: count, width: width) }
  }

  /// The weight `[outputs, inputs]` and bias `[outputs]` of an affine map, as PyTorch starts a
  /// `Linear`: both uniform in +-1/sqrt(inputs).
  ///
  /// - Parameters:
  ///   - name: the name of the map.
  ///   - draw: whose numbers it starts with; maps of one draw start alike.
  func map(_ name: String, draw: String, inputs: Int, outputs: Int) -> [Parameter] {
    var random = RandomSource(seed: seed, purpose: draw)
    let bound = 1 / Double(inputs).squareRoot()
    func values(_ count: Int) -> [Float] {
      (0..<count).map { _ in Float(random.uniform(-bound, bound)) }
    }
    return [
      Parameter("\(name).weight", shape: [outputs, inputs], values: values(outputs * inputs)),
      Parameter("\(name).bias", shape: [outputs], values: values(outputs)),
    ]
  }
}
