import Configuration
import Tensors

/// The value head's estimate of the chance that the model is right about an image.
///
/// score = V(x), `[images, 1]`, as the method `rmllm-value` trains it: a logistic regression on the
/// frozen image features towards the reward of being right. Range 0 to 1, higher = more
/// in-distribution. It is read as it is; models without such a head have none, and then the score is
/// refused. There is nothing to set.
///
/// A confidence, not an outlier score by construction: it has seen in-distribution images only and
/// is as informative as the reward was. If the training reward saturates at 1, V is 1 everywhere;
/// the training therefore fits V to rewards of images that it held out.
///
/// Source: the baseline of proximal policy optimisation, Schulman, Wolski, Dhariwal, Radford,
/// Klimov, "Proximal policy optimization algorithms", 2017, as a detector of this project.
public struct LearnedValue: Detector {
  public static let name = "value"
  public static let paper =
    "value head of Schulman et al., Proximal Policy Optimization Algorithms, 2017, "
    + "https://arxiv.org/abs/1707.06347; as a detector of this project"

  public static let needs: Set<OutputField> = [.values]

  /// There is nothing to set.
  public init() {}

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try outputs.matrix(.values, for: Self.name).values
  }
}
