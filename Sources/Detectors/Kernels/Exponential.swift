/// e^((z - m) s) of every element; a plain loop that the compiler vectorises.
func exponentiate(
  _ row: Span<Double>, minus maximum: Double, times scale: Double, into output: inout [Double]
) {
  var output = output.mutableSpan
  // Stated here so that the loop needs no bounds checks.
  guard output.count == row.count else { fatalError("row and scratch differ in length") }
  for i in 0..<row.count { output[i] = exponential((row[i] - maximum) * scale) }
}

/// e^x for x <= 0, relative error below 2.3e-16; below -708 the value of e^-708, which is 3e-308.
///
/// x = n ln 2 + r with ln 2 in two parts (Cody and Waite), then the Taylor polynomial of degree 13,
/// whose remainder on |r| <= ln 2 / 2 is 4e-18. The library's `exp` is a call per element.
@inline(__always)
private func exponential(_ input: Double) -> Double {
  let x = input < -708 ? -708 : input
  // Adding 1.5 * 2^52 rounds to an integer that sits in the low mantissa bits.
  let magic = 6_755_399_441_055_744.0
  let shifted = magic.addingProduct(x, 1.442_695_040_888_963_4)
  let n = shifted - magic
  var r = x.addingProduct(n, -6.931_471_803_691_238e-1)
  r = r.addingProduct(n, -1.908_214_929_270_587_7e-10)
  var p = (1.0 / 479_001_600).addingProduct(r, 1.0 / 6_227_020_800)
  p = (1.0 / 39_916_800).addingProduct(r, p)
  p = (1.0 / 3_628_800).addingProduct(r, p)
  p = (1.0 / 362_880).addingProduct(r, p)
  p = (1.0 / 40_320).addingProduct(r, p)
  p = (1.0 / 5040).addingProduct(r, p)
  p = (1.0 / 720).addingProduct(r, p)
  p = (1.0 / 120).addingProduct(r, p)
  p = (1.0 / 24).addingProduct(r, p)
  p = (1.0 / 6).addingProduct(r, p)
  p = 0.5.addingProduct(r, p)
  p = 1.0.addingProduct(r, p)
  p = 1.0.addingProduct(r, p)
  return Double(bitPattern: p.bitPattern &+ (shifted.bitPattern &<< 52))
}
