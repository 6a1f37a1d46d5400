/// The expected calibration error: how far confidence is from accuracy, bin by bin.
///
/// sum_b (n_b / n) |accuracy_b - mean confidence_b| over bins of the confidence. Range 0 to 1, lower
/// is better. It depends on the bins, which belong to its name.
///
/// Source: Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities using Bayesian
/// binning", AAAI 2015; 15 equal-width bins as in Guo, Pleiss, Sun, Weinberger, "On calibration of
/// modern neural networks", ICML 2017.
public enum CalibrationError {
  /// How confidences are put into bins.
  public enum Bins: String, Sendable, CaseIterable, Codable {
    /// Intervals ((b - 1) / B, b / B] of the confidence.
    case equalWidth = "equal-width"
    /// Equally many images a bin, floor(b n / B) in the first b.
    ///
    /// Images of equal confidence that a border divides count with their common accuracy, so the
    /// order of the images does not matter.
    case equalMass = "equal-mass"
  }

  /// The usual number of bins.
  public static let binCount = 15

  /// The error of confidences between 0 and 1.
  ///
  /// - Throws: `MetricError` unless there are as many confidences as marks, at least one, and all
  ///   lie between 0 and 1, and for less than one bin.
  public static func value(
    confidences: [Double], isCorrect: [Bool], bins: Bins, binCount: Int = binCount
  ) throws -> Double {
    if confidences.count != isCorrect.count || confidences.isEmpty || binCount < 1 {
      throw MetricError(
        .mismatch(
          "\(confidences.count) confidences for \(isCorrect.count) marks in \(binCount) bins, "
            + "expected one a mark, at least one, and a bin"))
    }
    if let index = confidences.firstIndex(where: { !(0...1).contains($0) }) {
      throw MetricError(
        .mismatch(
          "confidence at index \(index) is \(confidences[index]), expected a probability; only "
            + "probabilities can be calibrated"))
    }
    return switch bins {
    case .equalWidth: equalWidth(confidences, isCorrect, binCount)
    case .equalMass: equalMass(confidences, isCorrect, binCount)
    }
  }

  private static func equalWidth(
    _ confidences: [Double], _ isCorrect: [Bool], _ binCount: Int
  ) -> Double {
    var gaps = [CompensatedSum](repeating: CompensatedSum(), count: binCount)
    for i in 0..<confidences.count {
      let bin = bin(of: confidences[i], among: binCount)
      gaps[bin].add((isCorrect[i] ? 1 : 0) - confidences[i])
    }
    var sum = CompensatedSum()
    for gap in gaps { sum.add(abs(gap.value)) }
    return sum.value / Double(confidences.count)
  }

  /// The bin whose interval, open below, holds the confidence; zero goes to the first.
  private static func bin(of confidence: Double, among count: Int) -> Int {
    func upper(_ bin: Int) -> Double { Double(bin + 1) / Double(count) }
    var bin = min(count - 1, max(0, Int((confidence * Double(count)).rounded(.up)) - 1))
    // The product may round across a border.
    while bin > 0, confidence <= upper(bin - 1) { bin -= 1 }
    while bin < count - 1, confidence > upper(bin) { bin += 1 }
    return bin
  }

  private static func equalMass(
    _ confidences: [Double], _ isCorrect: [Bool], _ binCount: Int
  ) -> Double {
    let order = confidences.indices.sorted { confidences[$0] < confidences[$1] }
    let count = order.count
    var sum = CompensatedSum()
    var gap = CompensatedSum()
    var bin = 0
    var start = 0
    while start < count {
      let confidence = confidences[order[start]]
      var end = start
      var hits = 0
      while end < count, confidences[order[end]] == confidence {
        hits += isCorrect[order[end]] ? 1 : 0
        end += 1
      }
      let difference = Double(hits) / Double(end - start) - confidence
      // The tied images fill this bin and, if they do not fit, the next ones.
      var position = start
      while position < end {
        let border = (bin + 1) * count / binCount
        let part = min(end, border) - position
        if part > 0 { gap.add(Double(part) * difference) }
        position += max(0, part)
        if position == border {
          sum.add(abs(gap.value))
          gap = CompensatedSum()
          bin += 1
        }
      }
      start = end
    }
    return sum.value / Double(count)
  }
}
