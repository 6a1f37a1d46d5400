import Testing

@testable import FileFormats

@Suite("PNG")
struct PNGTests {
  private func image(_ mode: DecodedImage.Mode) -> DecodedImage {
    let count = 13 * 7 * mode.bytesPerPixel
    return DecodedImage(
      width: 13, height: 7, mode: mode,
      samples: (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37) })
  }

  @Test(
    "reads back what it wrote", arguments: [.gray, .grayAlpha, .rgb, .rgba] as [DecodedImage.Mode])
  func roundTrip(_ mode: DecodedImage.Mode) throws {
    let bytes = try PNG.encode(image(mode), name: "x")
    #expect(try PNG.decode(bytes, name: "x") == image(mode))
    #expect(try ImageFile.decode(bytes, name: "x") == image(mode))
  }

  @Test("refuses every cut")
  func truncated() throws {
    let bytes = try PNG.encode(image(.rgb), name: "x")
    for count in 0..<bytes.count {
      #expect(throws: FormatError.self, "\(count) bytes") {
        try PNG.decode([UInt8](bytes[..<count]), name: "x")
      }
    }
  }

  @Test("never crashes on damage, and finds it by its checksums")
  func damaged() throws {
    let bytes = try PNG.encode(image(.rgb), name: "x")
    var found = 0
    for position in 0..<bytes.count {
      var broken = bytes
      broken[position] ^= 0x55
      do { _ = try PNG.decode(broken, name: "x") } catch is FormatError { found += 1 }
    }
    // Only the last chunk, which holds nothing, may go unnoticed.
    #expect(found >= bytes.count - 12)
  }

  @Test("refuses an image that is too large before taking memory")
  func bomb() throws {
    let bytes = try PNG.encode(image(.gray), name: "x")
    #expect(
      throws: FormatError(path: "x", message: "has 13 x 7 pixels, more than the 90 allowed")
    ) { try PNG.decode(bytes, maximumPixels: 90, name: "x") }
  }

  @Test("refuses other files with the reason")
  func otherFiles() {
    #expect(
      throws: FormatError(
        path: "x", message: "is neither a PNG nor a JPEG file; convert it to PNG")
    ) { try ImageFile.decode(Array("GIF89a".utf8), name: "x") }
    #expect(
      throws: FormatError(path: "x", message: "images in mode P cannot be written; use RGB")
    ) {
      try PNG.encode(
        DecodedImage(
          width: 1, height: 1, mode: .palette, samples: [0],
          palette: [UInt8](repeating: 0, count: 768)), name: "x")
    }
  }
}
