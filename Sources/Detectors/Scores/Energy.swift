import Configuration

/// Free energy: the log-sum-exp of the logits.
///
/// score = T log sum_c e^(logits_c / T), `[images, classes]`; T = 1. Unbounded, higher = more
/// in-distribution: this is the negative of the paper's energy, as its detection rule uses it. On
/// CLIP's logits at scale 100 it ranks almost as `max-logit` does.
///
/// Source: Liu, Wang, Owens, Li, "Energy-based out-of-distribution detection", NeurIPS 2020,
/// equation 4. Official code: wetliu/energy_ood.
public struct Energy: Detector {
  public static let name = "energy"
  public static let paper =
    "Liu et al., Energy-based Out-of-Distribution Detection, NeurIPS 2020, "
    + "https://arxiv.org/abs/2010.03759"

  /// The temperature T.
  public var temperature = 1.0

  /// The paper's setting.
  public init() {}

  public var problems: [SettingProblem] { temperatureProblems(temperature) }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let rows = softmaxRows(try outputs.logits(for: Self.name), scale: 1 / temperature)
    return rows.map { $0.maximum + temperature * $0.logSum }
  }
}
