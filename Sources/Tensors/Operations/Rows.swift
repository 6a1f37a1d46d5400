/// One row of one of several tensors.
public struct RowReference: Sendable, Equatable {
  /// The position of the tensor.
  public let source: Int32
  /// The row in it.
  public let row: Int32

  /// Creates a reference to a row of the tensor at position `source`.
  public init(source: Int, row: Int) {
    self.source = Int32(source)
    self.row = Int32(row)
  }

  /// The reference, so many rows further down if it is to the tensor at position `source`.
  public func moved(inSource source: Int, by rows: Int) -> RowReference {
    Int(self.source) == source ? RowReference(source: source, row: Int(row) + rows) : self
  }
}

extension Tape {
  /// Rows picked from several tensors of equal width: embedding look-up, prompts, pooling.
  ///
  /// The backward pass adds each row's gradient to the row it came from.
  public func gather(_ sources: [Tensor], _ rows: [RowReference]) -> Tensor {
    let columns = sources.first?.columns ?? 0
    require(sources.allSatisfy { $0.columns == columns }, "gather needs sources of one width")
    let y = new(rows.count, columns, needsGradient: sources.contains { $0.needsGradient })
    for (r, reference) in rows.enumerated() {
      let source = sources[Int(reference.source)]
      require(
        Int(reference.row) < source.rows, "row \(reference.row) of a \(source.rows)-row tensor")
      (y.pointer + r * columns).update(
        from: source.pointer + Int(reference.row) * columns, count: columns)
    }
    record(y) { [self] dy in
      for (s, source) in sources.enumerated() where source.needsGradient {
        let (dx, accumulate) = destination(source)
        if !accumulate { dx.update(repeating: 0, count: source.count) }
        for (r, reference) in rows.enumerated() where Int(reference.source) == s {
          let from = dy.pointer + r * columns
          let to = dx + Int(reference.row) * columns
          for j in 0..<columns { to[j] += from[j] }
        }
      }
    }
    return y
  }

  /// Rows of one tensor.
  public func gather(_ source: Tensor, rows: [Int]) -> Tensor {
    gather([source], rows.map { RowReference(source: 0, row: $0) })
  }

  /// Adds table rows to the tokens of each sequence: y_(b, t) = x_(b, t) + table_(positions_t).
  ///
  /// - Parameters:
  ///   - x: `[sequences * positions.count, channels]`.
  ///   - table: a positional embedding `[maximum length, channels]`.
  ///   - positions: the table row of each token of a sequence; when there are as many as `x` has
  ///     rows, each token has its own.
  public func addPositions(_ x: Tensor, _ table: Parameter, positions: [Int]) -> Tensor {
    let T = positions.count
    let C = x.columns
    require(
      T > 0 && x.rows % T == 0 && table.columns == C,
      "\(x.rows) x \(C) rows do not fit \(T) positions of \(table.name) \(table.shape)")
    for position in positions {
      require(position < table.rows, "position \(position) is past the end of \(table.name)")
    }
    let y = new(x.rows, C, needsGradient: x.needsGradient || isTrained(table))
    for r in 0..<x.rows {
      let row = x.pointer + r * C
      let embedding = table.pointer + positions[r % T] * C
      let out = y.pointer + r * C
      for j in 0..<C { out[j] = row[j] + embedding[j] }
    }
    record(y) { [self] dy in
      if isTrained(table) {
        let sums = gradientPointer(table)
        for r in 0..<dy.rows {
          let row = dy.pointer + r * C
          let sum = sums + positions[r % T] * C
          for j in 0..<C { sum[j] += row[j] }
        }
      }
      pass(dy, to: x)
    }
    return y
  }

  /// Cuts images into non-overlapping square patches, row by row.
  ///
  /// - Parameters:
  ///   - pixels: `[images, channels * side * side]`, channel-major as checkpoints expect.
  ///   - patch: the side of a patch; it divides `side`.
  /// - Returns: `[images * (side / patch)^2, channels * patch * patch]`.
  public func patches(_ pixels: Tensor, channels: Int, side: Int, patch: Int) -> Tensor {
    let grid = side / patch
    require(
      pixels.columns == channels * side * side && grid * patch == side,
      "\(pixels.columns) values are not \(channels) x \(side) x \(side) in patches of \(patch)")
    let images = pixels.rows
    let width = channels * patch * patch
    let y = new(images * grid * grid, width, needsGradient: pixels.needsGradient)
    func eachRun(_ body: (_ pixel: Int, _ patched: Int) -> Void) {
      for n in 0..<images {
        for gy in 0..<grid {
          for gx in 0..<grid {
            let out = ((n * grid + gy) * grid + gx) * width
            for c in 0..<channels {
              for py in 0..<patch {
                let row = ((n * channels + c) * side + gy * patch + py) * side + gx * patch
                body(row, out + (c * patch + py) * patch)
              }
            }
          }
        }
      }
    }
    eachRun { (y.pointer + $1).update(from: pixels.pointer + $0, count: patch) }
    record(y) { [self] dy in
      let (dx, accumulate) = destination(pixels)
      eachRun { pixel, patched in
        for i in 0..<patch {
          let g = dy.pointer[patched + i]
          dx[pixel + i] = accumulate ? dx[pixel + i] + g : g
        }
      }
    }
    return y
  }
}

extension Tape {
  /// The rows of several tensors of another tape, one after the other, as a leaf of this one.
  public func gathered(_ parts: [Tensor]) -> Tensor {
    let columns = parts.first?.columns ?? 0
    let rows = parts.reduce(0) { $0 + $1.rows }
    let tensor = new(rows, columns, needsGradient: parts.contains { $0.needsGradient })
    var next = tensor.pointer
    for part in parts {
      require(part.columns == columns, "parts of \(columns) and \(part.columns) columns")
      next.update(from: part.pointer, count: part.count)
      next += part.count
    }
    return tensor
  }
}

extension Tensor {
  /// A copy of some rows of the gradient, zero where none has arrived.
  public func gradientRows(_ range: Range<Int>) -> Matrix {
    guard let gradient else { return Matrix(rows: range.count, columns: columns) }
    return Matrix(
      rows: range.count, columns: columns,
      values: [Float](
        UnsafeBufferPointer(
          start: gradient.pointer + range.lowerBound * columns, count: range.count * columns)))
  }
}

extension Tape {
  /// A parameter of any shape seen as a tensor of one row.
  public func tensor(row parameter: Parameter) -> Tensor {
    tensor(parameter, rows: 1, columns: parameter.count)
  }

  /// A parameter seen as a matrix of the given sizes.
  public func tensor(_ parameter: Parameter, rows: Int, columns: Int) -> Tensor {
    require(
      rows * columns == parameter.count,
      "\(parameter.name) of shape \(parameter.shape) is not \(rows) x \(columns)")
    let gradient =
      isTrained(parameter)
      ? Tensor(viewing: gradientPointer(parameter), rows: rows, columns: columns) : nil
    return Tensor(viewing: parameter.pointer, rows: rows, columns: columns, gradient: gradient)
  }
}
