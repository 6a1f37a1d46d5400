/// Sizes and positions of one image's way to a square.
struct ResizeGeometry: Equatable {
  /// The whole image after resizing.
  var width: Int
  var height: Int
  /// The part of it that is kept.
  var region: PixelRegion
  /// Where that part lies in the result; not 0 only with padding.
  var left = 0
  var top = 0

  /// The way of an image of the given size.
  init(width: Int, height: Int, configuration: PreprocessingConfiguration) {
    let size = configuration.size
    switch configuration.resizeMode {
    case .squash:
      (self.width, self.height) = (size, size)
    case .shortest:
      // torchvision: the other side is int(size * long / short).
      let short = min(width, height)
      self.width = Int(Double(size * width) / Double(short))
      self.height = Int(Double(size * height) / Double(short))
    case .longest:
      // open_clip's ResizeKeepRatio: round(side / ratio), half to even.
      let ratio = max(Double(height) / Double(size), Double(width) / Double(size))
      self.width = max(Int((Double(width) / ratio).rounded(.toNearestOrEven)), 1)
      self.height = max(Int((Double(height) / ratio).rounded(.toNearestOrEven)), 1)
      left = (size - self.width) / 2
      top = (size - self.height) / 2
    }
    func start(_ side: Int) -> Int {
      let margin = max(side - size, 0)
      switch configuration.cropRounding {
      case .down: return margin / 2
      case .halfEven: return Int((Double(margin) / 2).rounded(.toNearestOrEven))
      }
    }
    region = PixelRegion(
      left: start(self.width), top: start(self.height), width: min(size, self.width),
      height: min(size, self.height))
  }
}
