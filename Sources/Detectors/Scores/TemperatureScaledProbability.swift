import Configuration
import Tensors

/// Temperature scaling: the maximum softmax probability at the temperature that calibrates it.
///
/// score = max_c softmax(logits / T)_c, `[images, classes]`, range 1 / classes to 1, higher = more
/// in-distribution. T minimises the negative log-likelihood of the labels of the fitted images; see
/// `fittedTemperature(_:labels:)`. There is nothing to set.
///
/// It ranks as `msp` at another temperature and is of use where probabilities are read as such. The
/// official code, OpenOOD and pytorch-ood 0.4.0 take at most 50 steps of L-BFGS on T at a rate of
/// 0.01 from 1.5 or 1. Those stop far from the minimum, or jump to a negative T, which turns the
/// score around: see the cases that scripts/fixtures/logit_detectors.py prints. Started at the
/// minimum found here they stay. Training images would make the model too sure: sweeps fit T to
/// validation images.
///
/// Source: Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks", ICML 2017,
/// equation 9. Official code: gpleiss/temperature_scaling.
public struct TemperatureScaledProbability: Detector {
  public static let name = "temperature-scaling"
  public static let paper =
    "Guo et al., On Calibration of Modern Neural Networks, ICML 2017, "
    + "https://arxiv.org/abs/1706.04599"

  public static let trainingNeeds: Set<OutputField> = [.logits, .labels]
  public static let fitSource = FitSource.validation

  /// The temperature T of the fit.
  public private(set) var temperature: Double?

  private enum CodingKeys: CodingKey {}

  /// There is nothing to set.
  public init() {}

  public func fitted(to training: ModelOutputs) throws -> TemperatureScaledProbability {
    let logits = try training.logits(for: Self.name)
    let labels = try training.labels(for: Self.name)
    guard logits.rows > 0 else {
      throw DetectorError("\(Self.name): no images to fit to, expected at least one")
    }
    var fitted = self
    fitted.temperature = fittedTemperature(logits, labels: labels)
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let temperature = try require(temperature)
    return softmaxRows(try outputs.logits(for: Self.name), scale: 1 / temperature)
      .map { 1 / $0.sum }
  }
}
