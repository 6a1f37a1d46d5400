import CLIPModels
import Configuration
import Datasets
import Images
import Optimizers
import RandomStreams
import Tensors

/// How Tip-Adapter's cache of shots is made and mixed with the texts.
///
/// The defaults are those of gaopengcuhk/Tip-Adapter on ImageNet and Oxford-Pets; its alpha and scales
/// differ by data set, which is for a sweep's `set` to say.
public struct KeyCache: Configurable {
  public static let name = "cache"

  /// alpha, the weight of the cache, before any search.
  public var alpha = 1.17
  /// beta, the sharpness of its votes, before any search.
  public var beta = 1.0
  /// Views of a shot that its key is the mean of; 1 for the test-time view.
  ///
  /// Several are crops of half the image and more, half of them mirrored. They are the first views
  /// that training on `views: tip-adapter` sees.
  public var views = 10
  /// Whether alpha and beta are searched on the validation shots.
  public var isSearched = true
  /// The largest alpha of the search, from 0.1 in 20 steps.
  public var alphaScale = 3.0
  /// The largest beta of the search, from 0.1 in 200 steps.
  public var betaScale = 7.0

  public init() {}

  /// The test-time view alone, and as much weight for the cache as for the texts.
  static var small: KeyCache {
    var cache = KeyCache()
    cache.alpha = 1
    cache.views = 1
    return cache
  }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if views < 1 { problems.append(SettingProblem("views", "must be at least 1, got \(views)")) }
    for (name, scale) in [("alpha_scale", alphaScale), ("beta_scale", betaScale)]
    where !(scale > 0.1 && scale.isFinite) {
      problems.append(SettingProblem(name, "must be above 0.1, got \(scale)"))
    }
    return problems
  }

  /// The cache over a task's shots.
  func parametrization(
    trainsKeys: Bool, of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    guard task.images.count > 0 else {
      throw FineTuningError("there are no training images to cache; set shots to 1 or more")
    }
    let matrix = try keys(of: model, for: task, workers: workers)
    let keys = Parameter("keys", shape: [matrix.rows, matrix.columns], values: matrix.values)
    let mixture = Parameter("mixture", shape: [2], values: [Float(alpha), Float(beta)])
    let texts = try ensembleClassifier(
      of: task, templates: task.templates, model: model, workers: workers)
    return Parametrization(
      of: model, training: trainsKeys ? [keys] : [],
      finding: trainsKeys ? [mixture] : [keys, mixture], changesImages: false,
      classifier: KeyClassifier(
        keys: keys, labels: task.images.labels, mixture: mixture, texts: texts,
        classCount: task.classNames.count))
  }

  /// Unit keys `[shots, embedding]`.
  private func keys(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Matrix {
    var sum: Matrix
    if views == 1 {
      let encoder = ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
      sum = try encoder.features(of: task.images)
    } else {
      let shots = [Int](0..<task.images.count)
      let source = try TrainingViews(
        task, augmentation: .tipAdapter, model: model, cachesFeatures: true, workers: workers)
      sum = Matrix(rows: shots.count, columns: model.configuration.embeddingSize)
      for view in 0..<views {
        guard case .encoded(let encoding) = try source.branch(shots, epoch: view) else { continue }
        let features = encoding.features(on: workers)
        for i in sum.values.indices { sum.values[i] += features.values[i] / Float(views) }
      }
    }
    let tape = Tape(workspace: Workspace())
    return tape.normalized(tape.constant(sum)).matrix
  }

  /// Sets alpha and beta to those with the most right validation images; of equal ones the first, with
  /// beta running slower.
  ///
  /// Affinities are computed once; alpha only scales a beta's votes.
  func search(
    _ parametrization: Parametrization, of model: CLIPModel, for task: FewShotTask,
    workers: Workers
  ) throws {
    guard isSearched, task.validation.count > 0,
      let classifier = parametrization.classifier as? KeyClassifier
    else { return }
    let encoder = ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
    let images = try encoder.features(of: task.validation)
    let labels = task.validation.labels
    let betas = (0..<200).map { 0.1 + Double($0) * (betaScale - 0.1) / 200 }
    let alphas = (0..<20).map { 0.1 + Double($0) * (alphaScale - 0.1) / 20 }
    let right = workers.map(betas.count) { index in
      classifier.rightCounts(
        of: images, labels: labels, alphas: alphas.map(Float.init), beta: Float(betas[index]))
    }
    var best = 0
    for (b, counts) in right.enumerated() {
      for (a, count) in counts.enumerated() where count > best {
        best = count
        classifier.mixture.values = [Float(alphas[a]), Float(betas[b])]
      }
    }
  }
}
