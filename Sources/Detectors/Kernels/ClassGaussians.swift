import Tensors

/// Gaussians of the classes with means of their own and one covariance: what `mahalanobis` and
/// `rmds` learn.
///
/// Distances are found in two steps. Whitened features and whitened means give |y|² - 2 y·m + |m|²
/// for all classes by one matrix product; that form loses digits where a mean is far away or an
/// image close to one, so it only shortlists. The distance to the classes on the short list, nearly
/// always one, is then |L (z - mean)|² with the difference formed first.
struct ClassGaussians: Sendable {
  /// The means of the classes that have images, `[classes, dimensions]`.
  let means: DoubleMatrix
  /// The mean of all images.
  let center: [Double]
  /// The scatter of the features around their class's mean over the number of images.
  let covariance: DoubleMatrix
  /// The part of the images that each class has.
  private let weights: [Double]
  private let whitening: Whitening
  private let whitenedMeans: DoubleMatrix
  private let whitenedSquares: [Double]
  /// The Frobenius norm of L and the largest distance of a mean from the centre.
  private let norms: (transform: Double, mean: Double)

  /// Fits the means and the pooled covariance; classes without images are left out.
  ///
  /// - Throws: `DetectorError` if the covariance is zero and no ridge is given.
  init(_ features: DoubleMatrix, labels: [Int], ridge: Double, for detector: String) throws {
    let classes = Set(labels).sorted()
    let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    let groups = labels.map { places[$0] ?? 0 }
    let (means, sizes) = features.means(groups: groups, count: classes.count)
    self.means = means
    center = features.mean()
    weights = sizes.map { Double($0) / Double(features.rows) }
    var covariance = features.scatter(around: means, groups: groups)
    for i in covariance.values.indices { covariance.values[i] /= Double(features.rows) }
    self.covariance = covariance
    whitening = Whitening(covariance: covariance, ridge: ridge)
    guard whitening.rank > 0 else {
      throw DetectorError(
        "\(detector): the \(features.rows) training images show no variance within their "
          + "\(classes.count) classes; give several images a class or set ridge above 0")
    }
    let centered = means.subtracting(center)
    whitenedMeans = whitening.whitened(centered)
    whitenedSquares = whitenedMeans.squaredNorms()
    let transform = whitening.transform
    norms = (
      transform.squaredNorms().reduce(0, +).squareRoot(), centered.norms().max() ?? 0
    )
  }

  /// The covariance of all images around their common mean.
  ///
  /// The scatter around the classes' means plus that of the means around the centre.
  func totalCovariance() -> DoubleMatrix {
    var between = means.subtracting(center)
    for c in 0..<between.rows {
      let scale = weights[c].squareRoot()
      for i in 0..<between.columns { between[c, i] *= scale }
    }
    var total = between.scatter(around: DoubleMatrix(rows: 1, columns: between.columns))
    for i in total.values.indices { total.values[i] += covariance.values[i] }
    return total
  }

  /// The squared distance of every image to the nearest class: min_c |L (z - mean_c)|².
  func smallestSquaredDistances(_ features: DoubleMatrix) -> [Double] {
    let (images, classes) = shortlist(features)
    let differences = features.selecting(images).subtracting(rowsOf: means, classes)
    let distances = whitening.whitened(differences).squaredNorms()
    var smallest = [Double](repeating: .infinity, count: features.rows)
    for (image, distance) in zip(images, distances) {
      smallest[image] = min(smallest[image], distance)
    }
    return smallest
  }

  /// Pairs of an image and a class that may be its nearest, in the order of the images.
  private func shortlist(_ features: DoubleMatrix) -> (images: [Int], classes: [Int]) {
    let centered = features.subtracting(center)
    let whitened = whitening.whitened(centered)
    let products = whitened.multiplied(byTransposeOf: whitenedMeans)
    let squares = whitened.squaredNorms()
    let lengths = centered.norms()
    // Rounding in double precision, with the constants of sums over the dimensions.
    let unit = Double(means.columns + 8) * 0x1p-52
    let largestMean = whitenedSquares.max() ?? 0
    var images: [Int] = []
    var classes: [Int] = []
    let values = products.values.span
    var distances = [Double](repeating: 0, count: means.rows)
    for image in 0..<features.rows {
      let start = image * means.rows
      let nearest = expand(
        values.extracting(start..<start + means.rows), squares[image], into: &distances)
      // What the expanded form may be off by, and what whitening rounds.
      let error = unit * 2 * (squares[image] + largestMean)
      let shift = unit * norms.transform * (lengths[image] + norms.mean)
      let limit = (nearest + error).squareRoot() + 2 * shift
      for c in 0..<means.rows where distances[c] - error <= limit * limit {
        images.append(image)
        classes.append(c)
      }
    }
    return (images, classes)
  }

  /// |y|² - 2 y·m + |m|² for all means; gives the smallest, at least zero.
  private func expand(
    _ products: Span<Double>, _ square: Double, into distances: inout [Double]
  ) -> Double {
    var output = distances.mutableSpan
    let means = whitenedSquares.span
    guard output.count == products.count, means.count == products.count else {
      fatalError("one distance a class is needed")
    }
    var smallest = Double.infinity
    for c in 0..<products.count {
      let distance = (square - 2 * products[c]) + means[c]
      output[c] = distance
      if distance < smallest { smallest = distance }
    }
    return max(0, smallest)
  }
}
