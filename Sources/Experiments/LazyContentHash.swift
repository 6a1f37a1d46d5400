import Datasets
import Synchronization

/// The content hash of a set, computed when something first asks for it: training sets are large.
final class LazyContentHash: Sendable {
  private let images: ImageSet
  private let hash = Mutex<String?>(nil)

  init(_ images: ImageSet) { self.images = images }

  /// The hash; several threads may ask.
  func callAsFunction() throws -> String {
    try hash.withLock { known in
      if let known { return known }
      let new = try images.contentHash()
      known = new
      return new
    }
  }
}
