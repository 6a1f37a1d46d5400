import Detectors
import Metrics
import Tensors

/// Logits and labels in files, read anew for every pass, so that memory holds a tile of them.
public struct LabelledLogits {
  private let files: OutputFiles
  private let logitScale: Double

  /// Checks that the files hold what calibration reads.
  ///
  /// - Parameters:
  ///   - files: labels with logits, or with cosines and the factor between the two.
  ///   - logitScale: the factor, over the one in the files.
  /// - Throws: `ExperimentError` that says what is missing.
  public init(_ files: OutputFiles, logitScale: Double? = nil) throws {
    let scale = logitScale ?? files.logitScale
    let what = "\(files.arrays.option): found \(files.summary)"
    guard files.fields.contains(.labels) else {
      throw ExperimentError("\(what), expected labels [images] too")
    }
    if !files.fields.contains(.logits) {
      guard files.fields.contains(.cosines) else {
        throw ExperimentError("\(what), expected logits [images, classes]")
      }
      guard scale != nil else {
        throw ExperimentError(
          "\(what), expected logits; cosines need the factor between the two: name it with "
            + "--logit-scale, such as 100")
      }
    }
    self.files = files
    self.logitScale = scale ?? 1
  }

  /// Evaluates the softmax of the logits times a factor.
  ///
  /// - Throws: `FormatError`, `ExperimentError`, `DetectorError` or `MetricError` for faulty files.
  public func classifications(scale: Double = 1, workers: Workers) throws -> Classifications {
    var images = Classifications()
    try forEachPart(workers) { logits, labels, first in
      try Classifications(
        logits: logits.values, classes: logits.columns, labels: labels, scale: scale, first: first)
    } body: {
      images.append($0)
    }
    if images.count == 0 { throw ExperimentError("\(files.arrays.option): no images") }
    return images
  }

  /// The temperature with the largest likelihood of the labels.
  ///
  /// - Throws: as `classifications`, and `MetricError` where the likelihood has no maximum.
  public func temperature(workers: Workers) throws -> Double {
    try TemperatureScaling.fit { scale in
      var moments = TemperatureScaling.Moments()
      try forEachPart(workers) { logits, labels, first in
        try TemperatureScaling.Moments(
          logits: logits.values, classes: logits.columns, labels: labels, scale: scale,
          first: first)
      } body: {
        moments.add($0)
      }
      return moments
    }
  }

  /// Evaluates parts of fixed size side by side and hands the results over in order, so that sums
  /// do not depend on the number of threads.
  private func forEachPart<Part: Sendable>(
    _ workers: Workers, evaluate: @Sendable (DoubleMatrix, [Int], _ first: Int) throws -> Part,
    body: (Part) -> Void
  ) throws {
    let size = 64
    var tiles = try OutputTiles(
      files, fields: [.logits, .labels], logitScale: logitScale, head: nil)
    // 32 MiB in double precision, in whole parts.
    let limit = max(1, (32 << 20) / max(1, tiles.imageSize) / size) * size
    var done = 0
    while let outputs = try tiles.next(limit) {
      let logits = try outputs.logits(for: "calibration")
      let labels = try outputs.labels(for: "calibration")
      let starts = Array(stride(from: 0, to: outputs.count, by: size))
      let offset = done
      let parts = try workers.tryMap(starts.count) { index in
        let rows = starts[index]..<min(starts[index] + size, labels.count)
        return try evaluate(
          logits.selecting(Array(rows)), Array(labels[rows]), offset + rows.lowerBound)
      }
      for part in parts { body(part) }
      done += outputs.count
    }
  }
}
