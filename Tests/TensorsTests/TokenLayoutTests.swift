import Testing

@testable import Tensors

/// Sequences below each other, with common beginnings once.
@Suite("Token layout")
struct TokenLayoutTests {
  @Test("keeps a common beginning once, and a last token of its own for each sequence")
  func sharing() {
    let (tokens, layout) = TokenLayout.packing(
      [[1, 2, 3, 4], [1, 2, 5], [1, 2, 3, 4, 6]], sharing: true)
    #expect(tokens == [1, 2, 3, 4, 5, 3, 4, 6])
    #expect(layout == TokenLayout(groups: [(2, [2, 1, 3])]))
    #expect(layout.positions == [0, 1, 2, 3, 2, 2, 3, 4])
    #expect(layout.lastRows == [3, 4, 7])
    #expect(layout.lengths == [4, 3, 5])
    // Equal sequences differ in nothing, and still have a last token each.
    let equal = TokenLayout.packing([[1, 2], [1, 2]], sharing: true)
    #expect(equal.tokens == [1, 2, 2])
    #expect(equal.layout == TokenLayout(groups: [(1, [1, 1])]))
  }

  @Test("begins a group where joining the one before would save fewer rows")
  func grouping() {
    // Two templates of two classes: [0 1 2 c] and [0 7 8 9 c]; joined, only 0 would be shared.
    let (tokens, layout) = TokenLayout.packing(
      [[0, 1, 2, 5], [0, 1, 2, 6], [0, 7, 8, 9, 5], [0, 7, 8, 9, 6]], sharing: true)
    #expect(tokens == [0, 1, 2, 5, 6, 0, 7, 8, 9, 5, 6])
    #expect(layout == TokenLayout(groups: [(3, [1, 1]), (4, [1, 1])]))
    #expect(layout.lastRows == [3, 4, 9, 10])
  }

  @Test("shares nothing where it is told not to, or nothing is equal")
  func separate() {
    let sequences = [[1, 2], [1, 3, 4]]
    let (tokens, layout) = TokenLayout.packing(sequences, sharing: false)
    #expect(tokens == [1, 2, 1, 3, 4])
    #expect(layout == TokenLayout(groups: [(0, [2]), (0, [3])]))
    #expect(!layout.isShared)
    #expect(layout.firstRows == [0, 2])
    let (_, apart) = TokenLayout.packing([[1, 2], [3, 4]], sharing: true)
    #expect(apart == TokenLayout(sequences: 2, length: 2))
  }

  @Test("gives every sequence the attention it has by itself, backwards too")
  func equivalence() {
    var check = GradientCheck()
    let (heads, width) = (2, 8)
    let layout = TokenLayout(groups: [(3, [1, 4, 2]), (0, [5])])
    let qkv = check.matrix(layout.count, 3 * width)
    let seed = check.matrix(layout.count, width)
    func run(
      _ qkv: Matrix, _ layout: TokenLayout, seed: Matrix
    ) -> (output: Matrix, gradient: Matrix) {
      let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
      let x = tape.variable(qkv)
      let y = tape.attention(x, layout: layout, heads: heads, causal: true)
      let output = y.matrix
      tape.backward(y, seed: seed)
      return (output, x.gradientRows(0..<x.rows))
    }
    let packed = run(qkv, layout, seed: seed)
    var gradient = Matrix(rows: qkv.rows, columns: qkv.columns)
    // The rows of each sequence, and those whose outputs it is the first to give.
    let rows: [(all: [Int], new: Set<Int>)] = [
      ([0, 1, 2, 3], [0, 1, 2, 3]), ([0, 1, 2, 4, 5, 6, 7], [4, 5, 6, 7]),
      ([0, 1, 2, 8, 9], [8, 9]),
      ([10, 11, 12, 13, 14], [10, 11, 12, 13, 14]),
    ]
    for (all, new) in rows {
      var part = seed.selecting(all)
      for (position, row) in all.enumerated() where !new.contains(row) {
        for j in 0..<width { part.values[position * width + j] = 0 }
      }
      let alone = run(
        qkv.selecting(all), TokenLayout(sequences: 1, length: all.count), seed: part)
      for (position, row) in all.enumerated() {
        for j in 0..<width {
          #expect(abs(alone.output[position, j] - packed.output[row, j]) < 1e-6)
        }
        for j in 0..<3 * width {
          gradient.values[row * 3 * width + j] += alone.gradient[position, j]
        }
      }
    }
    for (sum, found) in zip(gradient.values, packed.gradient.values) {
      #expect(abs(sum - found) < 2e-6)
    }
  }

  @Test("gives one token a sequence what it gets among all, backwards too")
  func pooled() {
    var check = GradientCheck()
    let (heads, width) = (2, 8)
    let layout = TokenLayout(groups: [(3, [1, 4, 2]), (0, [5])])
    let qkv = check.matrix(layout.count, 3 * width)
    let seed = check.matrix(layout.sequences, width)
    let whole = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    let x = whole.variable(qkv)
    let y = whole.gather(
      whole.attention(x, layout: layout, heads: heads, causal: true), rows: layout.lastRows)
    let expected = y.matrix
    whole.backward(y, seed: seed)
    let gradient = x.gradientRows(0..<x.rows)

    let tape = Tape(workspace: Workspace(), gradients: Gradients(of: [], slots: 1))
    func columns(_ range: Range<Int>, rows: [Int]) -> Matrix {
      Matrix(
        rows: rows.count, columns: range.count, values: rows.flatMap { [Float](qkv.row($0))[range] }
      )
    }
    let queries = tape.variable(columns(0..<width, rows: layout.lastRows))
    let others = tape.variable(columns(width..<3 * width, rows: [Int](0..<layout.count)))
    let pooled = tape.attention(
      queries: queries, keysAndValues: others, layout: layout, heads: heads)
    let found = pooled.matrix
    tape.backward(pooled, seed: seed)
    for (a, b) in zip(expected.values, found.values) { #expect(abs(a - b) < 1e-6) }
    let (dq, dkv) = (queries.gradientRows(0..<4), others.gradientRows(0..<15))
    for row in 0..<layout.count {
      let query = layout.lastRows.firstIndex(of: row)
      for j in 0..<width {
        #expect(abs(gradient[row, j] - (query.map { dq[$0, j] } ?? 0)) < 2e-6)
      }
      for j in 0..<2 * width { #expect(abs(gradient[row, width + j] - dkv[row, j]) < 2e-6) }
    }
  }
}
