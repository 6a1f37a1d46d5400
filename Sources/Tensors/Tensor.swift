/// A matrix in a recycled buffer, with the gradient that flows back to it.
///
/// Tensors belong to one shard of a step and are touched by one thread at a time, which is why
/// `Sendable` is unchecked.
public final class Tensor: @unchecked Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// Whether something upstream trains.
  public let needsGradient: Bool
  let pointer: UnsafeMutablePointer<Float>
  /// The sum of the gradients that later operations have sent back so far.
  var gradient: Tensor?
  private let workspace: Workspace?
  private let owner: Tensor?

  init(rows: Int, columns: Int, needsGradient: Bool, in workspace: Workspace) {
    self.rows = rows
    self.columns = columns
    self.needsGradient = needsGradient
    self.workspace = workspace
    owner = nil
    pointer = workspace.take(rows * columns)
  }

  /// A view of memory that somebody else owns.
  init(
    viewing pointer: UnsafeMutablePointer<Float>, rows: Int, columns: Int, gradient: Tensor? = nil
  ) {
    self.rows = rows
    self.columns = columns
    self.pointer = pointer
    self.gradient = gradient
    needsGradient = gradient != nil
    workspace = nil
    owner = nil
  }

  /// A tensor over the same memory, kept alive by it, into which gradients may flow.
  func requiringGradient() -> Tensor { Tensor(sharing: self) }

  private init(sharing other: Tensor) {
    rows = other.rows
    columns = other.columns
    pointer = other.pointer
    needsGradient = true
    workspace = nil
    owner = other
  }

  deinit { workspace?.give(pointer, rows * columns) }

  /// The number of elements.
  public var count: Int { rows * columns }

  /// A copy of the elements.
  public var matrix: Matrix {
    Matrix(
      rows: rows, columns: columns,
      values: [Float](UnsafeBufferPointer(start: pointer, count: count)))
  }

  /// A copy of the gradient, zero where none has arrived.
  public var gradientMatrix: Matrix { gradient?.matrix ?? Matrix(rows: rows, columns: columns) }

  /// The only element of a 1 x 1 tensor.
  public var scalar: Float {
    require(count == 1, "a scalar was asked of a \(rows) x \(columns) tensor")
    return pointer[0]
  }
}
