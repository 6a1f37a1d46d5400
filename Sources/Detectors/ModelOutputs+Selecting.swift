import Tensors

extension ModelOutputs {
  /// The outputs of some of the images, in the order of the indices.
  public func selecting(_ indices: [Int]) throws -> ModelOutputs {
    try ModelOutputs(
      logits: selected(logits, indices), features: features.map { selected($0, indices) },
      labels: labels.map { labels in indices.map { labels[$0] } }, logitScale: logitScale,
      head: head)
  }
}

private func selected(_ matrix: Matrix, _ rows: [Int]) -> Matrix {
  var values: [Float] = []
  values.reserveCapacity(rows.count * matrix.columns)
  for row in rows { values.append(contentsOf: matrix.row(row)) }
  return Matrix(rows: rows.count, columns: matrix.columns, values: values)
}
