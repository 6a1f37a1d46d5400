import Configuration

extension WeakLabels {
  /// Weak labels by functions that fit every benchmark: three prompts, prototypes of 4 labelled images
  /// a class, and nearest neighbours among 16 in features and in pixels.
  ///
  /// Those with `-foreign` have 30 % emoji in the pool; the others name that source and have no share.
  static var named: [NamedPreset] {
    func labels(_ model: Model, groups: Bool) -> WeakLabels {
      var labels = WeakLabels()
      labels.functions = functions(groups: groups).map { Chosen<LabellingFunctions>($0) }
      labels.labelModel = model
      labels.dependencies = groups ? .strict : .warn
      labels.contamination.source = "emoji"
      return labels
    }
    let own = [
      NamedPreset(
        "weak-majority", "six functions, the majority of their votes",
        labels(.majority, groups: false)),
      NamedPreset(
        "weak-one-coin", "six functions, one-coin Dawid-Skene",
        labels(.oneCoin, groups: false)),
      NamedPreset(
        "weak-groups", "six functions, one-coin Dawid-Skene with one vote for the three prompts",
        labels(.oneCoin, groups: true)),
    ]
    return own
      + own.compactMap { preset in
        guard var labels = preset.value as? WeakLabels else { return nil }
        labels.contamination.share = 0.3
        return NamedPreset(
          "\(preset.name)-foreign", "\(preset.reason); 30 % of the pool foreign", labels)
      }
  }

  /// - Parameter groups: whether the prompts have one vote together.
  private static func functions(groups: Bool) -> [any LabellingFunction] {
    let prompts = ["", "a drawing of a {}.", "a blurry picture of a {}."].enumerated().map {
      var function = ZeroShotFunction()
      function.template = $1
      if !groups { function.lfGroup = "zero-shot-\($0 + 1)" }
      return function
    }
    var pixels = NeighbourFunction()
    pixels.space = .pixels
    return prompts + [PrototypeFunction(), NeighbourFunction(), pixels]
  }
}
