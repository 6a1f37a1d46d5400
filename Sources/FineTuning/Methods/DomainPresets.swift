import Configuration

/// Trainings in stages and over domains, after papers on medical multimodal models; `docs/presets`.
enum DomainPresets {
  /// The presets, with settings for `ood-tiny` beside those for CLIP.
  static let all: [NamedPreset] = [
    NamedPreset("gmai3", "three stages: captions into projections, then the image tower", gmai3()),
    NamedPreset("gmai3@small", "the same for ood-tiny", gmai3(.small)),
    NamedPreset("one-stage-full", "gmai3's control: both towers from the first step", oneStage()),
    NamedPreset("one-stage-full@small", "the same for ood-tiny", oneStage(.small)),
    NamedPreset("icft", "LoRA, weak labels, easy shots first, domains in turn, anchors", icft()),
    NamedPreset("icft@small", "the same for ood-tiny", icft(.small)),
  ]

  /// Projections, then the image tower too, by captions; then all by prompts of the classes.
  private static func gmai3(_ start: GradualUnfreezing = GradualUnfreezing()) -> GradualUnfreezing {
    var method = start
    method.stages = [
      UnfreezingStage([.projections], share: 0.4, rate: 1, objective: Captions()),
      UnfreezingStage([.projections, .vision], share: 0.4, rate: 0.1, objective: Captions()),
      UnfreezingStage([.all], share: 0.2, rate: 0.01, objective: CrossEntropy()),
    ]
    return method
  }

  /// As many steps at the rate of the middle stage.
  private static func oneStage(
    _ start: GradualUnfreezing = GradualUnfreezing()
  ) -> GradualUnfreezing {
    var method = start
    method.stages = [UnfreezingStage([.all], share: 1, rate: 0.1)]
    return method
  }

  /// The paper's unweighted sum: every term of weight 1.
  private static func icft(_ start: LoRA = LoRA()) -> LoRA {
    var method = start
    var text = TextAnchor()
    text.weight = 1
    method.training.regularizers = [Chosen(Consistency()), Chosen(text), Chosen(LogitAnchor())]
    var curriculum = Curriculum()
    curriculum.difficulty = .confidence
    method.training.curriculum = curriculum
    method.training.domains = "style"
    method.training.replay = Replay()
    if let labels = WeakLabels.named.first(where: { $0.name == "weak-groups" }) {
      method.training.supervision = Chosen(labels.value, label: labels.name)
    }
    return method
  }
}
