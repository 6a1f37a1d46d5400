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
  /// The file's memory that the weight lies in; nil where it has its own.
  private let mapping: FileMapping?

  /// Creates a weight whose values are undefined until `fill`.
  public init(_ name: String, shape: [Int]) {
    self.name = name
    self.shape = shape
    count = shape.reduce(1, *)
    mapping = nil
    pointer = allocateUnfilled(count, padded: Parameter.paddedCount(count))
  }

  /// Creates a weight from its values in row-major order.
  public convenience init(_ name: String, shape: [Int], values: [Float]) {
    self.init(name, shape: shape)
    self.values = values
  }

  /// Creates a weight that is the same everywhere.
  public convenience init(_ name: String, shape: [Int], repeating value: Float) {
    self.init(name, shape: shape)
    pointer.update(repeating: value, count: count)
  }

  /// Creates a weight that lies in a file, as little-endian floats in row-major order.
  ///
  /// Nothing is copied: the memory is the page cache's, and a page becomes this process's own when it
  /// is first written. Nil where the floats cannot be used in place (see `FileMapping`).
  ///
  /// - Parameters:
  ///   - name: the name in checkpoints.
  ///   - shape: the sizes, outermost first.
  ///   - descriptor: the file, open for reading; it may be closed afterwards.
  ///   - offset: where the values begin, in bytes.
  ///   - fileLength: the file's length, in bytes.
  public init?(
    _ name: String, shape: [Int], mapping descriptor: Int32, at offset: Int, fileLength: Int
  ) {
    let count = shape.reduce(1, *)
    guard
      let mapping = FileMapping(
        descriptor: descriptor, offset: offset, count: count, fileLength: fileLength)
    else { return nil }
    self.name = name
    self.shape = shape
    self.count = count
    self.mapping = mapping
    pointer = mapping.pointer
  }

  deinit { if mapping == nil { pointer.deallocate() } }

  /// Whether the weight lies in a file's memory.
  public var isMapped: Bool { mapping != nil }

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

  /// Lets a reader write the elements in place, in row-major order.
  public func fill(_ body: (inout MutableSpan<Float>) throws -> Void) rethrows {
    let buffer = UnsafeMutableBufferPointer(start: pointer, count: count)
    var span = buffer.mutableSpan
    try body(&span)
  }

  /// The weight as a matrix.
  public var matrix: Matrix { Matrix(rows: rows, columns: columns, values: values) }
}

extension Parameter {
  /// Moves the weight towards other values: theta_i = (theta_i + c w_i anchor_i) / (1 + c w_i).
  ///
  /// That is the minimum of |theta - x|^2 / 2 + c/2 sum_i w_i (x_i - anchor_i)^2 over x: a proximal step,
  /// stable for every c. 0 leaves the weight as it is, to the bit.
  ///
  /// - Parameters:
  ///   - anchor: as many values as the weight has.
  ///   - weights: w, one an element; nil for ones.
  ///   - strength: c, from 0.
  public func move(towards anchor: [Float], weights: [Float]? = nil, strength: Float) {
    require(
      anchor.count == count && (weights?.count ?? count) == count,
      "\(name): \(anchor.count) anchors and \(weights?.count ?? count) weights for \(count)")
    guard strength > 0 else { return }
    for i in 0..<count {
      let pull = strength * (weights?[i] ?? 1)
      pointer[i] = (pointer[i] + pull * anchor[i]) / (1 + pull)
    }
  }
}
