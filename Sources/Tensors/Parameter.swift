/// A named weight of a model.
///
/// Parameters are read by all shards of a step and written between steps only, which is why
/// `Sendable` is unchecked.
public final class Parameter: @unchecked Sendable {
  /// The name in checkpoints.
  public let name: String
  /// The sizes, outermost first; empty for a scalar.
  public let shape: [Int]
  /// Whether training may change this weight; gradients of frozen ones are never computed.
  public var isTrainable = false
  /// Whether decoupled weight decay applies.
  public var decays = true

  let pointer: UnsafeMutablePointer<Float>
  /// The number of elements.
  public let count: Int

  /// Creates a weight from its values in row-major order.
  public init(_ name: String, shape: [Int], values: [Float]) {
    self.name = name
    self.shape = shape
    count = shape.reduce(1, *)
    require(
      values.count == count, "\(name): shape \(shape) needs \(count) values, got \(values.count)")
    pointer = allocateFloats(Parameter.paddedCount(count))
    pointer.update(from: values, count: count)
  }

  /// Creates a weight that is the same everywhere.
  public convenience init(_ name: String, shape: [Int], repeating value: Float) {
    self.init(
      name, shape: shape, values: [Float](repeating: value, count: shape.reduce(1, *)))
  }

  deinit { pointer.deallocate() }

  static func paddedCount(_ count: Int) -> Int { (count + 15) & ~15 }

  /// The rows of the weight seen as a matrix: its first size.
  public var rows: Int { shape.first ?? 1 }
  /// The columns of the weight seen as a matrix: the product of its other sizes.
  public var columns: Int { shape.dropFirst().reduce(1, *) }

  /// The elements in row-major order.
  public var values: [Float] {
    get { [Float](UnsafeBufferPointer(start: pointer, count: count)) }
    set {
      require(
        newValue.count == count, "\(name): holds \(count) values, got \(newValue.count)")
      pointer.update(from: newValue, count: count)
    }
  }

  /// The weight as a matrix.
  public var matrix: Matrix { Matrix(rows: rows, columns: columns, values: values) }
}
