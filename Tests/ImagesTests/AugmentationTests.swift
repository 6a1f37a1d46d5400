import RandomStreams
import Testing

@testable import Images

@Suite("Augmentation")
struct AugmentationTests {
  private func image(width: Int, height: Int) -> RGBImage {
    var random = RandomSource(seed: 7, purpose: "image")
    let samples = (0..<3 * width * height).map { _ in UInt8(random.below(256)) }
    return RGBImage(width: width, height: height, pixels: samples)
  }

  @Test("gives the same view for the same stream and another for another")
  func determinism() {
    let preprocessor = Preprocessor(.openAI(size: 16))
    var augmentation = Augmentation.coOp
    augmentation.brightness = 0.4
    augmentation.contrast = 0.4
    augmentation.saturation = 0.4
    let image = image(width: 23, height: 17)
    func view(_ index: UInt64) -> [Float] {
      var random = RandomSource(seed: 1, purpose: "view", index: index)
      return augmentation.pixels(image, random: &random, preprocessing: preprocessor)
    }
    #expect(view(0) == view(0))
    #expect(view(0) != view(1))
    #expect(view(0).count == 3 * 16 * 16)
  }

  @Test("keeps every crop within the image, its area and shape within the ranges")
  func crops() {
    let augmentation = Augmentation(scale: 0.3...0.6, flipProbability: 0)
    var random = RandomSource(seed: 3, purpose: "crop")
    for _ in 0..<500 {
      let crop = augmentation.crop(width: 100, height: 80, random: &random)
      #expect(crop.left >= 0 && crop.left + crop.width <= 100)
      #expect(crop.top >= 0 && crop.top + crop.height <= 80)
      // Half a pixel of rounding on a side of at least 42 changes these by less than 3 %.
      let area = Double(crop.width * crop.height) / 8000
      #expect(area > 0.29 && area < 0.62)
      let shape = Double(crop.width) / Double(crop.height)
      #expect(shape > 0.73 && shape < 1.37)
    }
  }

  @Test("falls back to the largest central crop that is not too long")
  func fallback() {
    var random = RandomSource(seed: 3, purpose: "crop")
    // torchvision: width = round(10 x 4/3) = 13, left = (1000 - 13) / 2 = 493.
    let crop = Augmentation(scale: 1...1, flipProbability: 0).crop(
      width: 1000, height: 10, random: &random)
    #expect(crop == PixelRegion(left: 493, top: 0, width: 13, height: 10))
  }

  @Test("mirrors rows")
  func mirror() {
    var grid = PixelGrid(RGBImage(width: 3, height: 1, pixels: [1, 2, 3, 4, 5, 6, 7, 8, 9]))
    grid.mirror()
    #expect(grid.rgb.pixels == [7, 8, 9, 4, 5, 6, 1, 2, 3])
  }

  @Test("a full-size crop without flip is the plain image")
  func identity() {
    let image = image(width: 16, height: 16)
    let preprocessor = Preprocessor(.openAI(size: 16))
    var random = RandomSource(seed: 1, purpose: "view")
    var augmentation = Augmentation(scale: 1...1, flipProbability: 0)
    augmentation.ratio = 1...1
    #expect(
      augmentation.pixels(image, random: &random, preprocessing: preprocessor)
        == preprocessor.pixels(image))
  }
}
