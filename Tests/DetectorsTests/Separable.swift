import Detectors
import Tensors

/// Made-up outputs of a model that knows its classes: in-distribution features lie near a class
/// direction, the others near the negative mean of all classes.
struct Separable {
  static let classes = 9
  /// More than twice the classes, so that half of them can hold what tells classes apart.
  static let dimensions = 24
  static let insideCount = 27
  static let patches = 4
  static let negatives = 100
  static let scale = 20.0

  /// Activations after a rectifier instead of signed embeddings; the others activate only
  /// dimensions that no class reads.
  let isNonnegative: Bool

  /// The outputs that a detector's definition has a meaning for.
  init(_ detector: any Detector.Type) { isNonnegative = detector.featureDomain == .nonnegative }

  /// Twelve images a class.
  func training() throws -> ModelOutputs {
    try outputs((0..<Separable.classes * 12).map { ($0 % Separable.classes, $0 + 100) })
  }

  /// Three images a class, then twenty that belong to none.
  func test() throws -> ModelOutputs {
    try outputs(
      (0..<Separable.insideCount).map { ($0 % Separable.classes, $0) }
        + (0..<20).map { (nil, $0 + 50) })
  }

  /// A unit vector: the class's axis, or else minus all axes (one of the last, if none may be
  /// negative), with a small fixed disturbance.
  private func feature(class label: Int?, variant: Int) -> [Double] {
    var z = [Double](repeating: 0, count: Separable.dimensions)
    if label == nil, !isNonnegative { z = z.map { _ in -1 } }
    for i in (isNonnegative && label == nil ? Separable.classes : 0)..<z.count {
      let noise = 0.1 * disturbance(variant * Separable.dimensions + i)
      z[i] += isNonnegative ? abs(noise) : noise
    }
    if let axis = label ?? (isNonnegative ? Separable.classes + variant % 3 : nil) { z[axis] += 1 }
    var squares = 0.0
    for value in z { squares += value * value }
    return z.map { $0 / squares.squareRoot() }
  }

  private func outputs(_ images: [(label: Int?, variant: Int)]) throws -> ModelOutputs {
    let classes = Separable.classes
    let features = images.map { feature(class: $0.label, variant: $0.variant) }
    let cosines = features.map { Array($0[..<classes]) }
    let logits = cosines.map { $0.map { $0 * Separable.scale } }
    // One patch shows the class, the others nothing.
    let patches = zip(images, cosines).flatMap { image, cosines in
      (0..<Separable.patches).map { patch in
        patch == 1 && image.label != nil ? cosines : cosines.map { _ in 0.1 }
      }
    }
    // The descriptors of another class speak for the images that belong to none.
    let descriptors = zip(images, cosines).map { image, cosines in
      image.label == nil ? cosines.indices.map { $0 == image.variant % classes ? 1.0 : 0 } : cosines
    }
    var weight = DoubleMatrix(rows: classes, columns: Separable.dimensions)
    for c in 0..<classes { weight[c, c] = Separable.scale }
    return try ModelOutputs(
      [
        .logits: matrix(logits), .features: matrix(features), .patchCosines: matrix(patches),
        .negativeCosines: matrix(
          images.map { image in
            (0..<Separable.negatives).map { _ in image.label == nil ? 0.5 : 0.1 }
          }),
        .perturbedLogits: matrix(logits.map { $0.map { $0 * 1.1 } }),
        .descriptorCosines: matrix(descriptors),
        .values: matrix(images.map { [$0.label == nil ? 0.2 : 0.9] }),
      ], labels: images.indices.map { $0 % classes }, logitScale: Separable.scale,
      head: LinearHead(weight: weight))
  }

  private func matrix(_ rows: [[Double]]) -> DoubleMatrix {
    DoubleMatrix(rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })
  }
}

/// A number from -1 to 1 that looks random (the finaliser of SplitMix64).
private func disturbance(_ index: Int) -> Double {
  var z = UInt64(index + 1) &* 0x9e37_79b9_7f4a_7c15
  z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
  z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
  return Double((z ^ (z >> 31)) >> 11) / Double(1 << 52) - 1
}
