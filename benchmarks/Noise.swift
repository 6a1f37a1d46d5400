import CLIPModels
import RandomStreams
import Tensors

/// Made-up data of a model's shape: normal noise, the same in every run.
struct Noise {
  private let shape: CLIPConfiguration
  private var random = RandomSource(seed: 1, purpose: "benchmark data")

  init(_ shape: CLIPConfiguration) { self.shape = shape }

  /// Images as the tower takes them, `[images, 3 * side * side]`.
  mutating func pixels(_ images: Int) -> Matrix {
    matrix(images, 3 * shape.imageSize * shape.imageSize)
  }

  /// Features `[rows, embedding]`, not normalised.
  mutating func features(_ rows: Int) -> Matrix { matrix(rows, shape.embeddingSize) }

  /// A classifier head that can be trained.
  mutating func head(classes: Int) -> (weight: Parameter, bias: Parameter) {
    let weight = features(classes)
    return (
      Parameter("head.weight", shape: [classes, weight.columns], values: weight.values),
      Parameter("head.bias", shape: [classes], repeating: 0)
    )
  }

  private mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(
      rows: rows, columns: columns, values: random.normals(rows * columns, standardDeviation: 1))
  }
}
