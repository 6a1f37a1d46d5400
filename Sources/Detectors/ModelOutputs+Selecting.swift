import Tensors

extension ModelOutputs {
  /// The outputs of some of the images, in the order of the indices.
  public func selecting(_ indices: some Collection<Int>) throws -> ModelOutputs {
    let patches = patchesPerImage
    var selected: [OutputField: DoubleMatrix] = [:]
    for (field, matrix) in matrices {
      selected[field] =
        field == .patchCosines
        ? matrix.selecting(indices.flatMap { $0 * patches..<($0 + 1) * patches })
        : matrix.selecting(indices)
    }
    return try ModelOutputs(
      selected, labels: labels.map { labels in indices.map { labels[$0] } },
      logitScale: logitScale, head: head)
  }

  /// The outputs with only some of the fields; logits stay if cosines are asked for.
  public func keeping(_ kept: Set<OutputField>) throws -> ModelOutputs {
    var kept = kept
    if matrices[.cosines] == nil, kept.contains(.cosines) { kept.insert(.logits) }
    if matrices[.logits] == nil, kept.contains(.logits) { kept.insert(.cosines) }
    return try ModelOutputs(
      matrices.filter { kept.contains($0.key) }, labels: kept.contains(.labels) ? labels : nil,
      logitScale: logitScale, head: kept.contains(.head) ? head : nil)
  }
}
