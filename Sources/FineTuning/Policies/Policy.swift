import CLIPModels
import Configuration
import Tensors

/// What objectives on a policy have in common: its temperature, its anchor, and the size of groups.
struct PolicySettings: Sendable {
  /// The temperature of the policy.
  var tauPol: PolicyTemperature
  /// The weight of the divergence from the zero-shot policy.
  var kl: Double
  /// The draws of an image in a step, for which `auto` chooses the temperature.
  var groupSize: Int

  /// What is wrong with them.
  func problems(leastGroup: Int = 1) -> [SettingProblem] {
    var problems: [SettingProblem] = []
    if let fault = tauPol.fault { problems.append(SettingProblem("tau_pol", fault)) }
    if !(kl >= 0 && kl.isFinite) {
      problems.append(SettingProblem("kl", "must be a number from 0, got \(kl)"))
    }
    if groupSize < leastGroup {
      problems.append(
        SettingProblem("group_size", "must be at least \(leastGroup), got \(groupSize)"))
    }
    return problems
  }
}

/// The policy of a stage in training: pi(a|x) = softmax_a(k z_a), z the classifier's scores.
///
/// k = 1 / (e^s tau), e^s the logit scale when the stage begins; so pi = softmax(cos / tau) where the
/// scores come from texts. Scores of a head have no cosines: theirs are logits / e^s, as for MCM, which
/// are the cosines where the head starts as the texts. Where the logit scale trains, k stays.
struct Policy {
  /// The stage that trains it.
  let training: StageTraining
  /// k and tau, which a checkpoint keeps: a stage that goes on no longer knows how it began.
  let scaling: Parameter
  private let logScale: Parameter

  /// The policy as it is when the stage begins.
  init(_ settings: PolicySettings, of training: StageTraining) throws {
    self.training = training
    let scale = logitScale(of: training.model)
    logScale = Parameter(
      "policy.log_scale", shape: training.model.logitScale.shape,
      values: training.model.logitScale.values)
    let tau: Double
    switch settings.tauPol {
    case .logitScale: tau = 1 / scale
    case .fixed(let number): tau = number
    case .automatic:
      var cosines = try Policy.scores(of: training)
      for i in cosines.values.indices { cosines.values[i] /= Float(scale) }
      tau =
        1
        / PolicyTemperature.automatic(
          cosines, rewards: ShotRewards(training.task).callAsFunction,
          groupSize: settings.groupSize, workers: training.workers)
    }
    // 1 exactly for the model's own temperature: its scores keep their bits.
    let factor = settings.tauPol == .logitScale ? 1 : 1 / (scale * tau)
    scaling = Parameter(
      "policy.\(training.index).scaling", shape: [2], values: [Float(factor), Float(tau)])
  }

  /// tau.
  var temperature: Double { Double(scaling.values[1]) }

  /// k z of a batch.
  func logits(_ tape: Tape, _ scores: Tensor) -> Tensor {
    let factor = scaling.values[0]
    return factor == 1 ? scores : tape.multiplied(scores, by: factor)
  }

  /// log pi of all shots in the test-time view, `[shots, classes]`, by the weights as they are.
  func logProbabilities() throws -> DoubleMatrix {
    logSoftmax(try Policy.scores(of: training), scale: Double(scaling.values[0]))
  }

  /// log pi_0 of some shots, `[shots, classes]`: the policy of the model before any training, with the
  /// fixed prompts, at the same temperature.
  ///
  /// Computed as the policy is, so where nothing has moved the two have the same bits.
  func reference(_ shots: [Int], _ zeroShot: ZeroShotReference) -> DoubleMatrix {
    let tape = Tape(workspace: Workspace())
    let images = tape.normalized(tape.constant(zeroShot.images.selecting(shots)))
    let scores = tape.similarities(images, tape.constant(zeroShot.texts), logScale: logScale)
    return logSoftmax(logits(tape, scores).matrix)
  }

  private static func scores(of training: StageTraining) throws -> Matrix {
    let encoder = ImageEncoder(
      training.model, preprocessor: training.task.preprocessor, workers: training.workers)
    return training.parametrization.classifier.finished(on: training.workers)
      .outputs(of: try encoder.features(of: training.task.images), on: training.workers).logits
  }
}
