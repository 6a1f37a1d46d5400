extension Tape {
  /// The sum of the products of two tensors' elements, `[1, 1]`.
  public func dotProduct(_ x: Tensor, _ z: Tensor) -> Tensor {
    require(
      x.rows == z.rows && x.columns == z.columns,
      "a dot product of \(x.rows) x \(x.columns) and \(z.rows) x \(z.columns)")
    let y = new(1, 1, needsGradient: x.needsGradient || z.needsGradient)
    y.pointer[0] = Float(preciseDot(x.pointer, z.pointer, count: x.count))
    record(y) { [self] dy in
      for (source, other) in [(x, z), (z, x)] where source.needsGradient {
        let (d, accumulate) = destination(source)
        if accumulate {
          addScaled(other.pointer, dy.pointer[0], d, count: source.count)
        } else {
          scaled(other.pointer, dy.pointer[0], d, count: source.count)
        }
      }
    }
    return y
  }

  /// The votes of labelled keys: y_ic = alpha sum_(j of class c) exp(-beta (1 - a_ij)).
  ///
  /// Source: Zhang et al., "Tip-Adapter", ECCV 2022, arXiv:2207.09519, equations 4 and 6. The sum over a
  /// class's keys takes the place of the product with one-hot labels.
  ///
  /// - Parameters:
  ///   - affinities: a, the similarities of images and keys, `[images, keys]`.
  ///   - labels: the class of each key.
  ///   - classes: the number of classes.
  /// - Returns: `[images, classes]`.
  public func keyVotes(
    _ affinities: Tensor, labels: [Int], classes: Int, alpha: Float, beta: Float
  ) -> Tensor {
    require(
      labels.count == affinities.columns, "\(labels.count) labels for \(affinities.columns) keys")
    require(labels.allSatisfy { $0 >= 0 && $0 < classes }, "a key's label is no class")
    let keys = labels.count
    let y = new(affinities.rows, classes, needsGradient: affinities.needsGradient)
    y.pointer.update(repeating: 0, count: y.count)
    func vote(_ affinity: Float) -> Float {
      Float(exponential(Double(beta) * (Double(affinity) - 1)))
    }
    for i in 0..<affinities.rows {
      let row = affinities.pointer + i * keys
      let votes = y.pointer + i * classes
      for (j, label) in labels.enumerated() { votes[label] += alpha * vote(row[j]) }
    }
    record(y) { [self] dy in
      let (d, accumulate) = destination(affinities)
      for i in 0..<affinities.rows {
        for (j, label) in labels.enumerated() {
          let at = i * keys + j
          let slope = alpha * beta * vote(affinities.pointer[at]) * dy.pointer[i * classes + label]
          d[at] = accumulate ? d[at] + slope : slope
        }
      }
    }
    return y
  }
}
