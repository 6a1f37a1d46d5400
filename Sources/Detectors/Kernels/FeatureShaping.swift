#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Tensors

// What the detectors that change activations before the head share: ash-p, ash-b, ash-s and scale.

/// How many of n activations a percentile leaves: n - round(n percentile / 100), halves to even.
///
/// - Throws: `DetectorError` if it leaves none.
func keptCount(of dimensions: Int, percentile: Double, for detector: String) throws -> Int {
  let pruned = (Double(dimensions) * percentile / 100).rounded(.toNearestOrEven)
  let kept = dimensions - Int(pruned)
  guard kept > 0 else {
    throw DetectorError(
      "\(detector): percentile \(percentile) prunes all \(dimensions) activations of an image, "
        + "choose a smaller one")
  }
  return kept
}

/// Throws for the first feature below zero, naming the image.
func requireNonnegative(_ features: DoubleMatrix, for detector: String) throws {
  guard let place = features.values.firstIndex(where: { $0 < 0 }) else { return }
  throw DetectorError(
    image: place / features.columns,
    "features hold \(features.values[place]), but \(detector) is defined on activations after a "
      + "rectifier, which are not negative: a ratio of sums of signed numbers has no bound and no "
      + "sign; embeddings such as CLIP's are signed, use ash-p or react there")
}

/// Every row of features changed by a rule of its values and of which are the largest.
///
/// - Parameters:
///   - count: how many entries of a row are its largest; the first of equal ones.
///   - rule: rewrites the values of a row in place, given for each whether it is among the largest.
func shaped(
  _ features: DoubleMatrix, largest count: Int,
  by rule: (_ row: inout [Double], _ isKept: [Bool]) -> Void
) -> DoubleMatrix {
  var largest = LargestEntries()
  var values: [Double] = []
  values.reserveCapacity(features.values.count)
  var row = [Double](repeating: 0, count: features.columns)
  for image in 0..<features.rows {
    row.replaceSubrange(0..., with: features.row(image))
    largest.find(count, in: features.row(image))
    rule(&row, largest.isKept)
    values.append(contentsOf: row)
  }
  return DoubleMatrix(rows: features.rows, columns: features.columns, values: values)
}

/// e^(s1 / s2) with s1 the sum of all activations and s2 that of the largest; 1 where both are zero.
func sharpening(_ row: [Double], _ isKept: [Bool]) -> Double {
  var all = 0.0
  var kept = 0.0
  for i in row.indices {
    all += row[i]
    if isKept[i] { kept += row[i] }
  }
  return kept > 0 ? exp(all / kept) : 1
}
