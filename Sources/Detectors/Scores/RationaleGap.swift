#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Configuration
import Tensors

/// Rationale gap: how far the classes and their descriptions disagree about an image.
///
/// score = -JS(p || q) with p = softmax(logits) and q = softmax(logit scale * r), `[images,
/// classes]`, where r_c is the mean cosine of the image and the descriptors of class c, such as
/// "a sandal, which has an open toe". JS(p || q) = KL(p || m) / 2 + KL(q || m) / 2 with m = (p + q) /
/// 2 and natural logarithms, so the range is -log 2 to 0, higher = more in-distribution. 0 where
/// label and rationale say the same. There is nothing to set.
///
/// Works for every model that has class descriptors. An image may be far from all classes and still
/// have no gap: like `entropy` it measures doubt, but the doubt of one text about the other.
///
/// Source: a detector of this project; the descriptor vote is that of Menon and Vondrick, "Visual
/// classification via description from large language models", ICLR 2023, the divergence
/// that of Lin, "Divergence measures based on the Shannon entropy", 1991.
public struct RationaleGap: Detector {
  public static let name = "rationale-gap"
  public static let paper =
    "descriptor vote of Menon and Vondrick, Visual Classification via Description from Large "
    + "Language Models, ICLR 2023, https://arxiv.org/abs/2210.07183; as a detector of this project"

  public static let needs: Set<OutputField> = [.cosines, .descriptorCosines]

  /// There is nothing to set.
  public init() {}

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let (cosines, unit) = try outputs.cosines(for: Self.name)
    let votes = try outputs.matrix(.descriptorCosines, for: Self.name)
    var labels = RowSoftmax(cosines, scale: unit * outputs.logitScale)
    var rationales = RowSoftmax(votes, scale: outputs.logitScale)
    return (0..<cosines.rows).map { row in
      labels.read(row)
      rationales.read(row)
      return 0 - jensenShannon(labels.probabilities.span, rationales.probabilities.span)
    }
  }
}

/// The Jensen-Shannon divergence of two distributions, with 0 log 0 = 0.
private func jensenShannon(_ p: Span<Double>, _ q: Span<Double>) -> Double {
  var sum = 0.0
  for c in 0..<p.count {
    let mean = (p[c] + q[c]) / 2
    if p[c] > 0 { sum += p[c] * log(p[c] / mean) }
    if q[c] > 0 { sum += q[c] * log(q[c] / mean) }
  }
  // Rounding can leave equal distributions a hair below zero.
  return max(0, sum / 2)
}
