import FileFormats

extension DecodedImage {
  /// Resizes and crops in the file's own mode, then converts to RGB, as Pillow does.
  func resizedNatively(_ geometry: ResizeGeometry, filter: Interpolation) -> PixelGrid {
    switch mode {
    case .gray, .rgb:
      return pixelGrid(background: nil).resized(geometry, filter: filter, arithmetic: .pillow)
    case .bilevel, .palette:
      // Pillow resizes these with nearest neighbours whatever is asked for.
      return pixelGrid(background: nil).sampled(geometry)
    case .grayAlpha, .rgba:
      var grid = pixelGrid(background: nil)
      // An image that keeps its size is copied without multiplication by opacity.
      let isKept = geometry.width == width && geometry.height == height
      if !isKept { grid.premultiply() }
      var result = grid.resized(geometry, filter: filter, arithmetic: .pillow)
      if !isKept { result.unpremultiply() }
      return result
    case .gray16:
      let values = (0..<width * height).map {
        UInt16(samples[2 * $0]) | UInt16(samples[2 * $0 + 1]) << 8
      }
      let resized = Gray16Resize.resize(
        values, from: (width, height), to: (geometry.width, geometry.height),
        region: geometry.region, filter: filter)
      return PixelGrid(
        width: geometry.region.width, height: geometry.region.height,
        pixels: resized.map { value in
          let gray = UInt8(min(value, 255))
          return SIMD4(gray, gray, gray, 255)
        })
    }
  }
}

extension PixelGrid {
  /// The kept region of the resized image.
  func resized(
    _ geometry: ResizeGeometry, filter: Interpolation, arithmetic: ResizeArithmetic
  ) -> PixelGrid {
    PillowResize.resize(
      self, width: geometry.width, height: geometry.height, region: geometry.region,
      filter: filter, arithmetic: arithmetic)
  }

  /// The kept region by nearest neighbours (Pillow's libImaging/Geometry.c, `ImagingScaleAffine`).
  fileprivate func sampled(_ geometry: ResizeGeometry) -> PixelGrid {
    let columns = nearest(inputs: width, outputs: geometry.width)
    let rows = nearest(inputs: height, outputs: geometry.height)
    let region = geometry.region
    var result: [SIMD4<UInt8>] = []
    result.reserveCapacity(region.width * region.height)
    for y in region.top..<region.top + region.height {
      for x in region.left..<region.left + region.width {
        result.append(pixels[rows[y] * width + columns[x]])
      }
    }
    return PixelGrid(width: region.width, height: region.height, pixels: result)
  }

  /// RGBA to RGBa: colours times opacity, so that transparent pixels count for nothing.
  fileprivate mutating func premultiply() {
    for i in 0..<pixels.count {
      let opacity = pixels[i].w
      let product = SIMD4<UInt32>(truncatingIfNeeded: pixels[i]) &* UInt32(opacity) &+ 128
      pixels[i] = SIMD4(truncatingIfNeeded: (product &>> 8 &+ product) &>> 8)
      pixels[i].w = opacity
    }
  }

  /// RGBa to RGBA: colours divided by opacity, cut off at 255.
  fileprivate mutating func unpremultiply() {
    for i in 0..<pixels.count {
      let opacity = Int(pixels[i].w)
      if opacity == 255 || opacity == 0 { continue }
      for c in 0..<3 { pixels[i][c] = UInt8(min(255 * Int(pixels[i][c]) / opacity, 255)) }
    }
  }
}

/// The input at each output's centre; the sum runs as in C, with its rounding.
private func nearest(inputs: Int, outputs: Int) -> [Int] {
  let step = Double(inputs) / Double(outputs)
  var position = step * 0.5
  var result: [Int] = []
  for _ in 0..<outputs {
    // Rounding may push the last position past the end, where Pillow leaves index 0 of its table.
    result.append(position < Double(inputs) ? Int(position) : 0)
    position += step
  }
  return result
}
