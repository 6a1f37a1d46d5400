/// For each output position along one axis: where its inputs start and what they weigh.
///
/// With scale = inputs / outputs, s = max(scale, 1) and c = (x + 0.5) scale, output x uses the inputs
/// from int(c - support s + 0.5) to int(c + support s + 0.5) with weights f((i - c + 0.5) / s),
/// normalised to sum 1. Source: Pillow's libImaging/Resample.c, `precompute_coeffs`.
struct ResamplingTable {
  /// The first input of each output.
  var starts: [Int]
  /// The number of inputs of each output.
  var counts: [Int]
  /// `stride` exact weights for each output, zero behind its count.
  var weights: [Double]
  /// The largest number of inputs.
  let stride: Int
  /// The largest weight of any output, also out of the range unless there are millions.
  private var largestWeight = 0.0

  /// The table of the outputs in `range`.
  ///
  /// The largest weight is sought among all outputs only for torchvision, whose precision it decides.
  init(
    inputs: Int, outputs: Int, range: Range<Int>, filter: Interpolation,
    arithmetic: ResizeArithmetic = .pillow
  ) {
    let scale = Double(inputs) / Double(outputs)
    let filterScale = max(scale, 1)
    let support = filter.support * filterScale
    let inverse = 1 / filterScale
    stride = Int(support.rounded(.up)) * 2 + 1
    starts = []
    counts = []
    self.weights = [Double](repeating: 0, count: stride * range.count)
    var weights = [Double](repeating: 0, count: stride)
    // A file of one column and millions of rows must not take minutes.
    let isSearching = arithmetic == .torchvision && outputs <= 1 << 22
    for x in isSearching ? 0..<outputs : range {
      let center = (Double(x) + 0.5) * scale
      let start = max(Int(center - support + 0.5), 0)
      let count = min(Int(center + support + 0.5), inputs) - start
      var sum = 0.0
      for i in 0..<count {
        weights[i] = filter.weight((Double(i + start) - center + 0.5) * inverse)
        sum += weights[i]
      }
      for i in 0..<count {
        if sum != 0 { weights[i] /= sum }
        largestWeight = max(largestWeight, weights[i])
      }
      guard range.contains(x) else { continue }
      starts.append(start)
      counts.append(count)
      for i in 0..<count { self.weights[(starts.count - 1) * stride + i] = weights[i] }
    }
  }

  /// The inputs that any output uses.
  var inputRange: Range<Int> {
    var lower = Int.max
    var upper = 0
    for i in 0..<starts.count {
      lower = min(lower, starts[i])
      upper = max(upper, starts[i] + counts[i])
    }
    return lower..<upper
  }

  /// The weights as integers in units of 2^-precision, rounded half away from zero.
  func integerWeights(_ arithmetic: ResizeArithmetic) -> (weights: [Int32], precision: Int32) {
    let precision: Int32 =
      switch arithmetic {
      // 32 bits less 8 for the sample and 2 for the sum's overshoot.
      case .pillow: 22
      case .torchvision: largestPrecision
      }
    let unit = Double(1 << precision)
    return (weights.map { Int32($0 < 0 ? $0 * unit - 0.5 : $0 * unit + 0.5) }, precision)
  }

  /// The precision at which the largest weight still fits 16 bits (PyTorch's
  /// aten/src/ATen/native/cpu/UpSampleKernel.cpp, `_compute_index_ranges_int16_weights`).
  private var largestPrecision: Int32 {
    var precision: Int32 = 0
    while precision < 22, Int(0.5 + largestWeight * Double(1 << (precision + 1))) < 1 << 15 {
      precision += 1
    }
    return precision
  }
}
