#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import CLIPModels
import Configuration
import Datasets
import Tensors

/// Logistic regression on the frozen tower's features, which are not normalised.
///
/// C is chosen on the validation shots by CoOp's protocol: the best of seven powers of ten, then
/// eight halvings of the interval around it in log10, ties to the smaller C. Without validation
/// shots it is 0.316, CLIP's own. The solution is the optimum, where the peers stop after 1,000
/// iterations.
public struct LinearProbe: FineTuningMethod {
  public static let name = "linear-probe"
  public static let revision = 1
  public static let paper =
    "Radford et al., Learning transferable visual models from natural language supervision, "
    + "ICML 2021, arXiv:2103.00020, section 3.2; selection as in KaiyangZhou/CoOp lpclip"

  /// C, the weight of the data against the penalty; 0 to choose it on the validation shots.
  public var inversePenalty = 0.0

  public var training: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.epochs = 0
    return training
  }

  public init() {}

  public var problems: [SettingProblem] {
    inversePenalty >= 0 && inversePenalty.isFinite
      ? []
      : [SettingProblem("inverse_penalty", "must be a number from 0, got \(inversePenalty)")]
  }

  public var changesImages: Bool { false }

  public var usesValidation: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let classes = task.classNames.count
    let size = model.configuration.embeddingSize
    let bias = Parameter("head.bias", shape: [classes], repeating: 0)
    // For steps that follow, as in `lp-ft`: no bias decays.
    bias.decays = false
    let head = HeadClassifier(
      weight: Parameter("head.weight", shape: [classes, size], repeating: 0), bias: bias,
      isNormalized: false, of: model)
    return Parametrization(
      of: model, training: head.parameters, changesImages: changesImages, classifier: head)
  }

  public func stages(of model: CLIPModel, for task: FewShotTask, workers: Workers) -> [Stage] {
    [
      Stage { _ in
        try parametrization(of: model, for: task, workers: workers)
      } solve: { parametrization in
        try solve(parametrization, of: model, for: task, workers: workers)
      }
    ]
  }

  /// Sets the head's weights and returns the objective at them.
  func solve(
    _ parametrization: Parametrization, of model: CLIPModel, for task: FewShotTask,
    workers: Workers
  ) throws -> [Double] {
    guard task.images.count > 0 else {
      throw FineTuningError("there are no training images; set shots to 1 or more")
    }
    let encoder = ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
    let features = DoubleMatrix(try encoder.features(of: task.images))
    var path = LogisticPath(
      features, labels: task.images.labels, classes: task.classNames.count)
    let found: LogisticRegression
    if inversePenalty > 0 {
      found = path.fitted(inversePenalty)
    } else if task.validation.count > 0 {
      let held = DoubleMatrix(try encoder.features(of: task.validation))
      found = LinearProbe.chosen({ path.fitted($0) }) {
        $0.accuracy(held, labels: task.validation.labels)
      }
    } else {
      found = path.fitted(0.316)
    }
    parametrization.trained[0].values = found.weight.values.map(Float.init)
    parametrization.trained[1].values = found.bias.map(Float.init)
    return [found.value]
  }

  /// The probe that CoOp's search ends at.
  static func chosen(
    _ fitted: (Double) -> LogisticRegression, accuracy: (LogisticRegression) -> Double
  ) -> LogisticRegression {
    let exponents: [Double] = [6, 4, 2, 0, -2, -4, -6]
    var peak = exponents[0]
    var best = -1.0
    for exponent in exponents {
      let share = accuracy(fitted(pow(10, exponent)))
      if share > best { (peak, best) = (exponent, share) }
    }
    var (low, high) = (peak - 1, peak + 1)
    var left = fitted(pow(10, low))
    var right = fitted(pow(10, high))
    for step in 0..<8 {
      let isRight = accuracy(left) < accuracy(right)
      if step == 7 { return isRight ? right : left }
      if isRight {
        low = (low + high) / 2
        left = fitted(pow(10, low))
      } else {
        high = (low + high) / 2
        right = fitted(pow(10, high))
      }
    }
    return left
  }
}
