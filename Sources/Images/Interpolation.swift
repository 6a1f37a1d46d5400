/// How pixels between pixels are found when an image is resized.
public enum Interpolation: String, Codable, Sendable, CaseIterable {
  /// Cubic convolution with a = -0.5; what CLIP's authors used.
  case bicubic
  /// Linear; torchvision's default.
  case bilinear

  /// How far the filter reaches, in pixels of the smaller image.
  var support: Double {
    switch self {
    case .bicubic: 2
    case .bilinear: 1
    }
  }

  /// The filter's weight at a distance.
  func weight(_ distance: Double) -> Double {
    let x = abs(distance)
    switch self {
    case .bilinear: return x < 1 ? 1 - x : 0
    case .bicubic:
      // Keys, "Cubic convolution interpolation for digital image processing", 1981, with a = -0.5,
      // in the order of operations of Pillow's bicubic_filter.
      let a = -0.5
      if x < 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
      if x < 2 { return (((x - 5) * x + 8) * x - 4) * a }
      return 0
    }
  }
}

/// Whose arithmetic resizing follows; both shrink with antialiasing and round between the passes.
public enum ResizeArithmetic: String, Codable, Sendable, CaseIterable {
  /// Pillow's `Image.resize`: weights of 22 bits. Used by OpenAI's and open_clip's transforms.
  case pillow
  /// PyTorch's 8-bit kernel: weights of up to 15 bits. Used by Hugging Face's processors since v5.
  case torchvision
}
