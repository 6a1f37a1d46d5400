import Datasets
import Detectors
import FineTuning
import Tensors

/// What a unit's model says about one image set, for all its detectors.
///
/// Features and logits are kept in single precision as the model made them; detectors get them in
/// double precision, a tile of images at a time. What would not fit in memory is computed for each
/// tile, and only for detectors that read it.
struct ImageOutputs: Sendable {
  let images: ImageSet
  /// Unit image features `[images, embedding]`.
  let features: Matrix
  /// `[images, classes]`.
  let logits: Matrix
  /// The logits of moved images, for each way to move them.
  var perturbedLogits: [InputPerturbation: Matrix] = [:]
  /// What a value head says of each image; nil where no detector reads it.
  var values: [Double]?
  /// What made the features.
  let model: TrainedModel

  /// The class of each image.
  var predictions: [Int] { FineTunedClassifier.predictions(logits) }

  /// All images with their labels: what detectors are fitted to.
  func training(for detector: any Detector) throws -> ModelOutputs {
    let needs = type(of: detector).trainingNeeds
    return try tile(0..<images.count, needs, detector, labels: images.labels).keeping(needs)
  }

  /// A detector's score of each image.
  func scores(of detector: any Detector, workers: Workers) throws -> [Double] {
    let needs = type(of: detector).needs
    return try detector.scores(
      ofImages: images.count,
      imagesPerTile: needs.contains(.patchCosines) ? try model.localShardSize() : detectorTileSize,
      workers: workers
    ) { try tile($0, needs, detector) }
  }

  private func tile(
    _ range: Range<Int>, _ needs: Set<OutputField>, _ detector: any Detector, labels: [Int]? = nil
  ) throws -> ModelOutputs {
    var matrices: [OutputField: DoubleMatrix] = [
      .logits: DoubleMatrix(logits, rows: range), .features: DoubleMatrix(features, rows: range),
    ]
    if needs.contains(.patchCosines) {
      matrices[.patchCosines] = try model.patchCosines(
        of: images, range, features: features.selecting(range))
    }
    if needs.contains(.negativeCosines), let negatives = model.negatives {
      matrices[.negativeCosines] = matrices[.features]?.multiplied(byTransposeOf: negatives)
    }
    if needs.contains(.descriptorCosines), let descriptors = model.descriptors {
      matrices[.descriptorCosines] = matrices[.features]?.normalizedRows()
        .multiplied(byTransposeOf: descriptors)
    }
    if needs.contains(.values), let values {
      matrices[.values] = DoubleMatrix(
        rows: range.count, columns: 1, values: [Double](values[range]))
    }
    if needs.contains(.perturbedLogits), let perturbation = detector.inputPerturbation {
      matrices[.perturbedLogits] = perturbedLogits[perturbation].map {
        DoubleMatrix($0, rows: range)
      }
    }
    return try ModelOutputs(
      matrices, labels: labels, logitScale: model.logitScale, head: model.head)
  }
}
