import FileFormats

/// Turns images into normalised pixels, according to a configuration.
public struct Preprocessor: Sendable {
  /// What is done.
  public let configuration: PreprocessingConfiguration
  /// (value / 255 - mean) / std in 32-bit arithmetic, for 256 values of each of three channels.
  private let normalised: [Float]

  /// Prepares for a configuration; it must have a positive size and three means and deviations.
  public init(_ configuration: PreprocessingConfiguration) {
    require(
      configuration.size > 0 && configuration.mean.count == 3 && configuration.std.count == 3,
      "preprocessing needs a positive size and three means and deviations")
    self.configuration = configuration
    normalised = (0..<3).flatMap { channel in
      (0..<256).map { value in
        (Float(value) / 255 - configuration.mean[channel]) / configuration.std[channel]
      }
    }
  }

  /// The normalised pixels, [3, size, size].
  public func pixels(_ image: DecodedImage) -> [Float] { normalised(square(image)) }

  /// The normalised pixels, [3, size, size].
  public func pixels(_ image: RGBImage) -> [Float] { normalised(square(PixelGrid(image))) }

  /// The image after resizing and cropping, before normalisation: size x size.
  public func cropped(_ image: DecodedImage) -> RGBImage { square(image).rgb }

  /// The image after resizing and cropping, before normalisation: size x size.
  public func cropped(_ image: RGBImage) -> RGBImage { square(PixelGrid(image)).rgb }

  private func square(_ image: DecodedImage) -> PixelGrid {
    if let background = configuration.background {
      switch configuration.backgroundUse {
      case .everywhere: return square(image.pixelGrid(background: background))
      case .transparentColor:
        return square(image.pixelGridKeepingTransparentColor(background: background))
      }
    }
    guard configuration.order == .native else { return square(image.pixelGrid(background: nil)) }
    let geometry = ResizeGeometry(
      width: image.width, height: image.height, configuration: configuration)
    return padded(
      image.resizedNatively(geometry, filter: configuration.interpolation), geometry)
  }

  private func square(_ image: PixelGrid) -> PixelGrid {
    let geometry = ResizeGeometry(
      width: image.width, height: image.height, configuration: configuration)
    let resized = image.resized(
      geometry, filter: configuration.interpolation, arithmetic: configuration.arithmetic)
    return padded(resized, geometry)
  }

  private func padded(_ image: PixelGrid, _ geometry: ResizeGeometry) -> PixelGrid {
    let size = configuration.size
    if image.width == size && image.height == size { return image }
    let fill = SIMD4<UInt8>(repeating: configuration.fillColor)
    var pixels = [SIMD4<UInt8>](repeating: fill, count: size * size)
    for y in 0..<image.height {
      let start = (geometry.top + y) * size + geometry.left
      pixels.replaceSubrange(
        start..<start + image.width, with: image.pixels[y * image.width..<(y + 1) * image.width])
    }
    return PixelGrid(width: size, height: size, pixels: pixels)
  }

  /// The planes of red, green and blue one after the other, each value looked up.
  func normalised(_ image: PixelGrid) -> [Float] {
    let count = image.pixels.count
    var result = [Float](repeating: 0, count: 3 * count)
    var output = result.mutableSpan
    let pixels = image.pixels.span
    let table = normalised.span
    for i in 0..<count {
      let pixel = pixels[i]
      output[i] = table[Int(pixel.x)]
      output[count + i] = table[256 + Int(pixel.y)]
      output[2 * count + i] = table[512 + Int(pixel.z)]
    }
    return result
  }
}
