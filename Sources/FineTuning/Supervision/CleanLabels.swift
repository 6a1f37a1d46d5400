import Configuration
import Datasets

/// The true labels.
public struct CleanLabels: Supervision {
  public static let name = "clean"
  public static let revision = 1

  public init() {}

  public func supervised(_ shots: ImageSet, in scene: SupervisionScene) -> SupervisedShots {
    SupervisedShots(images: shots)
  }
}
