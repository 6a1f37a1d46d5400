/// The largest difference of two arrays, relative to the largest expected magnitude.
///
/// Infinite when the lengths differ or a value is not a number, so that no such fault passes.
public func relativeError(_ actual: [Float], _ expected: [Float]) -> Double {
  let largest = expected.reduce(0) { max($0, Double($1.magnitude)) }
  let difference = largestDifference(actual, expected)
  return difference == 0 ? 0 : difference / largest
}

/// The root mean square difference of two arrays, relative to the largest expected magnitude.
///
/// For weights after steps of AdamW: it divides each gradient by its own size, so where one is
/// nearly zero its rounding becomes a step, and the largest difference is that of the unluckiest
/// element. Infinite when the lengths differ or a value is not a number.
public func rootMeanSquareError(_ actual: [Float], _ expected: [Float]) -> Double {
  guard largestDifference(actual, expected) < .infinity else { return .infinity }
  let largest = expected.reduce(0) { max($0, Double($1.magnitude)) }
  let squares = zip(actual, expected).reduce(0) { sum, pair in
    let difference = Double(pair.0) - Double(pair.1)
    return sum + difference * difference
  }
  let root = (squares / Double(max(1, actual.count))).squareRoot()
  return root == 0 ? 0 : root / largest
}

/// The largest difference of two arrays; infinite when the lengths differ or a value is NaN.
public func largestDifference(_ actual: [Float], _ expected: [Float]) -> Double {
  guard actual.count == expected.count else { return .infinity }
  var largest = 0.0
  for index in actual.indices {
    let difference = (Double(actual[index]) - Double(expected[index])).magnitude
    guard difference <= .greatestFiniteMagnitude else { return .infinity }
    largest = max(largest, difference)
  }
  return largest
}
