import Datasets
import Tensors

/// How hard each shot is before training, by the zero-shot model and the labels that are given.
struct ShotDifficulty {
  private let targets: [[Double]]
  private let cosines: [[Double]]
  private let scale: Double

  /// Gathers labels and the zero-shot model's cosines; zeros where nothing reads these.
  init(_ task: FewShotTask, _ reference: ZeroShotReference?) {
    let classes = task.classNames.count
    targets = task.images.labels.indices.map { shot in
      task.targets?.row(shot).map(Double.init)
        ?? (0..<classes).map { $0 == task.images.labels[shot] ? 1 : 0 }
    }
    let known = reference?.cosines
    cosines = targets.indices.map { shot in
      known?.row(shot).map(Double.init) ?? [Double](repeating: 0, count: classes)
    }
    scale = reference?.logitScale ?? 1
  }

  /// The cross-entropy of each shot's label under the zero-shot model.
  var losses: [Double] {
    zip(targets, cosines).map { target, cosine in
      let scores = cosine.map { scale * $0 }
      return logSumExp(scores) - zip(target, scores).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// The difficulty of each shot; nil for that of the training's own losses.
  func values(_ difficulty: Curriculum.Difficulty) -> [Double]? {
    switch difficulty {
    case .loss: nil
    case .confidence: targets.map { 1 - ($0.max() ?? 0) }
    case .zeroShot:
      zip(targets, cosines).map { target, cosine in
        let scores = cosine.map { scale * $0 }
        let normalizer = logSumExp(scores)
        return 1 - zip(target, scores).reduce(0) { $0 + $1.0 * exponential($1.1 - normalizer) }
      }
    case .margin:
      zip(targets, cosines).map { target, cosine in
        let label = target.indices.max { (target[$0], -$0) < (target[$1], -$1) } ?? 0
        let others = cosine.indices.filter { $0 != label }.map { cosine[$0] }
        return (others.max() ?? 0) - cosine[label]
      }
    }
  }
}
