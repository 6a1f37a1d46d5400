import Detectors
import Tensors

/// Made-up outputs of a model that knows its classes: in-distribution features lie near a class
/// direction, the others near the negative mean of all classes.
enum Separable {
  static let classes = 9
  static let dimensions = 12
  static let insideCount = 27
  static let scale: Float = 20

  /// Three images a class.
  static func training() throws -> ModelOutputs {
    try outputs((0..<classes * 3).map { feature(class: $0 % classes, variant: $0 + 100) })
  }

  /// Three images a class, then twenty that belong to none.
  static func test() throws -> ModelOutputs {
    let inside = (0..<insideCount).map { feature(class: $0 % classes, variant: $0) }
    return try outputs(inside + (0..<20).map { feature(class: nil, variant: $0 + 50) })
  }

  /// A unit vector: the class's axis, or else minus all axes, with a small fixed disturbance.
  private static func feature(class label: Int?, variant: Int) -> [Float] {
    var z = [Float](repeating: label == nil ? -1 : 0, count: dimensions)
    for i in 0..<dimensions { z[i] += 0.02 * Float((variant * 7 + i * 5) % 11 - 5) }
    if let label { z[label] += 1 }
    var squares: Float = 0
    for value in z { squares += value * value }
    return z.map { $0 / squares.squareRoot() }
  }

  /// Logits by a head whose rows are the class axes times the scale.
  private static func outputs(_ features: [[Float]]) throws -> ModelOutputs {
    var logits: [Float] = []
    for z in features { for c in 0..<classes { logits.append(scale * z[c]) } }
    var weight = Matrix(rows: classes, columns: dimensions)
    for c in 0..<classes { weight[c, c] = scale }
    let labels = features.indices.map { $0 % classes }
    return try ModelOutputs(
      logits: Matrix(rows: features.count, columns: classes, values: logits),
      features: Matrix(
        rows: features.count, columns: dimensions, values: features.flatMap { $0 }),
      labels: labels, logitScale: Double(scale), head: try LinearHead(weight: weight))
  }
}

extension ModelOutputs {
  /// The outputs with only the logits and the given fields.
  func keeping(_ fields: Set<OutputField>) throws -> ModelOutputs {
    try ModelOutputs(
      logits: logits, features: fields.contains(.features) ? features : nil,
      labels: fields.contains(.labels) ? labels : nil, logitScale: logitScale,
      head: fields.contains(.head) ? head : nil)
  }
}
