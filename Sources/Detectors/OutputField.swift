/// A part of a model's outputs that a detector may read.
public enum OutputField: String, Sendable, CaseIterable {
  /// Logits `[images, classes]`; always there.
  case logits
  /// Image features `[images, dimensions]`.
  case features
  /// The class of each image; in-distribution training images have one.
  case labels
  /// The weight and bias that map features to logits.
  case head
}
