import Configuration

/// ODIN: the largest softmax probability at a high temperature, of inputs moved towards the
/// predicted class.
///
/// score = max_c softmax(l' / T)_c with l' the logits `[images, classes]` of the input after the
/// step of `InputPerturbation`; T = 1000, epsilon = 0.0014. Range 1 / classes to 1, higher = more
/// in-distribution. The detector declares the step and reads `.perturbedLogits`; whoever has the
/// model takes it. With epsilon = 0 it is `msp` at the temperature T.
///
/// Both settings are OpenOOD's defaults; the paper chooses epsilon on out-of-distribution images
/// from 21 values in 0 ... 0.004, which this harness does not do by itself. pytorch-ood 0.4.0 has
/// the same defaults, divides by std only when given it, and leaves a pixel of zero gradient where
/// it is. OpenOOD's CLIP emits cosines, so there T divides cosines; here it divides the logits, so
/// that OpenOOD's T is this one divided by the logit scale.
///
/// Source: Liang, Li, Srikant, "Enhancing the reliability of out-of-distribution image detection in
/// neural networks", ICLR 2018, equations 1 and 2. Official code: facebookresearch/odin.
public struct ODIN: Detector {
  public static let name = "odin"
  public static let paper =
    "Liang et al., Enhancing the Reliability of Out-of-Distribution Image Detection in Neural "
    + "Networks, ICLR 2018, https://arxiv.org/abs/1706.02690"

  public static let needs: Set<OutputField> = [.perturbedLogits]

  /// The softmax temperature T, of the score and of the loss whose gradient moves the input.
  public var temperature = 1000.0
  /// The length of the step for every pixel, where the image ranges from 0 to 1.
  public var epsilon = 0.0014

  /// OpenOOD's settings.
  public init() {}

  public var problems: [SettingProblem] {
    temperatureProblems(temperature)
      + (epsilon >= 0 && epsilon.isFinite
        ? [] : [SettingProblem("epsilon", "is \(epsilon), expected a number of at least 0")])
  }

  public var inputPerturbation: InputPerturbation? {
    InputPerturbation(temperature: temperature, epsilon: epsilon)
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let logits = try outputs.matrix(.perturbedLogits, for: Self.name)
    return softmaxRows(logits, scale: 1 / temperature).map { 1 / $0.sum }
  }
}
