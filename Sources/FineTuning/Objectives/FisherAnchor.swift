import Configuration
import Datasets
import Optimizers
import RandomStreams
import Tensors

/// Pulls trained weights back to their values before training, those most that the labels' likelihood
/// depends on (elastic weight consolidation).
///
/// The penalty is weight sum_i F_i (theta_i - theta0_i)^2 with the diagonal of the empirical Fisher
/// information F_i = mean_x (d log p(y|x) / d theta_i)^2 over at most `samples` shots with the labels
/// that are given, on the test-time view and where the stage starts. It is a proximal step, as
/// `weight-anchor`'s: theta_i = (theta_i + c F_i theta0_i) / (1 + c F_i), c = 2 r weight. The paper has
/// weight / 2.
///
/// Source: Kirkpatrick et al., "Overcoming catastrophic forgetting in neural networks", PNAS 2017,
/// arXiv:1612.00796.
public struct FisherAnchor: Regularizer {
  public static let name = "fisher-anchor"

  /// The weight of the penalty.
  public var weight = 1.0
  /// The most shots that the information is estimated from.
  public var samples = 512

  public init() {}

  public var problems: [SettingProblem] {
    anchorProblems(weight)
      + (samples >= 1 ? [] : [SettingProblem("samples", "must be at least 1, got \(samples)")])
  }

  public var readsOrigins: Bool { true }

  public func correction(of training: StageTraining) throws -> StepCorrection? {
    let parameters = training.parametrization.trained
    let fisher = zip(parameters, try information(of: training)).map { parameter, values in
      Parameter(
        "fisher.\(training.index).\(parameter.name)", shape: parameter.shape, values: values)
    }
    return correction(parameters, origin: training.origin, fisher: fisher)
  }

  /// The step for known information.
  func correction(
    _ parameters: [Parameter], origin: (Parameter) -> [Float], fisher: [Parameter]
  ) -> StepCorrection {
    let anchors = parameters.map { ($0, origin($0)) }
    let weight = weight
    return StepCorrection(kept: fisher) { rate in
      for ((parameter, origin), information) in zip(anchors, fisher) {
        parameter.move(
          towards: origin, weights: information.values, strength: Float(2 * rate * weight))
      }
    }
  }

  /// F of each trained weight, from the gradients of single shots.
  func information(of training: StageTraining) throws -> [[Float]] {
    let task = training.task
    let parameters = training.parametrization.trained
    var random = RandomSource(seed: task.seed, purpose: "fisher information")
    let shots = random.permutation(of: task.images.count).prefix(samples)
    let views = try TrainingViews(
      task, augmentation: nil, model: training.model,
      cachesFeatures: !training.parametrization.changesImages, workers: training.workers)
    let loss = CrossEntropy.losses(of: training.parametrization.classifier)
    let coupled = CoupledStep(training: parameters, on: training.workers)
    var sums = parameters.map { [Double](repeating: 0, count: $0.count) }
    for shot in shots {
      let branch = try views.branch([shot], epoch: 0)
      let step = try loss(
        TrainingBatch(
          shots: [shot], labels: [task.images.labels[shot]],
          targets: task.targets?.selecting([shot]), epoch: 0, step: 0, images: branch,
          patches: { try views.patches([shot], epoch: 0) }))
      _ = coupled.run(step.branches, loss: step.value)
      for index in parameters.indices {
        let gradient = coupled.gradients.values(parameters[index])
        for i in gradient.indices { sums[index][i] += Double(gradient[i]) * Double(gradient[i]) }
      }
    }
    return sums.map { $0.map { Float($0 / Double(max(1, shots.count))) } }
  }
}
