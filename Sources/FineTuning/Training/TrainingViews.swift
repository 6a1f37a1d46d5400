import CLIPModels
import Datasets
import Images
import Optimizers
import RandomStreams
import Tensors

/// The views of the shots that training steps see.
///
/// A view is a function of (seed, epoch, image), so methods, learning rates and resumed runs see the
/// same ones. With a frozen image tower and the test-time view every image is encoded once, which is
/// exact; other views are encoded in each step.
struct TrainingViews {
  private let task: FewShotTask
  private let augmentation: Augmentation?
  private let model: CLIPModel
  private let images: [RGBImage]
  private let centre: [[Float]]
  private let cached: Matrix?
  private let patchFeatures: PatchFeatures
  private let workers: Workers

  init(
    _ task: FewShotTask, augmentation: Augmentation?, model: CLIPModel, cachesFeatures: Bool,
    workers: Workers
  ) throws {
    self.task = task
    self.augmentation = augmentation
    self.model = model
    self.workers = workers
    patchFeatures = PatchFeatures(of: model, isKept: augmentation == nil && cachesFeatures)
    let background = task.preprocessor.configuration.background
    let preprocessor = task.preprocessor
    if augmentation != nil {
      images = try workers.tryMap(task.images.count) {
        try task.images.image(at: $0).rgb(background: background)
      }
      centre = []
      cached = nil
    } else if cachesFeatures {
      images = []
      centre = []
      cached = try ImageEncoder(model, preprocessor: preprocessor, workers: workers)
        .features(of: task.images)
    } else {
      images = []
      centre = try workers.tryMap(task.images.count) {
        preprocessor.pixels(try task.images.image(at: $0))
      }
      cached = nil
    }
  }

  /// The features of some shots in some epoch, or how to compute them.
  func branch(_ chosen: [Int], epoch: Int) throws -> Branch {
    if let cached {
      return .constant(cached.selecting(chosen))
    }
    let pixels = try pixels(chosen, epoch: epoch)
    let model = model
    let size = ImageEncoder.shardSize(model.configuration)
    return .encoded(
      Encoding(count: chosen.count, shardSize: size) { tape, range in
        model.vision(tape, pixels: tape.constant(pixels(range)))
      })
  }

  /// Features of the patches of some shots, not normalised, image by image, or how to compute them.
  ///
  /// With a frozen image tower and the test-time view those of all shots are computed once, if they
  /// fit in `PatchFeatures.budget`; else those of the chosen shots are computed in each step.
  func patches(_ chosen: [Int], epoch: Int) throws -> Branch {
    if let kept = try patchFeatures.rows(chosen, of: task, on: workers) { return .constant(kept) }
    let pixels = try pixels(chosen, epoch: epoch)
    let model = model
    let size = ImageEncoder.shardSize(model.configuration)
    return .encoded(
      Encoding(count: chosen.count, shardSize: size) { tape, range in
        model.vision.localFeatures(tape, pixels: tape.constant(pixels(range)))
      })
  }

  /// Features of other views of some shots: drawn by the training's augmentation, or by `mild` where
  /// it sees the test-time view.
  func second(_ chosen: [Int], epoch: Int) throws -> Branch {
    let task = task
    let augmentation = augmentation ?? .mild
    let background = task.preprocessor.configuration.background
    let images = try workers.tryMap(chosen.count) {
      try task.images.image(at: chosen[$0]).rgb(background: background)
    }
    let model = model
    let size = ImageEncoder.shardSize(model.configuration)
    return .encoded(
      Encoding(count: chosen.count, shardSize: size) { tape, range in
        let rows = range.map { position in
          var random = RandomSource(
            seed: task.seed, purpose: "second view of \(task.images.sampleIDs[chosen[position]])",
            index: UInt64(epoch))
          return augmentation.pixels(
            images[position], random: &random, preprocessing: task.preprocessor)
        }
        return model.vision(
          tape,
          pixels: tape.constant(
            Matrix(rows: rows.count, columns: rows[0].count, values: rows.flatMap { $0 })))
      })
  }

  /// What the image tower sees of a range of the chosen shots.
  private func pixels(
    _ chosen: [Int], epoch: Int
  ) throws -> @Sendable (Range<Int>) -> Matrix {
    let task = task
    let augmentation = augmentation
    let images = images
    // Of frozen features that are kept, no pixels are.
    let centre =
      augmentation != nil
      ? []
      : try workers.tryMap(chosen.count) {
        self.centre.isEmpty
          ? task.preprocessor.pixels(try task.images.image(at: chosen[$0]))
          : self.centre[chosen[$0]]
      }
    return { range in
      var values: [Float] = []
      for position in range {
        let image = chosen[position]
        if let augmentation {
          var random = RandomSource(
            seed: task.seed, purpose: "view of \(task.images.sampleIDs[image])",
            index: UInt64(epoch))
          values += augmentation.pixels(
            images[image], random: &random, preprocessing: task.preprocessor)
        } else {
          values += centre[position]
        }
      }
      return Matrix(rows: range.count, columns: values.count / range.count, values: values)
    }
  }
}
