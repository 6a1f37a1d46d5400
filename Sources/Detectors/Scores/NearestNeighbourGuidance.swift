import Configuration
import Tensors

/// Nearest-neighbour guidance (NNGuide): the energy, weighted by the similarity to sure training
/// images.
///
/// score = E(z) · (1/k) sum of the k largest (ẑ · ẑ_i) E(z_i) over the bank of training images, with
/// E = log sum_c e^(l_c) of the logits `[images, classes]` and ẑ the features
/// `[images, dimensions]` at unit length; k = 10 and the bank holds all training images. Unbounded,
/// higher = more in-distribution. With a `fraction` below 1 the bank holds that part of the training
/// images, rounded up, taken at even distances.
///
/// Source: Park, Jung, Teoh, "Nearest neighbor guidance for out-of-distribution detection", ICCV
/// 2023. Official code: roomo7time/nnguide, k = 10, on all images that its loader
/// gives (for ImageNet a random hundredth). pytorch-ood 0.4.0 is the same; OpenOOD takes k = 100 and
/// the first hundredth of the training images.
///
/// The energies must be positive for their product to order images. At CLIP's logit scale of 100
/// they are wherever some cosine is; with cosines as logits they are near the log of the number of
/// classes, positive from three classes on.
public struct NearestNeighbourGuidance: Detector {
  public static let name = "nnguide"
  public static let needs: Set<OutputField> = [.logits, .features]
  public static let trainingNeeds: Set<OutputField> = [.logits, .features]
  public static let paper =
    "Park et al., Nearest Neighbor Guidance for Out-of-Distribution Detection, ICCV 2023, "
    + "https://arxiv.org/abs/2309.14888"

  /// How many training images guide.
  public var k = 10
  /// The part of the training images in the bank, above 0 and up to 1.
  public var fraction = 1.0

  private struct Fit: Sendable {
    let shape: FittedShape
    let bank: LargestProducts
  }
  private var fit: Fit?

  private enum CodingKeys: CodingKey { case k, fraction }

  /// The official code's setting.
  public init() {}

  public var problems: [SettingProblem] {
    neighbourProblems(k)
      + (fraction > 0 && fraction <= 1
        ? [] : [SettingProblem("fraction", "is \(fraction), expected above 0 and up to 1")])
  }

  public func fitted(to training: ModelOutputs) throws -> NearestNeighbourGuidance {
    try checkSettings()
    let features = try training.trainingMatrix(.features, for: Self.name)
    let energies = softmaxRows(try training.logits(for: Self.name), scale: 1)
    let count = Int((fraction * Double(features.rows)).rounded(.up))
    try checkNeighbours(k, of: count, for: Self.name)
    let chosen = (0..<count).map { $0 * features.rows / count }
    var bank = features.selecting(chosen).normalizedRows()
    for (row, image) in chosen.enumerated() {
      let energy = energies[image].maximum + energies[image].logSum
      for i in 0..<bank.columns { bank[row, i] *= energy }
    }
    var fitted = self
    fitted.fit = Fit(shape: FittedShape(features, .features), bank: LargestProducts(bank))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    try checkSettings()
    try checkNeighbours(k, of: fit.bank.rows.rows, for: Self.name)
    let features = try outputs.matrix(fitting: fit.shape, for: Self.name)
    let energies = softmaxRows(try outputs.logits(for: Self.name), scale: 1)
    let products = fit.bank.largest(k, for: features)
    return energies.enumerated().map { image, energy in
      let guidance = sum(products.values.span.extracting(image * k..<(image + 1) * k)) / Double(k)
      return guidance * (energy.maximum + energy.logSum)
    }
  }
}
