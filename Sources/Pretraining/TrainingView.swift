import RandomStreams

/// The random view of an image that one training step sees.
///
/// A random part of the image (area and aspect as in torchvision's RandomResizedCrop) is sampled
/// bilinearly at the model's size; then it may be mirrored, its colours changed, or made gray. The
/// draws depend on the random stream alone, so a resumed run sees the same views.
struct TrainingView {
  /// The smallest share of the image's area that a crop covers.
  var minimumArea = 0.5
  /// The probability of mirroring.
  var flip = 0.5
  /// The probability of removing all colour.
  var grayscale = 0.15
  /// Brightness, contrast and saturation are multiplied by a factor between 1 - x and 1 + x.
  var colour = 0.3
  /// The probability of turning the image into its negative.
  var negative = 0.0
  /// Whether every draw is skipped: the whole image, resized.
  var isFixed = false

  /// Writes one view as `[3, size, size]` floats, normalised by mean and standard deviation.
  func write(
    _ pixels: [UInt8], at offset: Int, side: Int, size: Int, mean: [Float],
    standardDeviation: [Float], random: inout RandomSource, into output: inout [Float],
    at start: Int
  ) {
    let area = isFixed ? 1 : random.uniform(minimumArea, 1)
    let aspect = isFixed ? 1 : random.uniform(3.0 / 4, 4.0 / 3).squareRoot()
    let width = min(1, area.squareRoot() * aspect) * Double(side)
    let height = min(1, area.squareRoot() / aspect) * Double(side)
    let left = random.uniform() * (Double(side) - width)
    let top = random.uniform() * (Double(side) - height)
    let mirrored = random.uniform() < flip
    let isGray = random.uniform() < grayscale
    let brightness = Float(random.uniform(1 - colour, 1 + colour))
    let contrast = Float(random.uniform(1 - colour, 1 + colour))
    let saturation = isGray ? 0 : Float(random.uniform(1 - colour, 1 + colour))
    let inverted = random.uniform() < negative

    let plane = size * size
    for y in 0..<size {
      let sy = top + (Double(y) + 0.5) / Double(size) * height - 0.5
      let y0 = max(0, min(side - 1, Int(sy.rounded(.down))))
      let y1 = min(side - 1, y0 + 1)
      let fy = Float(max(0, min(1, sy - Double(y0))))
      for x in 0..<size {
        let column = mirrored ? size - 1 - x : x
        let sx = left + (Double(column) + 0.5) / Double(size) * width - 0.5
        let x0 = max(0, min(side - 1, Int(sx.rounded(.down))))
        let x1 = min(side - 1, x0 + 1)
        let fx = Float(max(0, min(1, sx - Double(x0))))
        let a = offset + (y0 * side + x0) * 3
        let b = offset + (y0 * side + x1) * 3
        let c = offset + (y1 * side + x0) * 3
        let d = offset + (y1 * side + x1) * 3
        var rgb = SIMD4<Float>.zero
        for channel in 0..<3 {
          let upper =
            Float(pixels[a + channel]) * (1 - fx) + Float(pixels[b + channel]) * fx
          let lower =
            Float(pixels[c + channel]) * (1 - fx) + Float(pixels[d + channel]) * fx
          rgb[channel] = (upper * (1 - fy) + lower * fy) / 255
        }
        if inverted { rgb = SIMD4<Float>(repeating: 1) - rgb }
        // ITU-R 601 luma, as Pillow's conversion to gray.
        let luma = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]
        rgb = (rgb - luma) * saturation + luma
        rgb = ((rgb - 0.5) * contrast + 0.5) * brightness
        for channel in 0..<3 {
          let value = max(0, min(1, rgb[channel]))
          output[start + channel * plane + y * size + x] =
            (value - mean[channel]) / standardDeviation[channel]
        }
      }
    }
  }
}
