import FileFormats
import TestSupport
import Testing

@testable import Images

@Suite("Broken image files")
struct HostileImageTests {
  @Test(
    "a cut is an error wherever it is",
    arguments: [
      "rgb-interlaced.png", "palette4.png", "gray16.png", "rgb420.jpg", "progressive.jpg",
    ])
  func truncated(_ name: String) throws {
    let bytes = try FileBytes.read(fixture(name))
    // Behind the last marker of a JPEG file nothing is missing.
    let end = name.hasSuffix("jpg") ? bytes.count - 2 : bytes.count
    for count in stride(from: 0, to: end, by: 2) {
      #expect(throws: FormatError.self, "\(count) bytes") {
        try ImageFile.decode([UInt8](bytes[..<count]), name: name)
      }
    }
  }

  @Test(
    "no damage crashes",
    arguments: [
      "palette2.png", "rgba16.png", "rgb444.jpg", "progressive.jpg", "cmyk.jpg", "gray.jpg",
    ])
  func damaged(_ name: String) throws {
    let bytes = try FileBytes.read(fixture(name))
    for position in 0..<bytes.count {
      var broken = bytes
      broken[position] ^= ([0x01, 0x80, 0xff] as [UInt8])[position % 3]
      // A small limit, because a damaged size may be anything.
      if name.hasSuffix("png") {
        _ = try? PNG.decode(broken, maximumPixels: 10_000, name: name)
      } else {
        _ = try? JPEG.decode(broken, maximumPixels: 10_000, name: name)
      }
    }
  }

  @Test(
    "the size is read from the header alone, as far as the file goes",
    arguments: [
      "rgb-interlaced.png", "wide.png", "gray16.png", "rgb420.jpg", "progressive.jpg", "cmyk.jpg",
      "gray.jpg",
    ])
  func size(_ name: String) throws {
    let bytes = try FileBytes.read(fixture(name))
    let image = try ImageFile.decode(bytes, name: name)
    let size = try ImageFile.size(of: bytes, name: name)
    #expect(size.width == image.width && size.height == image.height)
    for count in 0..<bytes.count {
      // Either the size or an error, never another size.
      guard let cut = try? ImageFile.size(of: [UInt8](bytes[..<count]), name: name) else {
        continue
      }
      #expect(cut == size)
    }
  }
}
