import RandomStreams

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random views of training images: a random resized crop, a flip, and changes of colour.
///
/// A view is a function of the image and the random stream alone. Source: torchvision's
/// RandomResizedCrop, RandomHorizontalFlip and ColorJitter (without hue).
public struct Augmentation: Codable, Sendable, Equatable {
  /// The range of the crop's share of the image's area.
  public var scale: ClosedRange<Double>
  /// The range of the crop's width over its height; drawn on a logarithmic scale.
  public var ratio: ClosedRange<Double> = 3.0 / 4...4.0 / 3
  /// How often the view is mirrored, 0 to 1.
  public var flipProbability: Double
  /// Brightness is multiplied by 1 - b to 1 + b; 0 leaves it.
  public var brightness: Double = 0
  /// Contrast is multiplied by 1 - c to 1 + c; 0 leaves it.
  public var contrast: Double = 0
  /// Saturation is multiplied by 1 - s to 1 + s; 0 leaves it.
  public var saturation: Double = 0

  /// A random resized crop and a flip.
  public init(scale: ClosedRange<Double>, flipProbability: Double) {
    self.scale = scale
    self.flipProbability = flipProbability
  }

  /// Crops of half the image and more, half of them mirrored: Tip-Adapter's.
  public static let tipAdapter = Augmentation(scale: 0.5...1, flipProbability: 0.5)
  /// Crops of 8 % and more, half of them mirrored: CoOp's and its successors'.
  public static let coOp = Augmentation(scale: 0.08...1, flipProbability: 0.5)
  /// The mild crop of WiSE-FT, FLYP and open_clip's pretraining: 90 % and more, never mirrored.
  public static let mild = Augmentation(scale: 0.9...1, flipProbability: 0)

  /// One view's normalised pixels, [3, size, size].
  ///
  /// The crop is resized straight to the square; the configuration's resize mode plays no part.
  public func pixels(
    _ image: RGBImage, random: inout RandomSource, preprocessing: Preprocessor
  ) -> [Float] {
    preprocessing.normalised(
      view(image, random: &random, configuration: preprocessing.configuration))
  }

  /// One view before normalisation.
  func view(
    _ image: RGBImage, random: inout RandomSource, configuration: PreprocessingConfiguration
  ) -> PixelGrid {
    let region = crop(width: image.width, height: image.height, random: &random)
    let isFlipped = random.uniform() < flipProbability
    let size = configuration.size
    var view = PillowResize.resize(
      PixelGrid(image).cropped(to: region), width: size, height: size,
      region: PixelRegion(left: 0, top: 0, width: size, height: size),
      filter: configuration.interpolation, arithmetic: configuration.arithmetic)
    if isFlipped { view.mirror() }
    changeColors(of: &view, random: &random)
    return view
  }

  /// A crop of random area and shape; after ten misfits the central one with a permitted shape.
  func crop(width: Int, height: Int, random: inout RandomSource) -> PixelRegion {
    for _ in 0..<10 {
      let area = Double(width * height) * random.uniform(scale.lowerBound, scale.upperBound)
      let shape = exp(random.uniform(log(ratio.lowerBound), log(ratio.upperBound)))
      let cropWidth = Int((area * shape).squareRoot().rounded(.toNearestOrEven))
      let cropHeight = Int((area / shape).squareRoot().rounded(.toNearestOrEven))
      if cropWidth > 0, cropWidth <= width, cropHeight > 0, cropHeight <= height {
        let top = random.below(height - cropHeight + 1)
        let left = random.below(width - cropWidth + 1)
        return PixelRegion(left: left, top: top, width: cropWidth, height: cropHeight)
      }
    }
    var (cropWidth, cropHeight) = (width, height)
    let shape = Double(width) / Double(height)
    if shape < ratio.lowerBound {
      let fitting = (Double(width) / ratio.lowerBound).rounded(.toNearestOrEven)
      cropHeight = max(Int(fitting), 1)
    } else if shape > ratio.upperBound {
      let fitting = (Double(height) * ratio.upperBound).rounded(.toNearestOrEven)
      cropWidth = max(Int(fitting), 1)
    }
    return PixelRegion(
      left: (width - cropWidth) / 2, top: (height - cropHeight) / 2, width: cropWidth,
      height: cropHeight)
  }

  /// The changes of colour in a random order.
  private func changeColors(of view: inout PixelGrid, random: inout RandomSource) {
    guard brightness > 0 || contrast > 0 || saturation > 0 else { return }
    for change in random.permutation(of: 3) {
      let strength = [brightness, contrast, saturation][change]
      if strength == 0 { continue }
      let factor = Float(random.uniform(max(0, 1 - strength), 1 + strength))
      switch change {
      case 0: view.blend(factor) { _ in 0 }
      case 1:
        let mean = view.meanGray
        view.blend(factor) { _ in mean }
      default: view.blend(factor) { gray($0) }
      }
    }
  }
}

extension PixelGrid {
  /// Exchanges left and right.
  mutating func mirror() {
    for y in 0..<height {
      let row = y * width
      for x in 0..<width / 2 { pixels.swapAt(row + x, row + width - 1 - x) }
    }
  }

  /// The mean of the gray levels, rounded half up (PIL/ImageEnhance.py, `Contrast`).
  var meanGray: UInt8 {
    var sum = 0
    for pixel in pixels { sum += Int(gray(pixel)) }
    return UInt8(Int(Double(sum) / Double(pixels.count) + 0.5))
  }

  /// gray + factor (colour - gray), cut off to whole numbers in 0 to 255 (libImaging/Blend.c).
  mutating func blend(_ factor: Float, from level: (SIMD4<UInt8>) -> UInt8) {
    for i in 0..<pixels.count {
      let origin = SIMD4<Float>(repeating: Float(level(pixels[i])))
      let value = origin + factor * (SIMD4<Float>(pixels[i]) - origin)
      let low = value.replacing(with: 0, where: value .< 0)
      let limited = low.replacing(with: 255, where: low .> 255)
      pixels[i] = SIMD4<UInt8>(limited, rounding: .towardZero)
      pixels[i].w = 255
    }
  }
}

/// The gray level of a colour, ITU-R 601-2 in 16-bit fixed point (libImaging/Convert.c, `L24`).
func gray(_ pixel: SIMD4<UInt8>) -> UInt8 {
  UInt8(truncatingIfNeeded: weightedSum(pixel) >> 16)
}

private func weightedSum(_ pixel: SIMD4<UInt8>) -> UInt32 {
  19595 * UInt32(pixel.x) + 38470 * UInt32(pixel.y) + 7471 * UInt32(pixel.z) + 0x8000
}
