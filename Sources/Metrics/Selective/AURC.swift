/// The area under the risk-coverage curve: the mean share of errors over all coverages.
///
/// With r_k the selective risk of the k most confident images. Range 0 to 1, lower is better; it
/// mixes accuracy with the quality of the confidence. Of images with equal confidence r_k is the
/// mean over all their orders: inside a group of m images with e errors behind K images with E
/// errors, r_{K+j} = (E + e j / m) / (K + j).
public enum AURC {
  /// How the risks are averaged.
  public enum Rule: String, Sendable, CaseIterable, Codable {
    /// Trapezoids over the coverages 1/n to 1, divided by their length: (sum_k r_k - (r_1 + r_n) / 2)
    /// / (n - 1). Torch-uncertainty's.
    case trapezoid
    /// sum_k r_k / n. Source: Geifman, Uziel, El-Yaniv, "Bias-reduced uncertainty estimation for
    /// deep neural classifiers", ICLR 2019.
    case mean
  }

  /// The area.
  public static func value(of curve: RiskCoverage, rule: Rule) -> Double {
    area(
      right: curve.counts.inDistributionCounts, wrong: curve.counts.outOfDistributionCounts,
      rule: rule)
  }

  /// The excess over the smallest area that a classifier with as many errors can have: with every
  /// right image before every wrong one.
  ///
  /// Zero for a perfect confidence. The optimum is summed exactly, where Geifman et al. approximate
  /// it by an integral.
  public static func excess(of curve: RiskCoverage, rule: Rule) -> Double {
    let right = UInt32(curve.counts.inDistributionTotal)
    let wrong = UInt32(curve.counts.outOfDistributionTotal)
    return value(of: curve, rule: rule) - area(right: [right, 0], wrong: [0, wrong], rule: rule)
  }

  private static func area(right: [UInt32], wrong: [UInt32], rule: Rule) -> Double {
    var sum = CompensatedSum()
    var first: Double?
    var last = 0.0
    var images = 0
    var errors = 0
    for rank in 0..<right.count {
      let size = Int(right[rank]) + Int(wrong[rank])
      let share = Double(wrong[rank]) / Double(max(1, size))
      for j in 0..<size {
        last = (Double(errors) + share * Double(j + 1)) / Double(images + j + 1)
        sum.add(last)
        first = first ?? last
      }
      images += size
      errors += Int(wrong[rank])
    }
    if rule == .mean || images < 2 { return sum.value / Double(images) }
    return (sum.value - 0.5 * ((first ?? 0) + last)) / Double(images - 1)
  }
}
