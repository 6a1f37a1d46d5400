import Datasets
import Detectors
import FineTuning
import Metrics
import Results
import Tensors

/// Looks on while a unit trains: accuracy and detection on few images of the evaluation sets.
///
/// For analysis only. Training calls it and gets nothing back; the images are known here alone.
///
/// It looks before training, after at most so many evenly spaced epochs with the last among them,
/// and after each stage that is solved for. Where each look encodes images or texts, looks after epochs
/// are so few that all take at most `encodings`, and at least one.
final class TrajectoryRecorder {
  /// The images of a set, at most.
  static let images = 100
  /// Encodings of images or texts in all looks before and after epochs, unless two take more.
  static let encodings = 2_000

  /// What has been measured.
  private(set) var trajectory: Trajectory
  /// How long that took.
  private(set) var duration = Duration.zero
  private let detector = MaximumConceptMatching()
  private let subsets: [ImageSet]
  private let epochs: Int
  /// Epochs that the training was to take; it may end before.
  private var planned: Int?
  private let workers: Workers
  private let forgetting: ForgettingSets?
  private let file: TrajectoryFile?
  /// The subsets' features by a tower that training leaves alone; nil by one that it changes.
  private let frozen: [Matrix]?

  /// Takes images of the test set and of the first near and the first far split.
  ///
  /// - Parameters:
  ///   - benchmark: the evaluation sets.
  ///   - epochs: looks after epochs, at most.
  ///   - workers: the threads to use.
  ///   - checkpoints: where training keeps its state; what was measured is kept beside it.
  ///   - forgetting: what else is followed; nil for nothing.
  ///   - frozen: features of a set, where the method leaves the image tower alone.
  /// - Throws: the system's reason where a checkpoint of no use cannot be removed.
  init(
    _ benchmark: Benchmark, epochs: Int, workers: Workers, checkpoints: TrainingCheckpoints?,
    forgetting: ForgettingSets? = nil,
    frozen: ((ImageSet) throws -> Matrix)?
  ) throws {
    let sets =
      [(OODRole.id, benchmark.test)] + benchmark.near.prefix(1).map { (.near, $0) }
      + benchmark.far.prefix(1).map { (.far, $0) }
    subsets = sets.map { $1.selecting(TrajectoryRecorder.chosen(of: $1.count)) }
    self.frozen = try frozen.map { features in
      try sets.map { try features($1).selecting(TrajectoryRecorder.chosen(of: $1.count)) }
    }
    self.epochs = epochs
    self.forgetting = forgetting
    self.workers = workers
    let fresh = Trajectory(
      detector: MaximumConceptMatching.name,
      sets: zip(sets, subsets).map {
        Trajectory.ImageSubset(name: $0.1.name, role: $0.0, images: $1.count)
      })
    file = checkpoints.map(TrajectoryFile.init)
    trajectory = try file?.stored(like: fresh) ?? fresh
  }

  /// At most `images` of so many images in even steps: number i of m is floor(i n / m) of n.
  static func chosen(of count: Int) -> [Int] {
    let chosen = min(images, count)
    return (0..<chosen).map { $0 * count / chosen }
  }

  /// Looks at a training, where it is time to and that has not been done before.
  func observe(_ moment: TrainingMoment) throws {
    let isKnown = trajectory.points.contains {
      $0.stage == moment.stage && $0.epoch == moment.epoch
    }
    planned = moment.epochs
    guard !isKnown else { return }
    let clock = ContinuousClock()
    let start = clock.now
    defer { duration += clock.now - start }
    let classifier = moment.classifier()
    if moment.endsEpoch {
      let looks = looks(textsPerImage: classifier.textsPerImage)
      let isDue = TrajectoryRecorder.isDue(moment.epoch, of: moment.epochs, looks: looks)
      // Forgetting is measured behind every stage.
      guard isDue || forgetting != nil && moment.endsStage else { return }
    }
    trajectory.points.append(try point(moment, classifier))
    try file?.write(trajectory)
  }

  /// Looks after epochs, if a classifier encodes so many texts for an image.
  func looks(textsPerImage: Int) -> Int {
    let cost =
      subsets.reduce(0) { $0 + $1.count } * ((frozen == nil ? 1 : 0) + textsPerImage)
    return cost == 0 ? epochs : min(epochs, max(1, TrajectoryRecorder.encodings / cost - 1))
  }

  /// Whether one of so many looks is behind epoch `epoch` of `epochs`, the last one always.
  static func isDue(_ epoch: Int, of epochs: Int, looks: Int) -> Bool {
    epoch * looks / epochs > (epoch - 1) * looks / epochs
  }

  /// The trajectory of a training that has ended.
  ///
  /// - Parameter textsPerImage: of the classifier that it ended with.
  /// - Throws: `ExperimentError` where there are points behind one that is missing, as when two
  ///   processes were at one unit; the training must then be made anew.
  func finished(textsPerImage: Int) throws -> Trajectory {
    let found = Set(trajectory.points.map(\.epoch))
    let last = found.max() ?? 0
    let looks = looks(textsPerImage: textsPerImage)
    let missing = (0...last).first {
      ($0 == 0 || TrajectoryRecorder.isDue($0, of: planned ?? last, looks: looks))
        && !found.contains($0)
    }
    if let missing {
      try file?.remove()
      throw ExperimentError(
        "the trajectory of an interrupted training has no point of epoch \(missing); its "
          + "checkpoint is removed, run the sweep again to train anew")
    }
    return trajectory
  }

  private func point(
    _ moment: TrainingMoment, _ classifier: FineTunedClassifier
  ) throws -> Trajectory.Point {
    let features = try frozen ?? subsets.map(moment.encoder.features)
    let logits = features.map { classifier.outputs(of: $0, on: workers).logits }
    // A training that diverges is to fail by its own words; its point has no metrics.
    let scores = try logits.map { logits in
      guard logits.values.allSatisfy(\.isFinite) else { return [Double]() }
      return try detector.scores(
        for: ModelOutputs([.logits: DoubleMatrix(logits)], logitScale: classifier.logitScale))
    }
    var splits: [String: [String: Double]] = [:]
    for index in subsets.indices.dropFirst() where !scores[0].isEmpty && !scores[index].isEmpty {
      let ranked = try RankedScores(inDistribution: scores[0], outOfDistribution: scores[index])
      let convention = FPR95Convention.idNearest
      splits[subsets[index].name] = [
        "auroc": AUROC.value(of: ranked),
        "fpr95/\(convention.rawValue)": FPR95.value(of: ranked, convention: convention),
      ]
    }
    var point = Trajectory.Point(
      stage: moment.stage, epoch: moment.epoch,
      accuracy: try Accuracy.value(
        predictions: FineTunedClassifier.predictions(logits[0]), labels: subsets[0].labels),
      splits: splits)
    if let forgetting {
      point.accuracies = try forgetting.accuracies(moment, classifier, workers: workers)
    }
    return point
  }
}
