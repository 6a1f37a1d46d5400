import CLIPModels
import Configuration
import Datasets
import Tensors

/// Ends a training that forgets: what it is measured on, and how much it may lose.
///
/// The zero-shot accuracy on labelled images of classes that the task does not have is measured before
/// training and after each epoch. Where it has fallen by more than `drop`, the training ends there, and
/// later stages with it. The images come from another benchmark's training images, never from what
/// detectors are measured on.
///
/// Source: a rule of this project; that fine-tuning distorts features is Kumar et al., ICLR 2022,
/// arXiv:2202.10054.
public struct StageGuard: Configurable, Equatable {
  public static let name = "guardrail"

  /// The benchmark whose training images and classes are used.
  public var benchmark = ""
  /// At most so many of them, drawn once.
  public var images = 200
  /// The largest loss of accuracy, as a fraction.
  public var drop = 0.1

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if benchmark.isEmpty {
      problems.append(SettingProblem("benchmark", "is missing; name one whose classes are others"))
    }
    if images < 1 { problems.append(SettingProblem("images", "must be at least 1, got \(images)")) }
    if !(drop >= 0 && drop <= 1) {
      problems.append(SettingProblem("drop", "must lie in [0, 1], got \(drop)"))
    }
    return problems
  }
}

/// Labelled images of classes that a task does not have.
public struct HeldOutClasses: Sendable {
  public let images: ImageSet
  /// One prompt a class.
  public let prompts: [String]

  /// Names images and prompts.
  public init(images: ImageSet, prompts: [String]) {
    require(prompts.count == images.classNames.count, "held-out classes need a prompt each")
    self.images = images
    self.prompts = prompts
  }

  /// The share of images whose class has the most similar prompt, by the towers as they are.
  public func accuracy(of model: CLIPModel, on task: FewShotTask, workers: Workers) throws -> Double
  {
    let texts = try TextEncoding(of: prompts, model: model, tokenizer: task.tokenizer)
      .features(on: workers)
    let features = try ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
      .features(of: images)
    let classifier = FineTunedClassifier(texts: texts, logitScale: 1)
    let found = FineTunedClassifier.predictions(
      classifier.outputs(of: features, on: workers).logits)
    let right = zip(found, images.labels).count { $0 == $1 }
    return Double(right) / Double(max(1, images.count))
  }
}

/// A guard at work: what was measured, and whether it has ended the training.
final class GuardWatch {
  /// The accuracy before training, the last one, and the epoch that it ended, or -1; in checkpoints.
  let kept: Parameter
  private let rule: StageGuard
  private let heldOut: HeldOutClasses

  init(_ rule: StageGuard, _ heldOut: HeldOutClasses, start: Double) {
    self.rule = rule
    self.heldOut = heldOut
    kept = Parameter("guard", shape: [3], values: [Float(start), Float(start), -1])
  }

  /// Whether the training has been ended.
  var hasEnded: Bool { kept.values[2] >= 0 }

  /// Looks after an epoch; returns whether the training is to end.
  func look(_ model: CLIPModel, _ task: FewShotTask, epoch: Int, workers: Workers) throws -> Bool {
    var values = kept.values
    values[1] = Float(try heldOut.accuracy(of: model, on: task, workers: workers))
    if Double(values[0] - values[1]) > rule.drop { values[2] = Float(epoch) }
    kept.values = values
    return hasEnded
  }

  /// What the record says of it.
  var measures: [String: Double] {
    // Shares of at most thousands of images: what single precision added to them goes.
    let values = kept.values.map { (Double($0) * 1e6).rounded() / 1e6 }
    return ["guard_start": values[0], "guard_end": values[1], "guard_epoch": values[2]]
  }
}
