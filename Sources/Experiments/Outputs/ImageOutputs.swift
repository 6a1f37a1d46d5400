import Datasets
import Detectors
import Tensors

/// What a unit's model says about one image set, for all its detectors.
///
/// Features and logits are kept in single precision as the model made them; detectors get them in
/// double precision, a tile of images at a time.
struct ImageOutputs: Sendable {
  let images: ImageSet
  /// Unit image features `[images, embedding]`.
  let features: Matrix
  /// `[images, classes]`.
  let logits: Matrix
  let logitScale: Double
  let head: LinearHead

  /// The class of each image: the first of the largest logits.
  var predictions: [Int] {
    (0..<logits.rows).map { row in
      var best = 0
      for k in 1..<max(1, logits.columns) where logits[row, k] > logits[row, best] { best = k }
      return best
    }
  }

  /// All images with their labels: what a detector is fitted to.
  func training() throws -> ModelOutputs { try tile(0..<images.count, labels: images.labels) }

  /// A detector's score of each image.
  func scores(of detector: any Detector, workers: Workers) throws -> [Double] {
    try detector.scores(ofImages: images.count, workers: workers) { try tile($0) }
  }

  private func tile(_ range: Range<Int>, labels: [Int]? = nil) throws -> ModelOutputs {
    try ModelOutputs(
      [.logits: DoubleMatrix(logits, rows: range), .features: DoubleMatrix(features, rows: range)],
      labels: labels, logitScale: logitScale, head: head)
  }
}
