import Tensors

/// Tokens that no input gives: what prompt learning puts into one layer of a tower.
///
/// They are vectors of the tower's width, or an affine map of vectors that another tower has too.
public struct LearntTokens: Sendable {
  private let vectors: Parameter
  private let map: Linear?

  /// Tokens that are learnt themselves.
  ///
  /// - Parameter vectors: `[tokens, width]`.
  public init(_ vectors: Parameter) {
    self.vectors = vectors
    map = nil
  }

  /// Tokens that follow from others: vectors W^T + b.
  ///
  /// - Parameters:
  ///   - vectors: `[tokens, channels]`.
  ///   - weight: W, `[width, channels]`.
  ///   - bias: b, `[width]`.
  public init(_ vectors: Parameter, weight: Parameter, bias: Parameter) {
    self.vectors = vectors
    map = Linear(weight: weight, bias: bias)
  }

  /// The number of tokens.
  public var count: Int { vectors.rows }

  /// The tokens, `[count, width]`.
  func callAsFunction(_ tape: Tape) -> Tensor {
    let vectors = tape.tensor(vectors)
    return map.map { tape.linear(vectors, $0.weight, $0.bias) } ?? vectors
  }
}

extension Tape {
  /// Sequences with the same tokens behind each.
  ///
  /// - Parameters:
  ///   - x: `[sequences * length, width]`.
  ///   - tokens: what to append.
  /// - Returns: `[sequences * (length + tokens.count), width]`.
  func appending(_ tokens: LearntTokens, to x: Tensor, length: Int) -> Tensor {
    var rows: [RowReference] = []
    rows.reserveCapacity(x.rows / length * (length + tokens.count))
    for start in stride(from: 0, to: x.rows, by: length) {
      for t in 0..<length { rows.append(RowReference(source: 0, row: start + t)) }
      for t in 0..<tokens.count { rows.append(RowReference(source: 1, row: t)) }
    }
    return gather([x, tokens(self)], rows)
  }

  /// Sequences with the same tokens in place of some of each.
  ///
  /// - Parameters:
  ///   - first: the position of the first that is replaced.
  ///   - x: `[layout.count, width]`.
  ///   - layout: where the sequences lie.
  ///   - tokens: what replaces them.
  func replacing(
    from first: Int, of x: Tensor, layout: TokenLayout, by tokens: LearntTokens
  ) -> Tensor {
    let shortest = layout.lengths.min() ?? 0
    require(
      first + tokens.count <= shortest,
      "\(tokens.count) tokens from position \(first) exceed the length \(shortest)")
    let replaced = first..<first + tokens.count
    let rows = layout.positions.enumerated().map { row, position in
      replaced.contains(position)
        ? RowReference(source: 1, row: position - first) : RowReference(source: 0, row: row)
    }
    return gather([x, tokens(self)], rows)
  }
}
