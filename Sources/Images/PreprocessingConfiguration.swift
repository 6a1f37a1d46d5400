/// How an image becomes the pixels that a CLIP model was trained on.
///
/// The words of `resizeMode` and `interpolation` are open_clip's. The same weights give other features
/// under another preprocessing, so results name theirs.
public struct PreprocessingConfiguration: Codable, Sendable, Equatable {
  /// What resizing keeps.
  public enum ResizeMode: String, Codable, Sendable, CaseIterable {
    /// The shorter side becomes `size`; the longer is cut at both ends.
    case shortest
    /// The longer side becomes `size`; the shorter is padded with `fillColor`.
    case longest
    /// Both sides become `size`; the aspect ratio is lost.
    case squash
  }

  /// Where the centre crop starts when the margin is odd.
  public enum CropRounding: String, Codable, Sendable, CaseIterable {
    /// Half the margin rounded half to even, as in torchvision.
    case halfEven = "half-even"
    /// Half the margin rounded down, as in Hugging Face's processors.
    case down
  }

  /// When an image that is not RGB becomes so.
  public enum ConversionOrder: String, Codable, Sendable, CaseIterable {
    /// At reading, as in torchvision's ImageFolder and every published OOD benchmark.
    case rgbFirst = "rgb-first"
    /// After resizing in the file's own mode, as when OpenAI's transform gets the opened file.
    case native
  }

  /// Which transparency the background shows through.
  public enum BackgroundUse: String, Codable, Sendable, CaseIterable {
    /// All of it.
    case everywhere
    /// One fully transparent colour only; opacities are dropped before.
    ///
    /// So it happens when a file is read with `convert("RGB")` and then given to Hugging Face's
    /// processor, which looks for the transparent colour that Pillow carries along.
    case transparentColor = "transparent-color"
  }

  /// Width and height of the result, in pixels.
  public var size: Int
  /// What resizing keeps.
  public var resizeMode = ResizeMode.shortest
  /// How pixels are interpolated.
  public var interpolation = Interpolation.bicubic
  /// Whose rounding the interpolation follows.
  public var arithmetic = ResizeArithmetic.pillow
  /// Where the centre crop starts when the margin is odd.
  public var cropRounding = CropRounding.halfEven
  /// Mean of red, green and blue, for values in 0 to 1.
  public var mean: [Float] = [0.48145466, 0.4578275, 0.40821073]
  /// Standard deviation of red, green and blue, for values in 0 to 1.
  public var std: [Float] = [0.26862954, 0.26130258, 0.27577711]
  /// The gray level of padding.
  public var fillColor: UInt8 = 0
  /// A gray level to put behind transparent pixels; nil leaves whatever colour they store.
  public var background: UInt8?
  /// Which transparency the background shows through.
  public var backgroundUse = BackgroundUse.everywhere
  /// When an image that is not RGB becomes so; with a background always first.
  public var order = ConversionOrder.rgbFirst

  /// OpenAI's preprocessing with OpenAI's means and deviations, at the given size.
  public init(size: Int) { self.size = size }

  /// The published preprocessing of that name ("openai", "hf-v5", "mcm-2022"), or nil.
  public init?(preset name: String, size: Int = 224) {
    guard let make = Self.presets.first(where: { $0.name == name })?.make else { return nil }
    self = make(size)
  }

  /// The names that `init(preset:size:)` knows.
  public static var presetNames: [String] { presets.map(\.name) }

  /// OpenAI's and open_clip's: Pillow's bicubic, shorter side to `size`, centre crop.
  public static func openAI(size: Int = 224) -> Self { Self(size: size) }

  /// What `CLIPImageProcessor` of transformers 5 does by default to images read as RGB.
  ///
  /// Resizing by torchvision, the crop's start rounded down, a transparent colour becomes white.
  public static func huggingFace5(size: Int = 224) -> Self {
    var configuration = Self(size: size)
    configuration.arithmetic = .torchvision
    configuration.cropRounding = .down
    configuration.background = 255
    configuration.backgroundUse = .transparentColor
    return configuration
  }

  /// What the published code of MCM (NeurIPS 2022) does: bilinear, torchvision's default.
  public static func mcm2022(size: Int = 224) -> Self {
    var configuration = Self(size: size)
    configuration.interpolation = .bilinear
    return configuration
  }

  private static let presets: [(name: String, make: @Sendable (Int) -> Self)] = [
    ("openai", { openAI(size: $0) }),
    ("hf-v5", { huggingFace5(size: $0) }),
    ("mcm-2022", { mcm2022(size: $0) }),
  ]
}
