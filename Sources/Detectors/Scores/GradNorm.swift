import Configuration
import Tensors

/// GradNorm: the size of the gradient that would make the head's prediction uniform.
///
/// score = |dL/dW|_1 with L = -sum_c log softmax(logits / T)_c and the head's weight W. In closed
/// form, with the feature z `[dimensions]` and p = softmax(logits / T), this is
/// |z|_1 sum_c |C p_c - 1| / T for C classes; T = 1. Range 0 to 2 |z|_1 (C - 1) / T, higher = more
/// in-distribution. The norms of CLIP's features are 1, but not their sums of magnitudes: |z|_1 says
/// how many dimensions an embedding is spread over, which is defined for signed ones too.
///
/// No gradient has to be computed. pytorch-ood 0.4.0 takes the mean over the classes instead of the
/// sum and by default the gradients of all of the model's parameters; restricted to the weight of
/// the head its score is -1 / C of this one. OpenOOD runs a backward pass an image, same value.
///
/// Source: Huang, Geng, Li, "On the importance of gradients for detecting distributional shifts in
/// the wild", NeurIPS 2021. Official code: deeplearning-wisc/gradnorm_ood.
public struct GradNorm: Detector {
  public static let name = "gradnorm"
  public static let paper =
    "Huang et al., On the Importance of Gradients for Detecting Distributional Shifts in the Wild, "
    + "NeurIPS 2021, https://arxiv.org/abs/2110.00218"

  public static let needs: Set<OutputField> = [.logits, .features]

  /// The softmax temperature T on the logits.
  public var temperature = 1.0

  /// The paper's setting.
  public init() {}

  public var problems: [SettingProblem] { temperatureProblems(temperature) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let logits = try outputs.logits(for: Self.name)
    let features = try outputs.matrix(.features, for: Self.name)
    var softmax = RowSoftmax(logits, scale: 1 / temperature)
    return (0..<logits.rows).map { row in
      softmax.read(row)
      let start = row * features.columns
      let magnitude = sumOfMagnitudes(
        features.values.span.extracting(start..<start + features.columns))
      return magnitude * softmax.distanceFromUniform / temperature
    }
  }
}
