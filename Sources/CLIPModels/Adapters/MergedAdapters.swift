import Tensors

extension CLIPModel {
  /// The blocks of both towers.
  private var blocks: [TransformerBlock] { vision.blocks + text.blocks }

  /// Adds every low-rank delta to its weight, so that the model costs what it cost without.
  ///
  /// Outputs are those of the deltas up to rounding.
  ///
  /// - Returns: what undoes it, bit for bit.
  public func mergeAdapters() -> MergedAdapters {
    let merged = blocks.filter { !$0.adapters.isEmpty }
    let kept = merged.map { block in
      let weights = block.adapters.keys.map { block.layer($0).weight }
      return MergedAdapters.Block(
        block: block, adapters: block.adapters, weights: weights.map { ($0, $0.values) })
    }
    for block in merged { block.merge() }
    return MergedAdapters(blocks: kept)
  }

  /// Takes every low-rank delta out; no weight has changed, so the model is what it was without.
  public func detachAdapters() {
    for block in blocks { block.adapters = [:] }
  }
}

/// Low-rank deltas that have been added to the weights, and the weights before.
///
/// The weights are kept because W + s B A - s B A is not W in floating point.
public struct MergedAdapters: Sendable {
  struct Block: Sendable {
    let block: TransformerBlock
    let adapters: [AdapterSite: LowRankAdapter]
    let weights: [(parameter: Parameter, values: [Float])]
  }

  let blocks: [Block]

  /// Puts the weights and the deltas back, bit for bit.
  public func unmerge() {
    for kept in blocks {
      for (parameter, values) in kept.weights { parameter.values = values }
      kept.block.adapters = kept.adapters
    }
  }
}
