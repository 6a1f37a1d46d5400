// Kernels that need the exponential: softmax and the activations. They share this file because
// debug builds have no whole-module optimisation and inline only within a file.

/// e^x in eight lanes; relative error below 1e-7 on the clamped range [-87.3, 88.3].
///
/// Range reduction x = n ln 2 + r with ln 2 in two parts, then the degree-6 polynomial of the
/// Cephes library (S. Moshier), evaluated by Horner's rule with fused multiply-adds.
@inline(__always)
private func exponential(_ input: Lanes) -> Lanes {
  var x = input.replacing(with: Lanes(repeating: 88.3), where: input .> 88.3)
  x = x.replacing(with: Lanes(repeating: -87.3), where: x .< -87.3)
  // Adding 1.5 * 2^23 rounds to an integer that sits in the low mantissa bits.
  let magic = Lanes(repeating: 12_582_912)
  let shifted = magic.addingProduct(x, Lanes(repeating: 1.442_695_04))
  let n = shifted - magic
  var r = x.addingProduct(n, Lanes(repeating: -0.693_359_375))
  r = r.addingProduct(n, Lanes(repeating: 2.121_944_4e-4))
  var p = Lanes(repeating: 1.398_199_95e-3).addingProduct(r, Lanes(repeating: 1.987_569_15e-4))
  p = Lanes(repeating: 8.333_451_9e-3).addingProduct(r, p)
  p = Lanes(repeating: 4.166_579_6e-2).addingProduct(r, p)
  p = Lanes(repeating: 1.666_666_5e-1).addingProduct(r, p)
  p = Lanes(repeating: 0.5).addingProduct(r, p)
  let value = (Lanes(repeating: 1) + r).addingProduct(r * r, p)
  let exponent = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &<< 23
  return unsafeBitCast(
    unsafeBitCast(value, to: SIMD8<Int32>.self) &+ exponent, to: Lanes.self)
}

@inline(__always)
private func sigmoid(_ x: Lanes) -> Lanes {
  Lanes(repeating: 1) / (Lanes(repeating: 1) + exponential(Lanes.zero - x))
}

@inline(__always)
private func largest(_ v: Lanes) -> Float {
  var m = v[0]
  for i in 1..<8 where v[i] > m { m = v[i] }
  return m
}

/// Softmax of one row: output_j = e^(s x_j - m) / sum_k e^(s x_k - m) with m the largest s x_k.
func softmaxRow(_ x: Input, _ y: Output, count: Int, scale: Float) {
  let whole = count & ~7
  let tail = count - whole
  let s = Lanes(repeating: scale)
  var top = Lanes(repeating: -.infinity)
  var j = 0
  while j < whole {
    let v = x.lanes(j) * s
    top = top.replacing(with: v, where: v .> top)
    j += 8
  }
  if tail > 0 {
    // A negative scale never occurs, so -infinity stays neutral for the maximum.
    let v = x.lanes(whole, first: tail, else: -.infinity) * s
    top = top.replacing(with: v, where: v .> top)
  }
  let m = Lanes(repeating: largest(top))
  var sum = Lanes.zero
  j = 0
  while j < whole {
    let e = exponential(x.lanes(j) * s - m)
    sum += e
    y.store(e, j)
    j += 8
  }
  var total = sum.sum()
  if tail > 0 {
    let e = exponential(x.lanes(whole, first: tail, else: 0) * s - m)
    for i in 0..<tail {
      y[whole + i] = e[i]
      total += e[i]
    }
  }
  let inverse = Lanes(repeating: 1 / total)
  j = 0
  while j < whole {
    y.store(y.lanes(j) * inverse, j)
    j += 8
  }
  for i in whole..<count { y[i] *= inverse[0] }
}

/// Log of the sum of exponentials of one row.
func logSumExp(_ x: Input, count: Int) -> Double {
  let whole = count & ~7
  var top = -Float.infinity
  for j in 0..<count where x[j] > top { top = x[j] }
  let m = Lanes(repeating: top)
  var sum = Lanes.zero
  var j = 0
  while j < whole {
    sum += exponential(x.lanes(j) - m)
    j += 8
  }
  var total = Double(sum.sum())
  if whole < count {
    let e = exponential(x.lanes(whole, first: count - whole, else: 0) - m)
    for i in 0..<(count - whole) { total += Double(e[i]) }
  }
  return Double(top) + logarithm(total)
}

/// QuickGELU: y = x sigmoid(1.702 x), OpenAI's CLIP.
///
/// In place when `x == y`.
func quickGELUForward(_ x: Input, _ y: Output, count: Int) {
  var i = 0
  while i < count {
    let v = x.lanes(i)
    y.store(v * sigmoid(v * Lanes(repeating: 1.702)), i)
    i += 8
  }
}

/// Gradient of QuickGELU: dx = dy (s + 1.702 x s (1 - s)) with s = sigmoid(1.702 x).
func quickGELUBackward(_ x: Input, _ dy: Input, _ dx: Output, count: Int) {
  let one = Lanes(repeating: 1)
  var i = 0
  while i < count {
    let a = x.lanes(i) * Lanes(repeating: 1.702)
    let s = sigmoid(a)
    dx.store(dy.lanes(i) * s * one.addingProduct(a, one - s), i)
    i += 8
  }
}

/// Phi(x), the standard normal distribution function, and e^(-x^2 / 2).
///
/// erfc by formula 7.1.26 of Abramowitz and Stegun (absolute error 1.5e-7); the negative side is
/// computed directly so that x Phi(x) keeps its relative precision there.
@inline(__always)
private func normalDistribution(_ x: Lanes) -> (phi: Lanes, density: Lanes) {
  let one = Lanes(repeating: 1)
  let negative = x .< 0
  let z = x.replacing(with: Lanes.zero - x, where: negative) * Lanes(repeating: 0.707_106_78)
  let t = one / one.addingProduct(z, Lanes(repeating: 0.327_591_1))
  var p = Lanes(repeating: -1.453_152_027).addingProduct(t, Lanes(repeating: 1.061_405_429))
  p = Lanes(repeating: 1.421_413_741).addingProduct(t, p)
  p = Lanes(repeating: -0.284_496_736).addingProduct(t, p)
  p = Lanes(repeating: 0.254_829_592).addingProduct(t, p)
  let density = exponential(Lanes.zero - z * z)
  let upper = Lanes(repeating: 0.5) * p * t * density
  return ((one - upper).replacing(with: upper, where: negative), density)
}

/// GELU with the error function: y = x Phi(x).
func geluForward(_ x: Input, _ y: Output, count: Int) {
  var i = 0
  while i < count {
    let v = x.lanes(i)
    y.store(v * normalDistribution(v).phi, i)
    i += 8
  }
}

/// Gradient of GELU: dx = dy (Phi(x) + x e^(-x^2/2) / sqrt(2 pi)).
func geluBackward(_ x: Input, _ dy: Input, _ dx: Output, count: Int) {
  var i = 0
  while i < count {
    let v = x.lanes(i)
    let (phi, density) = normalDistribution(v)
    dx.store(
      dy.lanes(i) * phi.addingProduct(v * density, Lanes(repeating: 0.398_942_28)), i)
    i += 8
  }
}
