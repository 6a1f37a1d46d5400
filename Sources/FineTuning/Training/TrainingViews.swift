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

  init(
    _ task: FewShotTask, augmentation: Augmentation?, model: CLIPModel, cachesFeatures: Bool,
    isNormalized: Bool, workers: Workers
  ) throws {
    self.task = task
    self.augmentation = augmentation
    self.model = model
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
      let features = try ImageEncoder(model, preprocessor: preprocessor, workers: workers)
        .features(of: task.images)
      let tape = Tape(workspace: Workspace())
      cached = isNormalized ? tape.normalized(tape.constant(features)).matrix : features
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
    let task = task
    let augmentation = augmentation
    let images = images
    let centre = centre
    let model = model
    return .encoded(
      Encoding(count: chosen.count, shardSize: ImageEncoder.shardSize(model)) { tape, range in
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
            values += centre[image]
          }
        }
        let pixels = Matrix(
          rows: range.count, columns: values.count / range.count, values: values)
        return model.vision(tape, pixels: tape.constant(pixels))
      })
  }

  /// Features of the patches of some shots, not normalised, image by image, or how to compute them.
  func patches(_ chosen: [Int], epoch: Int) throws -> Branch {
    throw FineTuningError("features of patches are not there yet")
  }
}
