#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Configuration
import Tensors

/// GEN: a generalised entropy of the largest softmax probabilities.
///
/// score = -sum_{c among the M largest} (p_c (1 - p_c))^gamma with p = softmax(logits), `[images,
/// classes]`; gamma = 0.1, M = `top` = 100 as in the paper and OpenOOD. Range -M / 4^gamma to 0,
/// higher = more in-distribution. With fewer classes than M all are taken.
///
/// 1 - p is a difference in double precision, as in the definition's codes, and zero where p rounds
/// to 1: then only the other classes' terms are left, which keep the order of sure predictions. A
/// power of 0.1 makes much of last digits: between 1 - p = 1e-16 and 1e-9 the term of the top class
/// has a relative error of 0.1 down to 1e-8. OpenOOD and the official code compute it in single
/// precision, where that range begins at 6e-8. The other classes' p^gamma come from log p, which does
/// not underflow. pytorch-ood 0.4.0 clamps p to 1e-7 ... 1 - 1e-7 and divides the sum by the number
/// of terms.
///
/// Source: Liu, Lochman, Zach, "GEN: pushing the limits of softmax-based out-of-distribution
/// detection", CVPR 2023. Official code: XixiLiu95/GEN.
public struct GeneralizedEntropy: Detector {
  public static let name = "gen"
  public static let paper =
    "Liu et al., GEN: Pushing the Limits of Softmax-Based Out-of-Distribution Detection, CVPR 2023, "
    + "https://openaccess.thecvf.com/content/CVPR2023/html/"
    + "Liu_GEN_Pushing_the_Limits_of_Softmax-Based_Out-of-Distribution_Detection_CVPR_2023_paper.html"

  /// The power of each term.
  public var gamma = 0.1
  /// The number M of largest probabilities that count.
  public var top = 100

  /// The paper's settings for ImageNet.
  public init() {}

  public var problems: [SettingProblem] {
    (gamma > 0 && gamma.isFinite
      ? [] : [SettingProblem("gamma", "is \(gamma), expected a positive number")])
      + (top > 0 ? [] : [SettingProblem("top", "is \(top), expected at least 1 class")])
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    try checkSettings()
    let logits = try outputs.logits(for: Self.name)
    let others = min(top, logits.columns) - 1
    var softmax = RowSoftmax(logits, scale: 1)
    var candidates: [Double] = []
    return (0..<logits.rows).map { row in
      softmax.read(row)
      let largest = softmax.probabilities[softmax.top]
      var sum = pow(largest * (1 - largest), gamma)
      candidates.replaceSubrange(0..., with: softmax.differences)
      candidates.remove(at: softmax.top)
      if others < candidates.count { select(candidates.count - others, in: &candidates) }
      for difference in candidates.suffix(others) {
        let logProbability = difference - softmax.logSum
        sum += exp(gamma * (logProbability + log1p(-exp(logProbability))))
      }
      return 0 - sum
    }
  }
}
