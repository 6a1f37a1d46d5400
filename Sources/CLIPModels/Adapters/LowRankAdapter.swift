import Tensors

/// A low-rank delta s B A on a linear map.
///
/// Source: Hu et al., "LoRA", ICLR 2022, arXiv:2106.09685, section 4.1.
public struct LowRankAdapter: Sendable {
  /// `[rank, in]`.
  public let a: Parameter
  /// `[out, rank]`.
  public let b: Parameter
  /// The numerator of the scale.
  public let alpha: Double
  /// Whether the scale is alpha / sqrt(rank) (Kalajdzievski, arXiv:2312.03732) or alpha / rank.
  public let isRankStabilised: Bool
  /// What training leaves out of the delta's inputs; nil for nothing.
  public let dropout: Dropout?

  /// Creates a delta.
  public init(
    a: Parameter, b: Parameter, alpha: Double, isRankStabilised: Bool, dropout: Dropout? = nil
  ) {
    self.a = a
    self.b = b
    self.alpha = alpha
    self.isRankStabilised = isRankStabilised
    self.dropout = dropout
  }

  /// The rows of A and columns of B.
  public var rank: Int { a.rows }

  /// s: alpha / rank, or alpha / sqrt(rank) for rank-stabilised LoRA.
  public var scale: Float {
    Float(isRankStabilised ? alpha / Double(rank).squareRoot() : alpha / Double(rank))
  }
}
