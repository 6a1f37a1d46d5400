import FileFormats

/// An image of 8-bit red, green and blue.
public struct RGBImage: Sendable, Equatable {
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// Red, green, blue of each pixel, row after row from the top: 3 x width x height values.
  public var pixels: [UInt8]

  /// Creates an image from interleaved samples; their number must be 3 x width x height.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    require(width > 0 && height > 0, "an image of \(width) x \(height) pixels is empty")
    require(
      pixels.count == 3 * width * height,
      "\(pixels.count) samples given, expected \(3 * width * height) for \(width) x \(height)")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Creates an image of one colour.
  public init(width: Int, height: Int, red: UInt8, green: UInt8, blue: UInt8) {
    var pixels = [UInt8](repeating: red, count: 3 * width * height)
    for i in stride(from: 0, to: pixels.count, by: 3) {
      pixels[i + 1] = green
      pixels[i + 2] = blue
    }
    self.init(width: width, height: height, pixels: pixels)
  }
}
