import CLIPModels
import Tensors

extension ImageEncoder {
  /// Image features of images that are decoded and preprocessed already, in the same shards.
  ///
  /// Benchmarks time the tower alone with it: their peers take ready tensors too.
  ///
  /// - Parameter pixels: `[images, 3 * side * side]`, normalised, channel-major.
  public func features(ofPixels pixels: Matrix) throws -> Matrix {
    try matrix(pixels.rows, columns: model.configuration.embeddingSize) { workspace, range in
      let tape = Tape(workspace: workspace)
      return model.vision(tape, pixels: tape.constant(pixels.selecting(range))).matrix
    }
  }
}
