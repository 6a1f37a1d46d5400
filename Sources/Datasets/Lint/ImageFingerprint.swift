import FileFormats
import Images
import Synchronization

/// What tells images apart: hashes of the pixels and of the file.
struct ImageFingerprint: Sendable, Hashable {
  /// 128 bits of a SHA-256.
  struct Digest: Sendable, Hashable {
    let high: UInt64
    let low: UInt64

    init(_ bytes: [UInt8]) {
      let digits = SHA256.hexDigest(of: bytes)
      high = UInt64(digits.prefix(16), radix: 16) ?? 0
      low = UInt64(digits.dropFirst(16).prefix(16), radix: 16) ?? 0
    }
  }

  /// Equal for images that look the same on white, whatever their files say.
  let pixels: Digest
  /// Equal for equal files; nil where there are none.
  let file: Digest?

  init(of image: DecodedImage, file: [UInt8]? = nil) {
    pixels = Digest(ImageFingerprint.bytes(of: image))
    self.file = file.map(Digest.init)
  }

  /// The size, then a byte a pixel of gray images and three of others.
  private static func bytes(of image: DecodedImage) -> [UInt8] {
    var bytes = [UInt8]("\(image.width) \(image.height)".utf8)
    switch image.mode {
    case .gray where image.transparency == .none, .bilevel where image.transparency == .none:
      bytes += [UInt8(ascii: "L")]
      bytes += image.samples
    case .gray16:
      // Pillow's RGB would make all but the darkest white.
      bytes += [UInt8(ascii: "I")]
      bytes += image.samples
    default:
      let pixels = image.rgb(background: 255).pixels
      let gray = grayLevels(pixels)
      bytes += [gray == nil ? UInt8(ascii: "R") : UInt8(ascii: "L")]
      bytes += gray ?? pixels
    }
    return bytes
  }

  /// A level for each pixel; nil if one has a colour.
  private static func grayLevels(_ pixels: [UInt8]) -> [UInt8]? {
    var levels = [UInt8](repeating: 0, count: pixels.count / 3)
    let input = pixels.span
    for index in levels.indices {
      let red = input[3 * index]
      guard red == input[3 * index + 1], red == input[3 * index + 2] else { return nil }
      levels[index] = red
    }
    return levels
  }
}

/// Decodes images for `ood lint`, the huge ones one at a time: many at once could fill the memory.
final class LintDecoder: Sendable {
  private static let huge = 1 << 24
  private let turn = Mutex(())

  func decode(_ bytes: [UInt8], name: String, pixels: Int) throws -> ImageFingerprint {
    func fingerprint() throws -> ImageFingerprint {
      try ImageFingerprint(of: ImageFile.decode(bytes, name: name), file: bytes)
    }
    guard pixels > LintDecoder.huge else { return try fingerprint() }
    return try turn.withLock { _ in try fingerprint() }
  }
}
