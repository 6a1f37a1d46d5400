import Configuration
import Tensors

/// Simplified Hopfield energy (SHE): how much the features agree with those remembered of the
/// predicted class.
///
/// score = z · s_y for features z `[images, dimensions]`, y the class of the largest logit and s_c
/// the mean feature of the training images of class c that the model classifies correctly. Unbounded,
/// higher = more in-distribution. A class of which no training image is classified correctly is
/// remembered by all of its images; one without training images is left out, and y is the class of
/// the largest logit among the others.
///
/// Source: Zhang, Fu, Chen, Du, Li, Wang, Liu, Han, Zhang, "Out-of-distribution detection based on
/// in-distribution data patterns memorization with modern Hopfield energy", ICLR 2023 (with
/// the inner product). Official code: zjs975584714/SHE_ood_detection, which negates the score. OpenOOD's `she` and pytorch-ood
/// 0.4.0 agree where every class has a correct image; without one OpenOOD scores NaN and
/// pytorch-ood refuses to fit.
///
/// On CLIP's unit features this is the cosine similarity to the class mean times the mean's norm,
/// which is smaller for classes that spread more.
public struct SimplifiedHopfieldEnergy: Detector {
  public static let name = "she"
  public static let needs: Set<OutputField> = [.logits, .features]
  public static let trainingNeeds: Set<OutputField> = [.logits, .features, .labels]
  public static let paper =
    "Zhang et al., Out-of-Distribution Detection based on In-Distribution Data Patterns "
    + "Memorization with Modern Hopfield Energy, ICLR 2023, "
    + "https://openreview.net/forum?id=KkazG4lgKL"

  private struct Fit: Sendable {
    let features: FittedShape
    let logits: FittedShape
    /// `[classes, dimensions]`; rows of classes without images are not used.
    let patterns: DoubleMatrix
    let classes: [Int]
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey {}

  /// There is nothing to set.
  public init() {}

  public func fitted(to training: ModelOutputs) throws -> SimplifiedHopfieldEnergy {
    let features = try training.trainingMatrix(.features, for: Self.name)
    let logits = try training.logits(for: Self.name)
    let labels = try training.labels(for: Self.name)
    let predicted = predictedClasses(logits)
    let known = Set(zip(labels, predicted).filter { $0 == $1 }.map { $0.0 })
    let groups = zip(labels, predicted).map { $0 == $1 || !known.contains($0) ? $0 : nil }
    let (patterns, sizes) = features.means(groups: groups, count: logits.columns)
    var fitted = self
    fitted.fit = Fit(
      features: FittedShape(features, .features), logits: FittedShape(logits, .logits),
      patterns: patterns, classes: sizes.indices.filter { sizes[$0] > 0 })
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let features = try outputs.matrix(fitting: fit.features, for: Self.name)
    let logits = try outputs.matrix(fitting: fit.logits, for: Self.name)
    return features.dotProducts(
      withRowsOf: fit.patterns, predictedClasses(logits, among: fit.classes))
  }
}
