#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The temperature whose softmax gives labelled images the largest likelihood.
///
/// With b = 1 / T the mean of log sum_c e^(b z_c) - b z_label is convex in b; its only root of the
/// slope is found by Newton's method inside a bracket, to the last digits, where 50 steps of LBFGS
/// stop early. The predicted classes stay the same. Fit on validation images, not on those
/// evaluated.
///
/// Source: Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks", ICML 2017.
public enum TemperatureScaling {
  /// Slope and curvature of the summed loss in b, and what decides whether there is a minimum.
  public struct Moments: Sendable, Equatable {
    /// sum of E_p z - z_label.
    public private(set) var slope = 0.0
    /// sum of Var_p z.
    public private(set) var curvature = 0.0
    /// sum of mean_c z - z_label: the slope at b = 0.
    public private(set) var slopeAtZero = 0.0
    /// The number of images whose label has no largest logit.
    public private(set) var errors = 0

    /// Sums over no images.
    public init() {}

    /// Sums over some images at b = `scale`; `first` is the number of the first, for messages.
    ///
    /// - Throws: `MetricError` if the shapes do not fit, if a label is no class, if logits are not
    ///   finite, or if the scale is not positive and finite.
    public init(
      logits: [Double], classes: Int, labels: [Int], scale: Double, first: Int = 0
    ) throws {
      try checkLogits(logits, classes: classes, labels: labels, scale: scale, first: first)
      let values = logits.span
      for (image, label) in labels.enumerated() {
        add(values.extracting(image * classes..<(image + 1) * classes), label, scale)
      }
    }

    /// Adds the sums over other images.
    public mutating func add(_ other: Moments) {
      slope += other.slope
      curvature += other.curvature
      slopeAtZero += other.slopeAtZero
      errors += other.errors
    }

    private mutating func add(_ row: Span<Double>, _ label: Int, _ scale: Double) {
      var top = row[0]
      for c in 1..<max(1, row.count) where row[c] > top { top = row[c] }
      var sum = 0.0
      var first = 0.0
      var second = 0.0
      var plain = 0.0
      for c in 0..<row.count {
        // Measured from the largest logit, which keeps every term small.
        let z = row[c] - top
        let power = exp(z * scale)
        sum += power
        first += power * z
        second += power * z * z
        plain += z
      }
      let mean = first / sum
      slope += mean - (row[label] - top)
      curvature += max(0, second / sum - mean * mean)
      slopeAtZero += plain / Double(row.count) - (row[label] - top)
      errors += row[label] < top ? 1 : 0
    }
  }

  /// The temperature for logits `[images, classes]`, row-major.
  ///
  /// - Throws: `MetricError` as the other form does, and if logits and labels do not fit.
  public static func fit(logits: [Double], classes: Int, labels: [Int]) throws -> Double {
    try fit { try Moments(logits: logits, classes: classes, labels: labels, scale: $0) }
  }

  /// The temperature by passes over data that need not be in memory.
  ///
  /// - Parameter moments: the sums over all images at a given b.
  /// - Throws: `MetricError` where the likelihood has no maximum: every label has the largest logit
  ///   (T falls to 0), or the logits of the labels are no larger than the others (T rises without
  ///   end); what `moments` throws.
  public static func fit(moments: (Double) throws -> Moments) throws -> Double {
    var scale = 1.0
    var current = try moments(scale)
    if current.errors == 0 {
      throw MetricError(
        .mismatch(
          "every image is classified rightly, so the likelihood rises as the temperature falls to "
            + "0; fit on more images, some of them wrong"))
    }
    if current.slopeAtZero >= 0 {
      throw MetricError(
        .mismatch(
          "the labels' logits are no larger than the other classes', so no temperature fits; are "
            + "the labels in the order of the classes?"))
    }
    var lower = 0.0
    var upper = Double.infinity
    // Newton's steps converge in under ten; halving ends after 1,100 at the last bit.
    for _ in 0..<1200 {
      if current.slope < 0 { lower = scale } else { upper = scale }
      var next = scale - current.slope / current.curvature
      if !(next > lower && next < upper) {
        next = upper.isFinite ? lower + 0.5 * (upper - lower) : 2 * scale
      }
      if abs(next - scale) <= 1e-15 * scale || next <= lower || next >= upper {
        return 1 / next
      }
      scale = next
      current = try moments(scale)
      if current.slope == 0 { break }
    }
    return 1 / scale
  }
}
