import Datasets
import Tensors

/// The reward of each class for each shot: its share of the soft label, or 1 for the label and 0 else.
struct ShotRewards: Sendable {
  private let labels: [Int]
  private let targets: Matrix?
  private let classes: Int

  /// The rewards of a task's shots.
  init(_ task: FewShotTask) {
    self.init(
      labels: task.images.labels, targets: task.targets, classes: task.classNames.count)
  }

  /// The rewards by labels, or by soft labels where there are some.
  init(labels: [Int], targets: Matrix?, classes: Int) {
    self.labels = labels
    self.targets = targets
    self.classes = classes
  }

  /// The rewards of all classes for one shot.
  func callAsFunction(_ shot: Int) -> [Double] {
    if let targets { return targets.row(shot).map(Double.init) }
    var rewards = [Double](repeating: 0, count: classes)
    rewards[labels[shot]] = 1
    return rewards
  }

  /// The mean over all shots of the expected reward under a policy.
  ///
  /// - Parameter logProbabilities: `[shots, classes]`.
  func expected(_ logProbabilities: DoubleMatrix) -> Double {
    var sum = 0.0
    for shot in 0..<logProbabilities.rows {
      for (reward, log) in zip(callAsFunction(shot), logProbabilities.row(shot)) where reward != 0 {
        sum += reward * exponential(log)
      }
    }
    return sum / Double(max(1, logProbabilities.rows))
  }
}
