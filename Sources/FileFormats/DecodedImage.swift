/// An image as its file holds it, before any conversion to RGB.
///
/// Modes and samples are those that Pillow would give the same file, because the published
/// preprocessing of CLIP models is defined by Pillow.
public struct DecodedImage: Sendable, Equatable {
  /// The kind of the samples; raw values are Pillow's names.
  public enum Mode: String, Sendable, CaseIterable {
    /// Black or white: one byte a pixel, 0 or 255.
    case bilevel = "1"
    /// One byte a pixel.
    case gray = "L"
    /// Gray and opacity, two bytes a pixel.
    case grayAlpha = "LA"
    /// Red, green, blue: three bytes a pixel.
    case rgb = "RGB"
    /// Red, green, blue, opacity: four bytes a pixel.
    case rgba = "RGBA"
    /// One byte a pixel, an index into `palette`.
    case palette = "P"
    /// Gray from 0 to 65535: two bytes a pixel, the low one first.
    case gray16 = "I;16"

    /// Bytes a pixel.
    public var bytesPerPixel: Int {
      switch self {
      case .bilevel, .gray, .palette: 1
      case .grayAlpha, .gray16: 2
      case .rgb: 3
      case .rgba: 4
      }
    }
  }

  /// What is transparent in images whose pixels carry no opacity of their own.
  public enum Transparency: Sendable, Equatable {
    /// Nothing.
    case none
    /// The opacity of each of the 256 palette entries.
    case palette([UInt8])
    /// The colour that is fully transparent, as the file states it; a gray level three times.
    case color(red: UInt16, green: UInt16, blue: UInt16)
  }

  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The kind of the samples.
  public let mode: Mode
  /// The samples, row after row from the top, `mode.bytesPerPixel` bytes a pixel.
  public let samples: [UInt8]
  /// Red, green and blue of the 256 palette entries; empty unless the mode is `palette`.
  public let palette: [UInt8]
  /// The transparency that the file states beside the pixels.
  public let transparency: Transparency

  /// Creates an image from raw samples; their number must be width x height x bytes a pixel.
  public init(
    width: Int, height: Int, mode: Mode, samples: [UInt8], palette: [UInt8] = [],
    transparency: Transparency = .none
  ) {
    require(width > 0 && height > 0, "an image of \(width) x \(height) pixels is empty")
    require(
      samples.count == width * height * mode.bytesPerPixel,
      "an image of \(width) x \(height) pixels in mode \(mode.rawValue) has \(samples.count) bytes, "
        + "expected \(width * height * mode.bytesPerPixel)")
    require(
      mode == .palette ? palette.count == 768 : palette.isEmpty,
      "a palette has 3 x 256 bytes, and only palette images have one")
    self.width = width
    self.height = height
    self.mode = mode
    self.samples = samples
    self.palette = palette
    self.transparency = transparency
  }
}
