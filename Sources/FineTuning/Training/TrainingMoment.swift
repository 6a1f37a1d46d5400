import Tensors

/// What an onlooker may see of a training: the classifier as it is at one moment.
///
/// It holds no weight that could be changed, and nothing that an onlooker does comes back, so a
/// training ends in the same bits with and without one.
public struct TrainingMoment {
  /// The stage that is under way, or has just been solved for, from 1; 0 before the first.
  public let stage: Int
  /// Epochs that are over, of all stages; a stage that is solved for takes none.
  public let epoch: Int
  /// Epochs of all stages.
  public let epochs: Int
  /// Whether an epoch has just ended; if not, training begins or a stage was solved for.
  public let endsEpoch: Bool
  /// Whether it is the last epoch of its stage.
  public let endsStage: Bool
  /// The image tower as it is now.
  public let encoder: ImageEncoder
  private let finish: () -> FineTunedClassifier
  private let encode: ([String]) throws -> Matrix

  init(
    stage: Int, epoch: Int, epochs: Int, endsEpoch: Bool, endsStage: Bool, encoder: ImageEncoder,
    texts encode: @escaping ([String]) throws -> Matrix,
    finish: @escaping () -> FineTunedClassifier
  ) {
    self.stage = stage
    self.epoch = epoch
    self.epochs = epochs
    self.endsEpoch = endsEpoch
    self.endsStage = endsStage
    self.encoder = encoder
    self.encode = encode
    self.finish = finish
  }

  /// The classifier as it is now; its texts are encoded for each call.
  public func classifier() -> FineTunedClassifier { finish() }

  /// Unit features of texts by the text tower as it is now.
  public func textFeatures(of texts: [String]) throws -> Matrix { try encode(texts) }
}
