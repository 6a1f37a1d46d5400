// Kernels that need the exponential: softmax and the activations. They share this file because
// debug builds have no whole-module optimisation and inline only within a file.
//
// They are scalar loops on purpose: the compiler turns these into eight lanes that touch memory
// once, while a polynomial of fused multiply-adds written with `SIMD8` comes apart into single lanes
// and takes twice the time.

/// e^x; relative error below 1e-7 on the clamped range [-87.3, 88.3].
///
/// Range reduction x = n ln 2 + r with ln 2 in two parts, then the degree-6 polynomial of the
/// Cephes library (S. Moshier), evaluated by Horner's rule with fused multiply-adds.
@inline(__always)
private func exponential(_ input: Float) -> Float {
  var x: Float = input > 88.3 ? 88.3 : input
  x = x < -87.3 ? -87.3 : x
  // Adding 1.5 * 2^23 rounds to an integer that sits in the low mantissa bits.
  let magic: Float = 12_582_912
  let shifted = magic.addingProduct(x, 1.442_695_04)
  let n = shifted - magic
  var r = x.addingProduct(n, -0.693_359_375)
  r = r.addingProduct(n, 2.121_944_4e-4)
  var p = Float(1.398_199_95e-3).addingProduct(r, 1.987_569_15e-4)
  p = Float(8.333_451_9e-3).addingProduct(r, p)
  p = Float(4.166_579_6e-2).addingProduct(r, p)
  p = Float(1.666_666_5e-1).addingProduct(r, p)
  p = Float(0.5).addingProduct(r, p)
  let value = (1 + r).addingProduct(r * r, p)
  return Float(bitPattern: value.bitPattern &+ (shifted.bitPattern &<< 23))
}

@inline(__always)
private func sigmoid(_ x: Float) -> Float { 1 / (1 + exponential(0 - x)) }

/// y_i = f(x_i), over the slack too, so that no element is left for a slower loop.
///
/// A loop over one pointer where x is y: it needs no test that the buffers lie apart.
@inline(__always)
private func map(_ x: Input, _ y: Output, count: Int, _ f: (Float) -> Float) {
  let padded = (count &+ 7) & ~7
  if UnsafePointer(y) == x {
    for i in 0..<padded { y[i] = f(y[i]) }
  } else {
    for i in 0..<padded { y[i] = f(x[i]) }
  }
}

/// d_i = f(x_i, d_i), over the slack too.
@inline(__always)
private func update(_ d: Output, by x: Input, count: Int, _ f: (Float, Float) -> Float) {
  for i in 0..<(count &+ 7) & ~7 { d[i] = f(x[i], d[i]) }
}

/// Softmax of one row: output_j = e^(s x_j - m) / sum_k e^(s x_k - m) with m the largest s x_k.
///
/// A negative scale never occurs. In place when `x == y`.
func softmaxRow(_ x: Input, _ y: Output, count: Int, scale: Float) {
  if UnsafePointer(y) != x { y.update(from: x, count: count) }
  let whole = count & ~7
  var top = -Float.infinity
  if whole > 0 {
    var lanes = y.lanes(0)
    var j = 8
    while j < whole {
      let v = y.lanes(j)
      lanes = lanes.replacing(with: v, where: v .> lanes)
      j += 8
    }
    for i in 0..<8 where lanes[i] > top { top = lanes[i] }
  }
  for i in whole..<count where y[i] > top { top = y[i] }
  let m = top * scale
  for i in 0..<count { y[i] = exponential(y[i] * scale - m) }
  let inverse = 1 / sum(y, count: count)
  for i in 0..<count { y[i] *= inverse }
}

/// The sum of a row: eight lanes first, then what is left over.
func sum(_ x: Input, count: Int) -> Float {
  let whole = count & ~7
  var lanes = Lanes.zero
  var i = 0
  while i < whole {
    lanes += x.lanes(i)
    i += 8
  }
  var sum = lanes.sum()
  while i < count {
    sum += x[i]
    i += 1
  }
  return sum
}

/// Log of the sum of exponentials of one row.
func logSumExp(_ x: Input, count: Int) -> Double {
  var top = -Float.infinity
  for j in 0..<count where x[j] > top { top = x[j] }
  let block = 256
  return withUnsafeTemporaryAllocation(of: Float.self, capacity: block) { buffer in
    guard let e = buffer.baseAddress else { return .nan }
    var lanes = Lanes.zero
    var rest = 0.0
    var start = 0
    while start < count {
      let size = min(block, count - start)
      let part = x + start
      for i in 0..<size { e[i] = exponential(part[i] - top) }
      let whole = size & ~7
      var i = 0
      while i < whole {
        lanes += e.lanes(i)
        i += 8
      }
      while i < size {
        rest += Double(e[i])
        i += 1
      }
      start += block
    }
    return Double(top) + logarithm(Double(lanes.sum()) + rest)
  }
}

/// QuickGELU: y = x sigmoid(1.702 x), OpenAI's CLIP.
///
/// In place when `x == y`.
func quickGELUForward(_ x: Input, _ y: Output, count: Int) {
  map(x, y, count: count) { $0 * sigmoid($0 * 1.702) }
}

/// Gradient of QuickGELU, in place: d = d (s + 1.702 x s (1 - s)) with s = sigmoid(1.702 x).
func quickGELUBackward(_ x: Input, _ d: Output, count: Int) {
  update(d, by: x, count: count) { x, d in
    let a = x * 1.702
    let s = sigmoid(a)
    return d * s * Float(1).addingProduct(a, 1 - s)
  }
}

/// Phi(x), the standard normal distribution function, and e^(-x^2 / 2).
///
/// erfc by formula 7.1.26 of Abramowitz and Stegun (absolute error 1.5e-7); the negative side is
/// computed directly so that x Phi(x) keeps its relative precision there.
@inline(__always)
private func normalDistribution(_ x: Float) -> (phi: Float, density: Float) {
  let isNegative = x < 0
  let z = (isNegative ? 0 - x : x) * 0.707_106_78
  let t = 1 / Float(1).addingProduct(z, 0.327_591_1)
  var p = Float(-1.453_152_027).addingProduct(t, 1.061_405_429)
  p = Float(1.421_413_741).addingProduct(t, p)
  p = Float(-0.284_496_736).addingProduct(t, p)
  p = Float(0.254_829_592).addingProduct(t, p)
  let density = exponential(0 - z * z)
  let upper = 0.5 * p * t * density
  return (isNegative ? upper : 1 - upper, density)
}

/// GELU with the error function: y = x Phi(x).
///
/// In place when `x == y`.
func geluForward(_ x: Input, _ y: Output, count: Int) {
  map(x, y, count: count) { $0 * normalDistribution($0).phi }
}

/// Gradient of GELU, in place: d = d (Phi(x) + x e^(-x^2/2) / sqrt(2 pi)).
func geluBackward(_ x: Input, _ d: Output, count: Int) {
  update(d, by: x, count: count) { x, d in
    let (phi, density) = normalDistribution(x)
    return d * phi.addingProduct(x * density, 0.398_942_28)
  }
}
