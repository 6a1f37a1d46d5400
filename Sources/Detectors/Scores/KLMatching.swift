#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Configuration
import Tensors

/// KL matching: the divergence of an image's softmax from the nearest typical softmax of a class.
///
/// score = -min_k KL(p || d_k), KL(p || q) = sum_c p_c log(p_c / q_c) with p = softmax(logits),
/// `[images, classes]`, natural logarithm and 0 log 0 = 0. d_k is the mean softmax of the fitted
/// images that the model predicts as class k; labels are not used. Range minus infinity to 0,
/// higher = more in-distribution. There is nothing to set.
///
/// Classes that the model never predicts have no d_k and are left out of the minimum, as in
/// pytorch-ood 0.4.0. OpenOOD gives them the one-hot distribution, whose divergence is infinite
/// unless p is that distribution to the last bit, so it differs only there. Logarithms of d_k are
/// computed from logits by log-sum-exp: they stay finite where d_k rounds to zero, where pytorch-ood
/// puts -1.8e308 and OpenOOD minus infinity. Images of the test or of training would flatter d_k:
/// sweeps fit it to validation images, as the official code does.
///
/// Source: Hendrycks et al., "Scaling out-of-distribution detection for real-world settings",
/// ICML 2022. Official code: hendrycks/anomaly-seg (the detector itself is in OpenOOD).
public struct KLMatching: Detector {
  public static let name = "kl-matching"
  public static let paper =
    "Hendrycks et al., Scaling Out-of-Distribution Detection for Real-World Settings, ICML 2022, "
    + "https://arxiv.org/abs/1911.11132"

  public static let trainingNeeds: Set<OutputField> = [.logits]
  public static let fitSource = FitSource.validation

  private var fit: Fit?

  private enum CodingKeys: CodingKey {}

  /// There is nothing to set.
  public init() {}

  public func fitted(to training: ModelOutputs) throws -> KLMatching {
    let logits = try training.logits(for: Self.name)
    guard logits.rows > 0 else {
      throw DetectorError("\(Self.name): no images to fit to, expected at least one")
    }
    var fitted = self
    fitted.fit = Fit(
      logTypical: logMeanSoftmaxByPrediction(logits), shape: FittedShape(logits, .logits))
    return fitted
  }

  public func scores(for outputs: ModelOutputs) throws -> [Double] {
    let fit = try require(fit)
    let logits = try outputs.matrix(fitting: fit.shape, for: Self.name)
    var softmax = RowSoftmax(logits, scale: 1)
    var probabilities = logits
    let entropies = (0..<logits.rows).map { row in
      softmax.read(row)
      copy(softmax.probabilities, to: &probabilities, row: row)
      return softmax.negativeEntropy
    }
    let crossTerms = rowMaxima(probabilities.multiplied(byTransposeOf: fit.logTypical))
    return zip(entropies, crossTerms).map { entropy, cross in cross - entropy }
  }
}

/// What is learned from the logits.
private struct Fit: Sendable {
  /// log d_k, `[predicted classes, classes]`.
  let logTypical: DoubleMatrix
  let shape: FittedShape
}

/// log d_k of every class k that some row predicts, in the order of the classes.
private func logMeanSoftmaxByPrediction(_ logits: DoubleMatrix) -> DoubleMatrix {
  let classes = logits.columns
  var softmax = RowSoftmax(logits, scale: 1)
  var largest = DoubleMatrix(
    rows: classes, columns: classes,
    values: [Double](repeating: -.infinity, count: classes * classes))
  var counts = [Int](repeating: 0, count: classes)
  for row in 0..<logits.rows {
    softmax.read(row)
    counts[softmax.top] += 1
    for c in 0..<classes {
      let place = softmax.top * classes + c
      largest.values[place] = max(
        largest.values[place], softmax.differences[c] - softmax.logSum)
    }
  }
  var sums = DoubleMatrix(rows: classes, columns: classes)
  for row in 0..<logits.rows {
    softmax.read(row)
    for c in 0..<classes {
      let place = softmax.top * classes + c
      sums.values[place] += exp(
        softmax.differences[c] - softmax.logSum - largest.values[place])
    }
  }
  let predicted = (0..<classes).filter { counts[$0] > 0 }
  var result = largest.selecting(predicted)
  let selected = sums.selecting(predicted)
  for (row, k) in predicted.enumerated() {
    let count = Double(counts[k])
    for c in 0..<classes { result[row, c] += log(selected[row, c] / count) }
  }
  return result
}

private func copy(_ values: [Double], to matrix: inout DoubleMatrix, row: Int) {
  let start = row * matrix.columns
  for c in 0..<matrix.columns { matrix.values[start + c] = values[c] }
}
