/// A part of a model's outputs that a detector may read.
///
/// The spelling is the one of `ood ls detectors` and, with underscores, of tensors in files.
public enum OutputField: String, Sendable, CaseIterable, Hashable {
  /// Logits `[images, classes]`; the cosines times the logit scale where only those are given.
  case logits
  /// Cosine similarities of image and class `[images, classes]`; the logits over the logit scale
  /// where only those are given.
  case cosines
  /// Image features `[images, dimensions]`, as the head reads them: of unit norm for CLIP.
  case features
  /// The class of each image; in-distribution training images have one.
  case labels
  /// The weight and bias that map features to logits.
  case head
  /// Cosine similarities of every patch and class `[images * patches, classes]`, image by image.
  case patchCosines = "patch-cosines"
  /// Cosine similarities of image and mined negative label `[images, negatives]`.
  case negativeCosines = "negative-cosines"
  /// Logits `[images, classes]` of inputs moved along the gradient of their loss.
  case perturbedLogits = "perturbed-logits"
  /// Cosine similarities of image and class `[images, classes]`, each the mean over the class's
  /// descriptors.
  case descriptorCosines = "descriptor-cosines"
  /// The value head's estimate of being right `[images, 1]`.
  case values

  /// The fields that are matrices.
  public static let matrices: [OutputField] = allCases.filter { $0 != .labels && $0 != .head }

  /// Whether the columns are the classes.
  var hasClassColumns: Bool {
    switch self {
    case .logits, .cosines, .patchCosines, .perturbedLogits, .descriptorCosines: true
    case .features, .labels, .head, .negativeCosines, .values: false
    }
  }
}
