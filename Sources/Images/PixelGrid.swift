import FileFormats

/// Four 8-bit channels a pixel: the working form, because one pixel then fills one SIMD value.
///
/// Channels are red, green, blue and opacity (or anything, where opacity plays no part).
struct PixelGrid {
  var width: Int
  var height: Int
  var pixels: [SIMD4<UInt8>]
}

extension PixelGrid {
  /// An RGB image with opacity 255.
  init(_ image: RGBImage) {
    self.init(width: image.width, height: image.height, pixels: opaquePixels(image.pixels))
  }

  /// The RGB image that remains when the fourth channel is dropped.
  var rgb: RGBImage {
    var samples = [UInt8](repeating: 0, count: 3 * pixels.count)
    for i in 0..<pixels.count {
      samples[3 * i] = pixels[i].x
      samples[3 * i + 1] = pixels[i].y
      samples[3 * i + 2] = pixels[i].z
    }
    return RGBImage(width: width, height: height, pixels: samples)
  }

  /// A rectangle, which must lie within the image.
  func cropped(to region: PixelRegion) -> PixelGrid {
    if region.width == width && region.height == height { return self }
    var result: [SIMD4<UInt8>] = []
    result.reserveCapacity(region.width * region.height)
    for y in region.top..<region.top + region.height {
      let start = y * width + region.left
      result.append(contentsOf: pixels[start..<start + region.width])
    }
    return PixelGrid(width: region.width, height: region.height, pixels: result)
  }
}

/// A rectangle of pixels within an image.
struct PixelRegion: Equatable {
  var left: Int
  var top: Int
  var width: Int
  var height: Int
}

/// Interleaved RGB samples as pixels with opacity 255.
func opaquePixels(_ samples: [UInt8]) -> [SIMD4<UInt8>] {
  let count = samples.count / 3
  var pixels = [SIMD4<UInt8>](repeating: SIMD4(repeating: 255), count: count)
  var output = pixels.mutableSpan
  let input = samples.span
  for i in 0..<count {
    output[i] = SIMD4(input[3 * i], input[3 * i + 1], input[3 * i + 2], 255)
  }
  return pixels
}
