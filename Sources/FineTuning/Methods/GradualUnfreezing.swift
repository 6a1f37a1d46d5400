import CLIPModels
import Configuration
import Tensors

/// Fine-tunes more and more of a model, stage after stage, at a rate of its own in each.
///
/// By default three stages: the projections alone, then the image tower too, then everything, with
/// rates falling by ten and 40, 40 and 20 % of the epochs. That is the scheme of GMAI-VL (Li et
/// al., arXiv:2411.14522: projector, projector and image encoder, all, at 1e-3, 1e-4, 1e-5) carried
/// over to CLIP; stage lengths are not in the paper. Each stage begins with fresh optimiser
/// moments, of what it trains alone. Class scores are of the first prompt's texts, or of a linear
/// head that starts as their classifier.
public struct GradualUnfreezing: FineTuningMethod {
  public static let name = "gradual-unfreezing"
  public static let revision = 1
  public static let paper =
    "Howard, Ruder, Universal language model fine-tuning for text classification, ACL 2018, "
    + "arXiv:1801.06146, section 3.3"

  /// What trains, one after the other.
  public var stages = [
    UnfreezingStage([.projections], share: 0.4, rate: 1),
    UnfreezingStage([.projections, .vision], share: 0.4, rate: 0.1),
    UnfreezingStage([.all], share: 0.2, rate: 0.01),
  ]
  /// Whether class scores come from a linear head instead of the text tower.
  public var hasHead = false
  /// The steps of all stages together; the learning rate is that of stages with rate 1.
  public var training = GradualUnfreezing.defaultTraining

  public init() {}

  /// For `ood-tiny`: rates of 3e-3, 3e-4 (that of `full@small`) and 3e-5, and the test-time view.
  public static var small: GradualUnfreezing {
    var method = GradualUnfreezing()
    method.training.learningRate = 3e-3
    method.training.views = .centre
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rates 3e-3, 3e-4, 3e-5 on the test-time view", small)]
  }

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.rule = .adamw
    training.learningRate = 1e-3
    training.weightDecay = 0
    training.decay = .cosine
    training.epochs = 20
    training.views = .mild
    return training
  }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if !stages.contains(where: { $0.share > 0 }) {
      problems.append(SettingProblem("stages", "must have one with a share above 0"))
    }
    if training.epochs.passes(shots: 1) == nil {
      problems.append(
        SettingProblem("training.epochs", "must be passes over the shots, which stages share"))
    }
    for (index, stage) in stages.enumerated() {
      if !hasHead, stage.trains.contains(.head) {
        problems.append(
          SettingProblem("stages.\(index)", "trains the head; set has_head to true"))
      }
      if hasHead,
        stage.trains.contains(where: { $0 == .text || $0 == .logitScale })
          || stage.textBlocks > 0
      {
        problems.append(
          SettingProblem(
            "stages.\(index)", "trains texts, which a head does not read; set has_head to false"))
      }
    }
    return problems
  }

  public var changesImages: Bool { stages.contains { $0.share > 0 && $0.changesImages } }

  public var startsAsZeroShot: Bool { true }

  public var metadataColumns: Set<String> {
    stages.reduce(into: training.metadataColumns) { columns, stage in
      columns.formUnion((stage.objective?.value as? any Objective)?.metadataColumns ?? [])
    }
  }

  public var imageSources: [String] {
    let own = stages.compactMap { $0.objective?.value as? any Objective }
    // Stages with sources must agree on them: the task has one list.
    return ([training.chosenObjective] + own).map(\.imageSources).first { !$0.isEmpty } ?? []
  }

  /// The last stage alone.
  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let classifier = try classifier(of: model, for: task, workers: workers)
    guard let last = stages.last(where: { $0.share > 0 }) else {
      throw FineTuningError("gradual-unfreezing has no stage")
    }
    return Parametrization(
      of: model, training: try parameters(of: last, in: model, classifier),
      changesImages: changesImages, classifier: classifier)
  }

  public func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage] {
    let shared = Prepared {
      Parametrization(
        of: model, training: [], changesImages: false,
        classifier: try classifier(of: model, for: task, workers: workers))
    }
    var changesImages = false
    return planned(shots: task.shots).map { stage, epochs in
      var training = training
      training.epochs = .epochs(epochs)
      training.learningRate *= stage.rate
      if let objective = stage.objective { training.objective = objective }
      // A checkpoint brings back what earlier stages made of the tower only after this is asked.
      changesImages = changesImages || stage.changesImages
      let isChanged = changesImages
      return Stage(training) { _ in
        let classifier = try shared.value().classifier
        for parameter in (classifier as? HeadClassifier)?.parameters ?? [] {
          parameter.isTrainable = false
        }
        return Parametrization(
          of: model, training: try parameters(of: stage, in: model, classifier),
          changesImages: isChanged, classifier: classifier)
      }
    }
  }

  /// The stages that take steps, with their epochs; all of them where there are no epochs.
  func planned(shots: Int) -> [(stage: UnfreezingStage, epochs: Int)] {
    let passes = Double(training.epochs.passes(shots: shots) ?? 0)
    let total = stages.reduce(0) { $0 + $1.share }
    var (share, begun) = (0.0, 0)
    let planned = stages.map { stage in
      share += stage.share
      // The sum is kept: each stage ends where its share of all epochs does.
      let end = total > 0 ? Int((passes * share / total).rounded()) : 0
      defer { begun = end }
      return (stage: stage, epochs: end - begun)
    }
    let live = planned.filter { $0.epochs > 0 }
    return live.isEmpty ? planned : live
  }

  private func classifier(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> any Classifier {
    let texts = try textEncoding(of: task, model: model)
    if hasHead { return HeadClassifier(texts: texts.features(on: workers), of: model) }
    // Where no stage changes the texts they are encoded once.
    return stages.contains { $0.share > 0 && $0.changesTexts }
      ? TextClassifier(encoding: texts.encoding, of: model)
      : TextClassifier(fixed: texts.features(on: workers), of: model)
  }

  private func parameters(
    of stage: UnfreezingStage, in model: CLIPModel, _ classifier: any Classifier
  ) throws -> [Parameter] {
    var chosen = ParameterSet(try stage.parameters(in: model, hasTexts: !hasHead))
    if stage.trains.contains(.head) || stage.trains.contains(.all) {
      chosen.insert((classifier as? HeadClassifier)?.parameters ?? [])
    }
    return chosen.parameters
  }
}
