import FileFormats
import TestSupport
import Testing

@testable import Images

/// Files of every kind against Pillow, torchvision, open_clip and transformers.
///
/// Made by scripts/fixtures/images.py, which says what each name means and pins the versions.
@Suite("Images equal Pillow's")
struct PillowTests {
  private let expected: SafetensorsFile

  init() throws { expected = try SafetensorsFile(fixture("expected.safetensors")) }

  /// The parts of each expected result's name: file, then size or kind.
  private func cases(_ kind: String) -> [(name: String, file: String, size: Int)] {
    expected.names.compactMap { name in
      let parts = name.split(separator: "|").map(String.init)
      guard parts.last == kind else { return nil }
      return (name, parts[0], Int(parts[1]) ?? 0)
    }
  }

  @Test("converting to RGB, for every colour type and depth")
  func rgb() throws {
    let all = cases("rgb")
    #expect(all.count == 31)
    for (name, file, _) in all {
      let image = try ImageFile.decode(path: fixture(file)).rgb()
      #expect(image.pixels == (try expected.bytes(name)), "\(name)")
      #expect([image.height, image.width, 3] == expected.shape(name), "\(name)")
    }
  }

  @Test("putting white behind transparent pixels")
  func white() throws {
    for (name, file, _) in cases("white") {
      let image = try ImageFile.decode(path: fixture(file)).rgb(background: 255)
      #expect(image.pixels == (try expected.bytes(name)), "\(name)")
    }
  }

  @Test(
    "resizing and cropping",
    arguments: ["openai", "native", "mcm-2022", "longest", "squash", "hf-v5", "hf-file"])
  func cropping(_ kind: String) throws {
    let all = cases(kind)
    #expect(all.count >= 60)
    for (name, file, size) in all {
      var configuration =
        PreprocessingConfiguration(preset: kind, size: size) ?? .openAI(size: size)
      configuration.fillColor = 77
      if kind == "native" { configuration.order = .native }
      if let mode = PreprocessingConfiguration.ResizeMode(rawValue: kind) {
        configuration.resizeMode = mode
      }
      if kind == "hf-file" {
        configuration = .huggingFace5(size: size)
        configuration.backgroundUse = .everywhere
      }
      let image = try ImageFile.decode(path: fixture(file))
      let pixels = Preprocessor(configuration).cropped(image).pixels
      let wanted = try expected.bytes(name)
      #expect(pixels == wanted, "\(name): \(difference(pixels, wanted))")
    }
  }

  @Test("normalising, to the last bit")
  func pixels() throws {
    for (name, file, size) in cases("pixels") {
      let image = try ImageFile.decode(path: fixture(file))
      let preprocessor = Preprocessor(.openAI(size: size))
      #expect(preprocessor.pixels(image) == (try expected.floats(name)), "\(name)")
      #expect(preprocessor.pixels(image.rgb()) == (try expected.floats(name)), "\(name)")
    }
  }

  @Test("changing brightness, contrast and saturation", arguments: ["0.6", "1.4"])
  func enhancing(_ factor: String) throws {
    let value = try #require(Float(factor))
    for file in ["rgb8.png", "rgb420.jpg"] {
      let image = PixelGrid(try ImageFile.decode(path: fixture(file)).rgb())
      var grid = image
      grid.blend(value) { _ in 0 }
      #expect(grid.rgb.pixels == (try expected.bytes("\(file)|brightness|\(factor)")))
      grid = image
      let mean = image.meanGray
      grid.blend(value) { _ in mean }
      #expect(grid.rgb.pixels == (try expected.bytes("\(file)|contrast|\(factor)")))
      grid = image
      grid.blend(value) { gray($0) }
      #expect(grid.rgb.pixels == (try expected.bytes("\(file)|color|\(factor)")))
    }
  }

  private func difference(_ left: [UInt8], _ right: [UInt8]) -> String {
    guard left.count == right.count else { return "\(left.count) values, not \(right.count)" }
    var count = 0
    var largest = 0
    for i in 0..<left.count where left[i] != right[i] {
      count += 1
      largest = max(largest, abs(Int(left[i]) - Int(right[i])))
    }
    return "\(count) values differ, by up to \(largest)"
  }
}
