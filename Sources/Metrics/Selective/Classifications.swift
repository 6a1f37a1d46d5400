#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the softmax of a classifier says about labelled images: all that calibration reads.
///
/// Per image the confidence max_c p_c, whether its class is the label, -log p_label, and the sum of
/// squared errors of the probabilities; the probabilities themselves are not kept, so that images
/// can be appended tile by tile.
public struct Classifications: Sendable {
  /// The largest softmax probability of each image.
  public private(set) var confidences: [Double] = []
  /// Whether the class of the largest logit is the label; of equal logits the first class counts.
  public private(set) var isCorrect: [Bool] = []
  /// -log p_label of each image, in nats.
  public private(set) var logLosses: [Double] = []
  /// sum_c (p_c - [c = label])^2 of each image.
  public private(set) var squaredErrors: [Double] = []

  /// Creates an empty collection.
  public init() {}

  /// Evaluates logits.
  ///
  /// - Parameters:
  ///   - logits: `[images, classes]`, row-major.
  ///   - classes: the number of classes.
  ///   - labels: the class of each image.
  ///   - scale: the factor on the logits, 1 / temperature.
  ///   - first: the number of the first image, for messages.
  /// - Throws: `MetricError` without any image, if the shapes do not fit, if a label is no class, if
  ///   logits are not finite, or if the scale is not positive and finite.
  public init(
    logits: [Double], classes: Int, labels: [Int], scale: Double = 1, first: Int = 0
  ) throws {
    try checkLogits(logits, classes: classes, labels: labels, scale: scale, first: first)
    let values = logits.span
    for (image, label) in labels.enumerated() {
      append(
        values.extracting(image * classes..<(image + 1) * classes), label: label, scale: scale)
    }
    if labels.isEmpty { throw MetricError(.mismatch("no images, expected at least one")) }
  }

  /// The number of images.
  public var count: Int { isCorrect.count }

  /// The images at some indices, each as often as it is named.
  public func selecting(_ indices: [Int]) -> Classifications {
    var selected = Classifications()
    selected.confidences = indices.map { confidences[$0] }
    selected.isCorrect = indices.map { isCorrect[$0] }
    selected.logLosses = indices.map { logLosses[$0] }
    selected.squaredErrors = indices.map { squaredErrors[$0] }
    return selected
  }

  /// Adds the images of another collection behind the own ones.
  public mutating func append(_ other: Classifications) {
    confidences += other.confidences
    isCorrect += other.isCorrect
    logLosses += other.logLosses
    squaredErrors += other.squaredErrors
  }

  private mutating func append(_ row: Span<Double>, label: Int, scale: Double) {
    var top = 0
    for c in 1..<max(1, row.count) where row[c] > row[top] { top = c }
    var sum = 0.0
    var otherSquares = 0.0
    var own = 0.0
    for c in 0..<row.count {
      let power = exp((row[c] - row[top]) * scale)
      sum += power
      if c == label { own = power } else { otherSquares += power * power }
    }
    let miss = (sum - own) / sum
    confidences.append(1 / sum)
    isCorrect.append(top == label)
    logLosses.append(log(sum) - (row[label] - row[top]) * scale)
    squaredErrors.append(miss * miss + otherSquares / (sum * sum))
  }
}

/// Throws unless logits, labels and scale fit each other; `first` is the number of the first image.
func checkLogits(_ logits: [Double], classes: Int, labels: [Int], scale: Double, first: Int) throws
{
  if classes < 1 || logits.count != classes * labels.count {
    throw MetricError(
      .mismatch(
        "\(logits.count) logits for \(labels.count) labels and \(classes) classes, expected "
          + "\(classes * labels.count)"))
  }
  if !(scale > 0 && scale.isFinite) {
    throw MetricError(.mismatch("scale of the logits is \(scale), expected a positive number"))
  }
  if let image = labels.indices.first(where: { !(0..<classes).contains(labels[$0]) }) {
    throw MetricError(
      .mismatch(
        "label \(labels[image]) of image \(first + image) is no class, expected 0 ..< \(classes)"))
  }
  for i in 0..<logits.count where !logits[i].isFinite {
    throw MetricError(
      .mismatch("logits of image \(first + i / classes) hold \(logits[i]), expected finite numbers")
    )
  }
}
