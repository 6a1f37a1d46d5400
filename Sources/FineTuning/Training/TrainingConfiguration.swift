import Configuration
import Images
import Optimizers
import Tensors

/// How a fine-tuning takes its steps, whatever it trains.
public struct TrainingConfiguration: Configurable {
  public static let name = "training"

  /// The rule that turns gradients into steps.
  public enum Rule: String, Codable, Sendable, CaseIterable {
    /// Momentum 0.9, weight decay as an L2 term: CoOp's.
    case sgd
    /// Decoupled weight decay.
    case adamw
  }

  /// How the learning rate falls.
  public enum Decay: String, Codable, Sendable, CaseIterable {
    case constant
    /// Warm-up over `warmupSteps`, then cosine to `finalRate`, step by step.
    case cosine
    /// CoOp's: one epoch at 1e-5, then cosine, epoch by epoch.
    case coop
  }

  /// The views of the training images.
  public enum Views: String, Codable, Sendable, CaseIterable {
    /// The test-time preprocessing; with a frozen image tower each image is encoded once.
    case centre
    /// A crop of 90 % and more, not mirrored.
    case mild
    /// A crop of 8 % and more, half of them mirrored: CoOp, its successors, CLIP-LoRA.
    case coop
    /// A crop of half the image and more, half of them mirrored: Tip-Adapter.
    case tipAdapter = "tip-adapter"

    var augmentation: Augmentation? {
      switch self {
      case .centre: nil
      case .mild: .mild
      case .coop: .coOp
      case .tipAdapter: .tipAdapter
      }
    }
  }

  /// Passes over the shots, or a rule that makes steps of them.
  public var epochs = TrainingLength.epochs(50)
  public var batchSize = 32
  /// Whether what is left of a pass behind its whole batches is a batch too; else it is dropped where
  /// there is a whole one.
  public var keepsPartialBatch = false
  public var learningRate = 2e-3
  /// What the cosine ends at.
  public var finalRate = 0.0
  public var rule = Rule.sgd
  public var weightDecay = 5e-4
  /// Added to AdamW's root of the second moment.
  public var epsilon = 1e-8
  public var decay = Decay.coop
  public var warmupSteps = 0
  /// The largest norm of the gradient; 0 for no limit.
  public var gradientClip = 0.0
  public var labelSmoothing = 0.0
  public var views = Views.centre
  /// What the steps minimise.
  public var objective = Chosen<Objectives>(CrossEntropy())
  /// Terms that are added to it.
  public var regularizers: [Chosen<Regularizers>] = []
  /// What training is told of its shots.
  public var supervision = Chosen<Supervisions>(CleanLabels())
  /// Which shots come when; nil for all at all times.
  public var curriculum: Curriculum?
  /// A metadata column whose values are trained on one after the other; empty for all together.
  public var domains = ""
  /// The memory of shots from earlier domains; nil for none.
  public var replay: Replay?
  /// What ends the training when it forgets too much; nil for nothing.
  public var guardrail: StageGuard?

  public init() {}

  /// The settings that came after the first records, as they are where none of them is used.
  ///
  /// Run ids leave them out there, so earlier records keep theirs.
  public static let settingsAddedLater: [String: JSONValue] = [
    "objective": .object(["cross-entropy": .object([:])]), "regularizers": .array([]),
    "epsilon": .number(1e-8), "final_rate": .integer(0), "keeps_partial_batch": .bool(false),
  ].merging(axesAddedLater) { $1 }

  /// Of these, the ones that came after the first records of methods within methods, such as
  /// `wise-ft`'s base, whose trainings are written out in full.
  public static let axesAddedLater: [String: JSONValue] = [
    "supervision": .object([CleanLabels.name: .object([:])]), "curriculum": .null,
    "domains": .string(""), "replay": .null,
    "guardrail": .null,
  ]

  /// What the steps minimise.
  public var chosenObjective: any Objective { objective.value as? any Objective ?? CrossEntropy() }

  var chosenRegularizers: [any Regularizer] {
    regularizers.compactMap { $0.value as? any Regularizer }
  }

  /// The columns of the shots' metadata that training reads.
  public var metadataColumns: Set<String> {
    chosenObjective.metadataColumns.union(domains.isEmpty ? [] : [domains])
  }

  /// What is told of the shots.
  public var chosenSupervision: any Supervision {
    supervision.value as? any Supervision ?? CleanLabels()
  }

  /// Whether a part of it reads what the model made of the task before training.
  var readsZeroShot: Bool {
    chosenObjective.readsZeroShot || chosenRegularizers.contains(where: \.readsZeroShot)
      || curriculum.map { $0.order != .random && $0.difficulty != .confidence } == true
      || replay?.policy == .hardest
  }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    func check(_ setting: String, _ isRight: Bool, _ message: String) {
      if !isRight { problems.append(SettingProblem(setting, message)) }
    }
    check("epochs", epochs.fault == nil, epochs.fault ?? "")
    check("batch_size", batchSize >= 1, "must be at least 1, got \(batchSize)")
    check(
      "learning_rate", learningRate >= 0 && learningRate.isFinite,
      "must be a number from 0, got \(learningRate)")
    check(
      "final_rate", finalRate >= 0 && finalRate <= learningRate,
      "must lie in [0, learning_rate], got \(finalRate)")
    check("epsilon", epsilon > 0, "must be above 0, got \(epsilon)")
    check(
      "label_smoothing", labelSmoothing >= 0 && labelSmoothing < 1,
      "must lie in [0, 1), got \(labelSmoothing)")
    check(
      "replay", replay == nil || !domains.isEmpty,
      "is a memory of earlier domains; name the column of the domains in 'domains'")
    return problems
  }

  /// The rates of a training of so many steps.
  func schedule(stepsPerEpoch: Int, total: Int) -> Schedule {
    switch decay {
    case .constant: .constant
    case .cosine: .cosine(warmup: warmupSteps, final: finalRate)
    case .coop:
      .coop(
        stepsPerEpoch: stepsPerEpoch, epochs: (total + stepsPerEpoch - 1) / stepsPerEpoch,
        warmupRate: 1e-5)
    }
  }

  func optimizer(for parameters: [Parameter]) -> any Optimizer {
    switch rule {
    case .sgd: SGD(parameters, momentum: 0.9, weightDecay: weightDecay)
    case .adamw: AdamW(parameters, epsilon: epsilon, weightDecay: weightDecay)
    }
  }
}
