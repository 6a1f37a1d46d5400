import Tensors

extension TransformerBlock {
  /// The inputs and outputs of a site's linear map.
  public func shape(of site: AdapterSite) -> (inputs: Int, outputs: Int) {
    let weight = layer(site).weight
    return (weight.columns, AdapterSite.joined.contains(site) ? weight.rows / 3 : weight.rows)
  }

  /// The weight that a site's delta is added to.
  func layer(_ site: AdapterSite) -> Linear {
    switch site {
    case .query, .key, .value: attentionInput
    case .output: attentionOutput
    case .expand: expand
    case .contract: contract
    }
  }

  /// Adds every delta to its weight, W += s B A, and takes the deltas out.
  ///
  /// Sums over the rank are taken in double precision and each weight is rounded once.
  func merge() {
    for site in AdapterSite.allCases {
      guard let adapter = adapters[site] else { continue }
      let weight = layer(site).weight
      let (a, b) = (adapter.a.matrix, adapter.b.matrix)
      let scale = Double(adapter.scale)
      let first = (AdapterSite.joined.firstIndex(of: site) ?? 0) * b.rows
      var values = weight.values
      for row in 0..<b.rows {
        var sums = [Double](repeating: 0, count: a.columns)
        for k in 0..<a.rows {
          let factor = scale * Double(b[row, k])
          for column in 0..<a.columns { sums[column] += factor * Double(a[k, column]) }
        }
        let start = (first + row) * a.columns
        for column in 0..<a.columns {
          values[start + column] = Float(Double(values[start + column]) + sums[column])
        }
      }
      weight.values = values
    }
    adapters = [:]
  }
}

extension AdapterSite {
  /// The sites whose weights lie in one matrix, in the order of its rows.
  static let joined: [AdapterSite] = [.query, .key, .value]
}
