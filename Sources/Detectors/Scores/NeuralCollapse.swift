import Configuration
import Tensors

/// Neural-collapse inspired score (NCI): how well the features point along the predicted class's
/// weights, and how long they are.
///
/// score = (z - m) · w_y / |z - m| + alpha |z|_1 for features z `[images, dimensions]`, with y the
/// class of the largest of the logits `[images, classes]`, w the rows of the head's weight and m the
/// mean training feature; alpha = 1e-4. Unbounded, higher = more in-distribution. At z = m the first
/// term is 0.
///
/// Source: Liu and Qin, "Detecting out-of-distribution through the lens of neural collapse", CVPR
/// 2025. Official code: OpenOOD's `nci`, whose alpha of 1e-4 is only where its search on
/// out-of-distribution validation images starts. pytorch-ood 0.4.0 is the same with alpha 0, which
/// drops the second term, and scores NaN at z = m.
///
/// CLIP's features have unit norm, so |z|_1, from 1 to the root of the dimensions, says how evenly
/// the entries share it rather than how long the vector is; the weights carry the logit scale.
public struct NeuralCollapse: Detector {
  public static let name = "nci"
  public static let needs: Set<OutputField> = [.logits, .features]
  public static let trainingNeeds: Set<OutputField> = [.features, .head]
  public static let paper =
    "Liu and Qin, Detecting Out-of-Distribution Through the Lens of Neural Collapse, CVPR 2025, "
    + "https://arxiv.org/abs/2311.01479"

  /// The weight of the features' norm.
  public var alpha = 1e-4

  private struct Fit: Sendable {
    let features: FittedShape
    let logits: FittedShape
    let mean: [Double]
    let weight: DoubleMatrix
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case alpha }

  /// The official code's setting.
  public init() {}

  public var problems: [SettingProblem] {
    alpha >= 0 && alpha.isFinite
      ? [] : [SettingProblem("alpha", "is \(alpha), expected a number of at least 0")]
  }

  public func fitted(to training: ModelOutputs) throws -> NeuralCollapse {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    let weight = try training.head(for: Self.name).weight
    var fitted = self
    fitted.fit = Fit(
      features: FittedShape(features, .features), logits: FittedShape(logitsOf: weight),
      mean: features.mean(), weight: weight)
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    try checkSettings()
    let features = try outputs.matrix(fitting: fit.features, for: Self.name)
    let logits = try outputs.matrix(fitting: fit.logits, for: Self.name)
    let centered = features.subtracting(fit.mean)
    let products = centered.dotProducts(withRowsOf: fit.weight, predictedClasses(logits))
    let norms = centered.norms()
    return products.indices.map { image in
      let proximity = norms[image] > 0 ? products[image] / norms[image] : 0
      return proximity + alpha * absoluteSum(features, row: image)
    }
  }
}

/// |z|_1 of a row.
private func absoluteSum(_ features: DoubleMatrix, row: Int) -> Double {
  let values = features.values.span.extracting(
    row * features.columns..<(row + 1) * features.columns)
  var total = 0.0
  for i in 0..<values.count { total += abs(values[i]) }
  return total
}
