import Configuration
import Tensors

/// Fast decision-boundary distance (fDBD): how far the features are from the boundaries between the
/// predicted class and the others.
///
/// score = 1 / (C - 1) sum_{c != y} (l_y - l_c) / |w_y - w_c| / |z - m| for logits l
/// `[images, classes]` and features z `[images, dimensions]`, with y the class of the largest logit,
/// w the rows of the head's weight and m the mean training feature. At least 0, higher = more
/// in-distribution. Classes with equal weights have no boundary and add 0; |z - m| counts as at
/// least 1e-8. It needs two classes.
///
/// Source: Liu and Qin, "Fast decision boundary based out-of-distribution detector", ICML 2024,
/// which averages over C - 1 boundaries. Official code: litianliu/fDBD-OOD, which sums instead, as OpenOOD does: C - 1 times ours. OpenOOD may also
/// divide by |z|, as its validation on out-of-distribution images prefers. pytorch-ood 0.4.0 is ours
/// except that equal weights of two classes give it NaN.
///
/// For CLIP the weights are the text features times the logit scale, which cancels.
public struct FastDecisionBoundary: Detector {
  public static let name = "fdbd"
  public static let needs: Set<OutputField> = [.logits, .features]
  public static let trainingNeeds: Set<OutputField> = [.features, .head]
  public static let paper =
    "Liu and Qin, Fast Decision Boundary based Out-of-Distribution Detector, ICML 2024, "
    + "https://arxiv.org/abs/2312.11536"

  private struct Fit: Sendable {
    let features: FittedShape
    let logits: FittedShape
    let mean: [Double]
    /// 1 / |w_a - w_b|, `[classes, classes]`; 0 where the weights are equal.
    let reciprocals: DoubleMatrix
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey {}

  /// There is nothing to set.
  public init() {}

  public func fitted(to training: ModelOutputs) throws -> FastDecisionBoundary {
    let features = try training.trainingMatrix(.features, for: Self.name)
    let weight = try training.head(for: Self.name).weight
    guard weight.rows > 1 else {
      throw DetectorError(
        "\(Self.name) measures distances to the boundaries between classes, but the head weight "
          + "\(weight.shapeText) has one class")
    }
    var reciprocals: [Double] = []
    for a in 0..<weight.rows {
      let squares = weight.squaredDistances(
        toRowsOf: weight, [Int](repeating: a, count: weight.rows))
      reciprocals += squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    }
    var fitted = self
    fitted.fit = Fit(
      features: FittedShape(features, .features),
      logits: FittedShape(logitsOf: weight), mean: features.mean(),
      reciprocals: DoubleMatrix(rows: weight.rows, columns: weight.rows, values: reciprocals))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let features = try outputs.matrix(fitting: fit.features, for: Self.name)
    let logits = try outputs.matrix(fitting: fit.logits, for: Self.name)
    let classes = logits.columns
    let distances = features.subtracting(fit.mean).norms()
    var margins = [Double](repeating: 0, count: classes)
    return predictedClasses(logits).enumerated().map { image, predicted in
      let row = logits.values.span.extracting(image * classes..<(image + 1) * classes)
      let reciprocals = fit.reciprocals.values.span.extracting(
        predicted * classes..<(predicted + 1) * classes)
      for c in 0..<classes { margins[c] = (row[predicted] - row[c]) * reciprocals[c] }
      return sum(margins.span) / Double(classes - 1) / max(distances[image], 1e-8)
    }
  }
}
