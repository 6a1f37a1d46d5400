extension Bootstrap {
  /// The mean changes of each metric over training seeds, second minus first,
  /// `[metrics][replicates]`.
  ///
  /// A replicate draws seeds with replacement, then images, the same ones for both versions and for
  /// all seeds. With one seed it draws images only.
  public func changes(of metrics: [Metric], on seeds: [PairedScores]) -> [[Double]] {
    let differences = seeds.map { self.differences(of: metrics, on: $0) }
    return metrics.indices.map { metric in
      averaged(differences.map { seed in seed[metric].map { -$0 } })
    }
  }

  /// The mean changes of a share over training seeds, second minus first, a value a replicate.
  ///
  /// - Parameter seeds: for each seed which images have the property in both versions.
  public func changes(ofShares seeds: [(first: [Bool], second: [Bool])]) -> [Double] {
    averaged(
      seeds.map { seed in
        let steps = zip(seed.first, seed.second).map { ($1 ? 1 : 0) - ($0 ? 1 : 0) }
        return (0..<replicates).map { replicate in
          var sum = 0
          for image in images(of: replicate, count: steps.count) { sum += steps[image] }
          return Double(sum) / Double(steps.count)
        }
      })
  }

  /// The means over seeds drawn with replacement, a value a replicate.
  private func averaged(_ seeds: [[Double]]) -> [Double] {
    if seeds.count == 1 { return seeds[0] }
    return (0..<replicates).map { replicate in
      // Another stream than that of the images, which is a function of the same replicate.
      var source = ResamplingSource(seed: ~seed, replicate: replicate)
      var sum = 0.0
      for _ in seeds { sum += seeds[source.below(UInt64(seeds.count))][replicate] }
      return sum / Double(seeds.count)
    }
  }
}
