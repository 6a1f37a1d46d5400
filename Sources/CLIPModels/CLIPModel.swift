import RandomStreams
import Tensors

/// A contrastive image-text model: two towers and the logarithm of the logit scale.
///
/// logits = exp(logitScale) cos(image, text). Source: Radford et al., arXiv:2103.00020.
public final class CLIPModel: Sendable {
  public let configuration: CLIPConfiguration
  public let vision: VisionTransformer
  public let text: TextTransformer
  /// The natural logarithm of the logit scale, a scalar.
  public let logitScale: Parameter

  init(_ configuration: CLIPConfiguration, _ make: ParameterSource) throws {
    try configuration.validate()
    self.configuration = configuration
    vision = try VisionTransformer(configuration, make)
    text = try TextTransformer(configuration, make)
    logitScale = try make("logit_scale", [])
    for parameter in parameters {
      // Decay of biases, norms and the scale harms; open_clip leaves out all vectors and scalars.
      parameter.decays = parameter.shape.count > 1
    }
  }

  /// All weights: the image tower's, the text tower's, the logit scale.
  public var parameters: [Parameter] { vision.parameters + text.parameters + [logitScale] }

  /// Makes every weight trainable, or none.
  public func setTrainable(_ trainable: Bool) {
    for parameter in parameters { parameter.isTrainable = trainable }
  }

  /// Creates a model with random weights.
  ///
  /// Standard deviations are OpenAI's: token embeddings 0.02, text positions 0.01, the vision
  /// tower's class token, positions and projection width^-1/2, attention input width^-1/2, attention
  /// and MLP output width^-1/2 (2 layers)^-1/2, MLP input (2 width)^-1/2, text projection width^-1/2.
  /// The logit scale starts at ln(1 / 0.07).
  public convenience init(random configuration: CLIPConfiguration, seed: UInt64) throws {
    try self.init(configuration) { name, shape in
      let values = initialValues(name, shape, configuration, seed: seed)
      return Parameter(name, shape: shape, values: values)
    }
  }
}

private func initialValues(
  _ name: String, _ shape: [Int], _ configuration: CLIPConfiguration, seed: UInt64
) -> [Float] {
  let count = shape.reduce(1, *)
  if name == "logit_scale" { return [2.659_26] }
  if name.hasSuffix("bias") { return [Float](repeating: 0, count: count) }
  if name.contains("ln_") { return [Float](repeating: 1, count: count) }
  let tower = name.hasPrefix("visual.") ? configuration.vision : configuration.text
  let attention = 1 / Double(tower.width).squareRoot()
  let output = attention / (2 * Double(tower.layers)).squareRoot()
  let deviation: Double
  if name == "token_embedding.weight" {
    deviation = 0.02
  } else if name == "positional_embedding" {
    deviation = 0.01
  } else if name.hasSuffix("out_proj.weight") || name.hasSuffix("c_proj.weight") {
    deviation = output
  } else if name.hasSuffix("c_fc.weight") {
    deviation = 1 / (2 * Double(tower.width)).squareRoot()
  } else if name == "visual.conv1.weight" {
    deviation = 1 / Double(shape.dropFirst().reduce(1, *)).squareRoot()
  } else {
    deviation = attention
  }
  var random = RandomSource(seed: seed, purpose: "initialise \(name)")
  return random.normals(count, standardDeviation: deviation)
}
