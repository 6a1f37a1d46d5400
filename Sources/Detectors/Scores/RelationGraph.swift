import Configuration
import Tensors

/// Relation graph: the summed similarity to all training images in features and in prediction.
///
/// score = sum_i r_i^power over the training images with r_i > threshold, where
/// r_i = max(0, ẑ · ẑ_i) (p · p_i) for features ẑ `[images, dimensions]` at unit length and softmax
/// probabilities p of the logits `[images, classes]`; power = 1, threshold = 0.03. At least 0,
/// higher = more in-distribution. It grows with the number of training images.
///
/// Source: Kim, Yun, Song, "Neural relation graph: a unified framework for identifying label noise
/// and outlier data", NeurIPS 2023. Official code: snu-mllab/Neural-Relation-Graph
/// (`cos_p`), which scores 1 / (sum + 1e-6): the opposite order. OpenOOD's `relation` is ours with
/// 1e-10 added to squared norms; pytorch-ood 0.4.0 has none.
///
/// Cosine similarities of CLIP's features are nearly all positive, so the probabilities decide:
/// at logit scale 100 they are sharp, on cosines as logits flat, and over C classes p · p_i is then
/// near 1 / C, below the threshold from 34 classes on. Images without an edge score 0 and tie.
public struct RelationGraph: Detector {
  public static let name = "relation"
  public static let needs: Set<OutputField> = [.logits, .features]
  public static let trainingNeeds: Set<OutputField> = [.logits, .features]
  public static let paper =
    "Kim et al., Neural Relation Graph: A Unified Framework for Identifying Label Noise and Outlier "
    + "Data, NeurIPS 2023, https://arxiv.org/abs/2301.12321"

  /// The exponent of each edge's weight (the paper's temperature).
  public var power = 1
  /// Edges up to this weight do not count.
  public var threshold = 0.03

  private struct Fit: Sendable {
    let features: FittedShape
    let logits: FittedShape
    /// Unit features and probabilities of the training images, some at a time.
    let blocks: [(features: DoubleMatrix, probabilities: DoubleMatrix)]
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case power, threshold }

  /// The official setting for out-of-distribution detection.
  public init() {}

  public var problems: [SettingProblem] {
    (power >= 1 ? [] : [SettingProblem("power", "is \(power), expected at least 1")])
      + (threshold >= 0 && threshold.isFinite
        ? [] : [SettingProblem("threshold", "is \(threshold), expected a number of at least 0")])
  }

  public func fitted(to training: ModelOutputs) throws -> RelationGraph {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    let logits = try training.logits(for: Self.name)
    let unit = features.normalizedRows()
    let probabilities = softmaxProbabilities(logits, scale: 1)
    // Two products of a tile of images with a block stay in the second-level cache.
    let size = 512
    var fitted = self
    fitted.fit = Fit(
      features: FittedShape(features, .features), logits: FittedShape(logits, .logits),
      blocks: stride(from: 0, to: unit.rows, by: size).map { start in
        let rows = start..<min(start + size, unit.rows)
        return (unit.selecting(rows), probabilities.selecting(rows))
      })
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    try checkSettings()
    let features = try outputs.matrix(fitting: fit.features, for: Self.name).normalizedRows()
    let logits = try outputs.matrix(fitting: fit.logits, for: Self.name)
    let probabilities = softmaxProbabilities(logits, scale: 1)
    var scores = [Double](repeating: 0, count: features.rows)
    for block in fit.blocks {
      let cosines = features.multiplied(byTransposeOf: block.features)
      let agreements = probabilities.multiplied(byTransposeOf: block.probabilities)
      for image in scores.indices {
        let edges = image * cosines.columns..<(image + 1) * cosines.columns
        scores[image] += edgeSum(
          cosines.values.span.extracting(edges), agreements.values.span.extracting(edges))
      }
    }
    return scores
  }

  /// The sum of the weights of the edges of one image to a block of training images.
  private func edgeSum(_ cosines: Span<Double>, _ agreements: Span<Double>) -> Double {
    guard cosines.count == agreements.count else { fatalError("two products an edge are needed") }
    var total = 0.0
    for i in 0..<cosines.count {
      let weight = max(0, cosines[i]) * agreements[i]
      guard weight > threshold else { continue }
      var term = weight
      for _ in 1..<power { term *= weight }
      total += term
    }
    return total
  }
}
