import Configuration
import Datasets
import Images
import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What labelling functions may look at beside the pool.
public struct LabellingScene: Sendable {
  /// What the supervision has.
  let scene: SupervisionScene
  /// Labelled training images, none of them in the pool.
  let rest: ImageSet

  /// The classes to tell apart.
  var classNames: [String] { rest.classNames }

  /// Labelled images outside the pool, so many a class; fewer shots are among more.
  ///
  /// - Throws: `DatasetError` where a class has none left.
  func gold(_ shots: Int) throws -> ImageSet {
    try FewShotSplit.sample(from: rest, shots: shots, seed: scene.seed).images
  }

  /// The training images of another benchmark.
  func training(of benchmark: String) throws -> ImageSet {
    guard let images = scene.others[benchmark] else {
      throw FineTuningError("benchmark '\(benchmark)' is not at hand")
    }
    return images
  }

  /// Features of the frozen image tower, rows of length 1.
  func features(of images: ImageSet) throws -> DoubleMatrix {
    DoubleMatrix(try scene.features(images)).withUnitRows
  }

  /// Features of the frozen text tower, rows of length 1.
  func features(of texts: [String]) throws -> DoubleMatrix {
    DoubleMatrix(try scene.textFeatures(texts)).withUnitRows
  }

  /// Small pictures instead of features: the preprocessed pixels as means over a grid of at most
  /// 16 x 16, each picture less its mean, rows of length 1.
  ///
  /// No tower has a part in them, so their errors are others than those of features.
  func pictures(of images: ImageSet) throws -> DoubleMatrix {
    let side = scene.preprocessor.configuration.size
    let grid = min(16, side)
    let rows = try scene.workers.tryMap(images.count) { index in
      LabellingScene.means(
        scene.preprocessor.pixels(try images.image(at: index)), side: side, grid: grid)
    }
    return DoubleMatrix(
      rows: images.count, columns: 3 * grid * grid, values: rows.flatMap { $0 }
    ).withUnitRows
  }

  private static func means(_ pixels: [Float], side: Int, grid: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: 3 * grid * grid)
    var counts = sums
    for (place, pixel) in pixels.enumerated() {
      let (channel, y, x) = (
        place / (side * side), place / side % side * grid / side, place % side * grid / side
      )
      sums[(channel * grid + y) * grid + x] += Double(pixel)
      counts[(channel * grid + y) * grid + x] += 1
    }
    for cell in sums.indices { sums[cell] /= counts[cell] }
    let mean = sums.reduce(0, +) / Double(sums.count)
    return sums.map { $0 - mean }
  }
}

extension DoubleMatrix {
  /// The same matrix with rows of length 1; rows of zeros stay.
  var withUnitRows: DoubleMatrix {
    var unit = self
    for row in 0..<rows {
      var square = 0.0
      for column in 0..<columns { square += self[row, column] * self[row, column] }
      guard square > 0 else { continue }
      for column in 0..<columns { unit[row, column] /= square.squareRoot() }
    }
    return unit
  }

  /// The softmax of each row of scores times a scale.
  func probabilities(scale: Double) -> [[Double]] {
    (0..<rows).map { row in
      let largest = self.row(row).max() ?? 0
      let weights = self.row(row).map { exp(scale * ($0 - largest)) }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
  }
}

/// The most probable class, or -1 where it leads the next one by less than a margin.
func vote(_ probabilities: [Double], margin: Double) -> Int {
  var (best, second) = (-1, -Double.infinity)
  for (k, value) in probabilities.enumerated() {
    if best < 0 || value > probabilities[best] {
      if best >= 0 { second = probabilities[best] }
      best = k
    } else {
      second = max(second, value)
    }
  }
  guard best >= 0, probabilities[best] - second >= margin else { return -1 }
  return best
}

/// What is wrong with a margin of probabilities.
func marginProblems(_ margin: Double) -> [SettingProblem] {
  margin >= 0 && margin <= 1
    ? [] : [SettingProblem("margin", "must lie in [0, 1], got \(margin)")]
}
