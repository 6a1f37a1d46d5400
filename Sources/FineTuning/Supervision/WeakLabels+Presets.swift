import Configuration

extension WeakLabels {
  /// Weak labels by functions that fit every benchmark: three prompts, prototypes of 4 labelled images
  /// a class, and nearest neighbours among 16 in features and in pixels.
  ///
  /// A source of contamination is named, for sweeps that give a share; the share is 0.
  static var named: [NamedPreset] {
    func labels(_ model: Model, groups: Bool) -> WeakLabels {
      var labels = WeakLabels()
      labels.functions = functions(groups: groups).map { Chosen<LabellingFunctions>($0) }
      labels.labelModel = model
      labels.dependencies = groups ? .strict : .warn
      labels.contamination.source = "emoji"
      return labels
    }
    return [
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
