/// Where the tokens of several sequences lie below each other in one matrix.
///
/// Under a causal mask the tokens that sequences have in common at their beginning are the same in
/// all of them, layer by layer. A group keeps them once: first the shared beginning, then what each of
/// its sequences has of its own.
public struct TokenLayout: Sendable, Equatable {
  /// Sequences with one beginning.
  public struct Group: Sendable, Equatable {
    /// Tokens that all sequences begin with; 0 where nothing is shared.
    public let shared: Int
    /// The tokens of each sequence behind them, one or more.
    public let lengths: [Int]
    /// The row of the group's first token.
    let start: Int

    /// The rows of the group.
    var count: Int { shared + own }

    /// The rows of the group behind the shared ones.
    var own: Int { lengths.reduce(0, +) }
  }

  /// The groups, one below the other.
  public let groups: [Group]
  /// The place of each row's token in its sequence, from 0.
  public let positions: [Int]

  /// Lays out groups.
  ///
  /// - Parameter groups: tokens that a group's sequences share, and the own tokens of each.
  public init(groups: [(shared: Int, lengths: [Int])]) {
    var start = 0
    var laidOut: [Group] = []
    var positions: [Int] = []
    for (shared, lengths) in groups {
      require(
        shared >= 0 && lengths.allSatisfy { $0 > 0 },
        "a group of \(shared) shared tokens and own ones \(lengths)")
      let group = Group(shared: shared, lengths: lengths, start: start)
      laidOut.append(group)
      positions += 0..<shared
      for length in lengths { positions += shared..<shared + length }
      start += group.count
    }
    self.groups = laidOut
    self.positions = positions
  }

  /// Sequences of equal length that share nothing.
  public init(sequences: Int, length: Int) {
    self.init(groups: (0..<sequences).map { _ in (0, [length]) })
  }

  /// The number of rows.
  public var count: Int { positions.count }

  /// The number of sequences.
  public var sequences: Int { groups.reduce(0) { $0 + $1.lengths.count } }

  /// The row of each sequence's last token.
  public var lastRows: [Int] {
    groups.flatMap { group in
      var next = group.start + group.shared
      return group.lengths.map { length in
        next += length
        return next - 1
      }
    }
  }

  /// The row of each sequence's first token, where none is shared.
  public var firstRows: [Int] {
    zip(lastRows, groups.flatMap(\.lengths)).map { $0 - $1 + 1 }
  }

  /// The tokens of each sequence, those that it shares with others included.
  public var lengths: [Int] { groups.flatMap { group in group.lengths.map { group.shared + $0 } } }

  /// Whether any sequences share tokens.
  public var isShared: Bool { groups.contains { $0.shared > 0 } }
}

extension TokenLayout {
  /// Packs sequences, with common beginnings kept once.
  ///
  /// A sequence joins the group before it unless that would make the group save fewer rows; each has
  /// at least one token of its own.
  ///
  /// - Parameters:
  ///   - sequences: the tokens of each, one or more.
  ///   - sharing: whether beginnings are shared at all.
  /// - Returns: the tokens in the order of the rows, and the layout.
  public static func packing<Token: Equatable>(
    _ sequences: [[Token]], sharing: Bool
  ) -> (tokens: [Token], layout: TokenLayout) {
    var groups: [(shared: Int, members: Range<Int>)] = []
    for (index, sequence) in sequences.enumerated() {
      if sharing, let last = groups.last {
        let first = sequences[last.members.lowerBound]
        let limit = min(
          last.members.count == 1 ? first.count - 1 : last.shared, sequence.count - 1)
        var common = 0
        while common < limit, first[common] == sequence[common] { common += 1 }
        let saved = last.shared * (last.members.count - 1)
        if common > 0, common * last.members.count >= saved {
          groups[groups.count - 1] = (common, last.members.lowerBound..<index + 1)
          continue
        }
      }
      groups.append((0, index..<index + 1))
    }
    var tokens: [Token] = []
    for group in groups {
      tokens += sequences[group.members.lowerBound].prefix(group.shared)
      for member in group.members { tokens += sequences[member].dropFirst(group.shared) }
    }
    let layout = TokenLayout(
      groups: groups.map { group in
        (group.shared, group.members.map { sequences[$0].count - group.shared })
      })
    return (tokens, layout)
  }
}
