/// How inputs are moved before the model is asked for `OutputField.perturbedLogits`.
///
/// x' = x - epsilon sign(d/dx L(x)) / std, with L = -log softmax(logits(x) / temperature)_y at the
/// predicted class y = argmax_c logits(x)_c. x is the normalised image the model reads and std the
/// standard deviation of each channel's normalisation, so that every pixel moves by `epsilon` in
/// units of the image's range 0 ... 1 whatever the normalisation; sign(0) = 1. A step against the
/// gradient makes the predicted class likelier, more so in distribution. The moved image is not
/// clipped.
///
/// Source: Liang, Li, Srikant, "Enhancing the reliability of out-of-distribution image detection in
/// neural networks", ICLR 2018, equation 2; official code facebookresearch/odin, as OpenOOD's
/// `ODINPostprocessor`, both with the division by std and this sign of zero.
public struct InputPerturbation: Sendable, Hashable {
  /// The temperature of the loss.
  public let temperature: Double
  /// The step in units of the image's range.
  public let epsilon: Double

  /// Creates the rule of a step.
  public init(temperature: Double, epsilon: Double) {
    self.temperature = temperature
    self.epsilon = epsilon
  }
}
