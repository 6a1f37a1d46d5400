import CLIPModels
import Datasets
import Images
import Tensors

/// Encodes image sets with a model's image tower, in fixed shards.
public struct ImageEncoder: Sendable {
  let model: CLIPModel
  let preprocessor: Preprocessor
  private let workers: Workers

  /// Creates an encoder.
  public init(_ model: CLIPModel, preprocessor: Preprocessor, workers: Workers) {
    self.model = model
    self.preprocessor = preprocessor
    self.workers = workers
  }

  /// Tokens that a shard may hold.
  ///
  /// Each shard packs all weights anew for its products, which for wide layers takes a tenth of the
  /// time at 500 rows; narrow ones are better off with rows that stay in the cache. A function of
  /// the model alone, because it decides the order of sums.
  public static func shardTokens(_ configuration: CLIPConfiguration) -> Int {
    max(configuration.vision.width, configuration.text.width) < 512 ? 528 : 832
  }

  /// Images in a shard.
  ///
  /// Wide models take a power of two, so that usual batches fall into equal shards.
  public static func shardSize(_ configuration: CLIPConfiguration) -> Int {
    let most = max(1, shardTokens(configuration) / configuration.visionTokens)
    guard shardTokens(configuration) > 528 else { return most }
    return 1 << (Int.bitWidth - 1 - most.leadingZeroBitCount)
  }

  /// Image features as the tower gives them, `[images, embedding]`, not normalised.
  ///
  /// - Throws: the error of the first image that cannot be decoded.
  public func features(of images: ImageSet) throws -> Matrix {
    try matrix(of: images, columns: model.configuration.embeddingSize) { workspace, range in
      let tape = Tape(workspace: workspace)
      return model.vision(tape, pixels: tape.constant(try pixels(of: images, range))).matrix
    }
  }

  /// Runs the shards of a set in parallel and puts their rows, one an image, below each other.
  func matrix(
    of images: ImageSet, columns: Int,
    _ rows: @Sendable (Workspace, Range<Int>) throws -> Matrix
  ) throws -> Matrix {
    try matrix(images.count, columns: columns, rows)
  }

  /// The same for a number of images that the closure finds by itself.
  func matrix(
    _ count: Int, columns: Int, _ rows: @Sendable (Workspace, Range<Int>) throws -> Matrix
  ) throws -> Matrix {
    let size = ImageEncoder.shardSize(model.configuration)
    let shards = (count + size - 1) / size
    let parts = try workers.tryMap(shards) { shard in
      let range = shard * size..<min(count, (shard + 1) * size)
      return try workers.workspaces.borrow { try rows($0, range).values }
    }
    return Matrix(rows: count, columns: columns, values: parts.flatMap { $0 })
  }

  func pixels(of images: ImageSet, _ range: Range<Int>) throws -> Matrix {
    let side = model.configuration.imageSize
    var values: [Float] = []
    values.reserveCapacity(range.count * 3 * side * side)
    for index in range { values += preprocessor.pixels(try images.image(at: index)) }
    return Matrix(rows: range.count, columns: 3 * side * side, values: values)
  }
}

/// exp of the stored logarithm of a model's logit scale.
public func logitScale(of model: CLIPModel) -> Double {
  exponential(Double(model.logitScale.values[0]))
}
