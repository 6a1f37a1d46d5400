import Configuration

/// Maximum logit: the largest cosine similarity of an image to a class.
///
/// score = max_c logits_c / logit scale, `[images, classes]`; for CLIP in -1 to 1, higher = more
/// in-distribution. The division changes no rank; it makes scores of different models comparable.
///
/// Source: Hendrycks et al., "Scaling out-of-distribution detection for real-world settings",
/// ICML 2022. Official code: hendrycks/anomaly-seg.
public struct MaxLogit: Detector {
  public static let name = "max-logit"
  public static let paper =
    "Hendrycks et al., Scaling Out-of-Distribution Detection for Real-World Settings, ICML 2022, "
    + "https://arxiv.org/abs/1911.11132"

  public static let needs: Set<OutputField> = [.cosines]

  /// There is nothing to set.
  public init() {}

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let (matrix, unit) = try outputs.cosines(for: Self.name)
    return rowMaxima(matrix).map { $0 * unit }
  }
}
