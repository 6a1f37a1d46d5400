import CLIPModels
import FileFormats
import Optimizers
import Tensors
import TestSupport

/// A committed model and what peft, CoOp and a classifier head made of it.
struct ReferenceMethod: Sendable, CustomStringConvertible {
  /// The model, its inputs and training batches.
  let base: ReferenceFolder
  /// The methods' folders.
  let methods: ReferenceFolder

  init(_ name: String) {
    base = ReferenceFolder(fixture("../../CLIPModelsTests/Fixtures/\(name)"))
    methods = ReferenceFolder(fixture(name))
  }

  var description: String { base.description }

  /// One method's files.
  func method(_ name: String) -> ReferenceFolder { ReferenceFolder("\(methods.path)/\(name)") }

  func model() throws -> CLIPModel { try CLIPModel(folder: base.path) }

  /// Pixels as the image tower takes them: a row an image.
  func pixels(_ file: String, _ tensor: String) throws -> Matrix {
    let stored = try base.file(file)
    let values = try stored.floats(tensor)
    let rows = stored.shape(tensor)?.first ?? 1
    return Matrix(rows: rows, columns: values.count / rows, values: values)
  }

  /// A training batch's pixels.
  func batch(_ step: Int) throws -> Matrix {
    try pixels("train_batches", "step\(step).pixel_values")
  }

  /// A training batch's labels.
  func labels(_ step: Int) throws -> [Int] {
    try base.integers("train_batches", "step\(step).labels")
  }
}

/// The committed models: QuickGELU with the modern end-token rule, GELU with the legacy one.
let references = ["clip_quickgelu", "clip_gelu"].map { ReferenceMethod($0) }

extension CLIPModel {
  /// Images in shards of two, so that every test adds gradients of several shards.
  func images(_ pixels: Matrix) -> Branch {
    .encoded(
      Encoding(count: pixels.rows, shardSize: 2) { tape, range in
        let values = range.flatMap { pixels.row($0) }
        let shard = Matrix(rows: range.count, columns: pixels.columns, values: values)
        return self.vision(tape, pixels: tape.constant(shard))
      })
  }

  /// Texts in shards of three.
  func texts(_ tokens: [[Int]]) -> Branch {
    .encoded(
      Encoding(count: tokens.count, shardSize: 3) { tape, range in
        self.text(tape, tokens: [[Int]](tokens[range]))
      })
  }

  /// The logits of two branches' features.
  func logits(_ tape: Tape, _ features: [Tensor]) -> Tensor {
    tape.similarities(
      tape.normalized(features[0]), tape.normalized(features[1]), logScale: logitScale)
  }
}
