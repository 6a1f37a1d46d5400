import CLIPModels
import Configuration
import FineTuning
import Optimizers
import RandomStreams
import Tensors
import TestModels
import TestSupport
import Testing
import Tokenizers

/// Inverted dropout on the inputs of low-rank deltas.
@Suite("Dropout of low-rank deltas")
struct DropoutTests {
  private static let rate = 0.25

  private func masked(
    _ dropout: Dropout, step: UInt64 = 0, branch: Int = 0, firstItem: Int = 0, items: Int = 1,
    length: Int = 1, channels: Int = 1000
  ) -> Matrix {
    let tape = Tape(
      workspace: Workspace(),
      draws: DrawPosition(step: step, branch: branch, firstItem: firstItem))
    let ones = Matrix(
      rows: items * length, columns: channels,
      values: [Float](repeating: 1, count: items * length * channels))
    return dropout(
      tape, tape.constant(ones), layout: TokenLayout(sequences: items, length: length)
    ).matrix
  }

  @Test("leaves out the stated share and divides the rest by 1 - rate")
  func share() {
    let dropout = Dropout(rate: DropoutTests.rate, seed: 1, name: "a")
    let values = masked(dropout, items: 20, length: 5).values
    #expect(Set(values) == [0, Float(1 / 0.75)])
    // Binomial: the standard error of the share of n = 100,000 draws is sqrt(p (1 - p) / n).
    let share = Double(values.count { $0 == 0 }) / Double(values.count)
    let error = (0.25 * 0.75 / Double(values.count)).squareRoot()
    #expect(abs(share - 0.25) < 4 * error)
  }

  @Test("draws other masks for other places, steps, branches, items and seeds, else the same")
  func independence() {
    let dropout = Dropout(rate: DropoutTests.rate, seed: 1, name: "vision.0.q")
    let others = [
      masked(Dropout(rate: DropoutTests.rate, seed: 1, name: "vision.0.k")),
      masked(Dropout(rate: DropoutTests.rate, seed: 2, name: "vision.0.q")),
      masked(dropout, step: 1), masked(dropout, branch: 1), masked(dropout, firstItem: 1),
    ]
    let one = masked(dropout).values
    #expect(masked(dropout).values == one)
    for other in others {
      // Independent masks agree in p^2 + (1 - p)^2 = 0.625 of the places; 4 standard errors of 1,000.
      let equal = zip(one, other.values).count { $0 == $1 }
      #expect(abs(Double(equal) / 1000 - 0.625) < 4 * (0.625 * 0.375 / 1000).squareRoot())
    }
  }

  @Test("gives an item the same mask in any shard and at any length")
  func shards() {
    let dropout = Dropout(rate: DropoutTests.rate, seed: 1, name: "text.1.fc1")
    let whole = masked(dropout, items: 4, length: 3, channels: 50)
    let part = masked(dropout, firstItem: 2, items: 2, length: 5, channels: 50)
    for (item, token) in [(0, 0), (0, 2), (1, 1)] {
      #expect(whole.row((item + 2) * 3 + token) == part.row(item * 5 + token))
    }
  }

  @Test("is off at rate 0 and where a tape draws nothing")
  func off() {
    let tape = Tape(workspace: Workspace())
    let ones = tape.constant(Matrix(rows: 1, columns: 4, values: [1, 2, 3, 4]))
    let one = TokenLayout(sequences: 1, length: 1)
    let kept = Dropout(rate: 0.5, seed: 1, name: "a")(tape, ones, layout: one).matrix.values
    #expect(kept == [1, 2, 3, 4])
    let none = Dropout(rate: 0, seed: 1, name: "a")
    #expect(masked(none).values == [Float](repeating: 1, count: 1000))
  }

  @Test("keeps the expectation: the mean delta over many draws is the delta without dropout")
  func expectation() throws {
    // A delta is linear in its input, so y - y0 has the mean of no dropout exactly.
    var random = RandomSource(seed: 3, purpose: "dropout expectation")
    let a = Parameter("a", shape: [2, 8], values: random.normals(16, standardDeviation: 1))
    let b = Parameter("b", shape: [3, 2], values: random.normals(6, standardDeviation: 1))
    let x = Matrix(rows: 1, columns: 8, values: random.normals(8, standardDeviation: 1))
    let dropout = Dropout(rate: DropoutTests.rate, seed: 4, name: "a")
    func delta(step: UInt64?) -> [Double] {
      let tape = Tape(
        workspace: Workspace(),
        draws: step.map { DrawPosition(step: $0, branch: 0, firstItem: 0) })
      let input = tape.constant(x)
      let zero = tape.constant(Matrix(rows: 1, columns: 3, values: [0, 0, 0]))
      return tape.addLowRank(
        to: zero, dropout(tape, input, layout: TokenLayout(sequences: 1, length: 1)), a: a, b: b,
        scale: 0.7, column: 0
      ).matrix.values.map(Double.init)
    }
    let draws = (0..<4000).map { delta(step: UInt64($0)) }
    for (channel, expected) in delta(step: nil).enumerated() {
      let values = draws.map { $0[channel] }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let count = Double(values.count)
      let error = (squares / (count - 1) / count).squareRoot()
      #expect(abs(mean - expected) < 4 * error, "channel \(channel)")
    }
  }

  @Test("has the gradient of finite differences with its masks held fixed")
  func gradient() throws {
    let model = try adapted()
    let tokens = ToyModel.tokenizer.tokens("a photo of rows.", contextLength: 12)
    let parameters = model.text.blocks.flatMap(\.adapterParameters)
    for parameter in parameters { parameter.isTrainable = true }
    let branch = Branch.encoded(
      Encoding(count: 2, shardSize: 1) { tape, range in
        model.text(tape, tokens: range.map { _ in tokens })
      })
    let step = CoupledStep(training: parameters, on: Workers(threads: 1), slots: 1)
    func loss() -> Float {
      step.run([branch], step: 7) { $0.dotProduct($1[0], $1[0]) }
    }
    _ = loss()
    for parameter in parameters {
      let gradient = step.gradients.values(parameter)
      let index = gradient.indices.max { abs(gradient[$0]) < abs(gradient[$1]) } ?? 0
      let start = parameter.values
      func moved(by change: Float) -> Double {
        var values = start
        values[index] += change
        parameter.values = values
        defer { parameter.values = start }
        return Double(loss())
      }
      // Steps near the cube root of float's precision; central differences err by their square.
      let h: Float = 1 / 128
      let slope = (moved(by: h) - moved(by: -h)) / Double(2 * h)
      let found = Double(gradient[index])
      #expect(abs(slope - found) < 2e-2 * abs(found), "\(parameter.name): \(slope), \(found)")
      _ = loss()
    }
  }

  /// A toy model whose text tower has deltas with dropout at every site.
  private func adapted() throws -> CLIPModel {
    let model = try ToyModel.make()
    var random = RandomSource(seed: 5, purpose: "deltas")
    for place in model.adapterPlaces where place.tower == .text {
      let (inputs, outputs) = model.blocks(of: .text)[place.layer].shape(of: place.site)
      model[place] = LowRankAdapter(
        a: Parameter(
          "\(place.module).A", shape: [2, inputs],
          values: random.normals(2 * inputs, standardDeviation: 0.3)),
        b: Parameter(
          "\(place.module).B", shape: [outputs, 2],
          values: random.normals(2 * outputs, standardDeviation: 0.3)),
        alpha: 1, isRankStabilised: true,
        dropout: Dropout(rate: DropoutTests.rate, seed: 1, name: place.module))
    }
    return model
  }
}
