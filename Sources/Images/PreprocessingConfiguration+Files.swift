import FileFormats
import FoundationEssentials

extension PreprocessingConfiguration {
  /// Reads a Hugging Face `preprocessor_config.json`.
  ///
  /// Missing keys have the defaults of `CLIPImageProcessor`. A key of our own, `background`, gives the
  /// gray level that transparent images are composited on. Throws `FormatError` if the file asks for
  /// something that is not done here.
  public static func huggingFace(path: String) throws -> Self {
    let file = try decoded(HuggingFaceFile.self, path: path)
    func fault(_ message: String) -> FormatError { FormatError(path: path, message: message) }
    let flags = [file.do_resize, file.do_center_crop, file.do_normalize, file.do_rescale]
    guard flags.allSatisfy({ $0 ?? true }) else {
      throw fault("switches off one of resize, center_crop, rescale, normalize; all are needed")
    }
    if let factor = file.rescale_factor, abs(factor * 255 - 1) > 1e-6 {
      throw fault("has rescale_factor \(factor), expected 1/255")
    }
    var configuration = huggingFace5()
    let target = file.size ?? .number(224)
    let crop = file.crop_size ?? target
    guard let size = crop.square, let edge = target.square else {
      throw fault("has a size or crop_size that is no square, expected one number")
    }
    guard size == edge else {
      throw fault("resizes to \(edge) but crops to \(size), expected the same number")
    }
    configuration.size = size
    if case .box = target { configuration.resizeMode = .squash }
    switch file.resample ?? 3 {
    case 2: configuration.interpolation = .bilinear
    case 3: configuration.interpolation = .bicubic
    case let other: throw fault("has resample \(other), expected 2 (bilinear) or 3 (bicubic)")
    }
    if let background = file.background {
      configuration.background = background
      configuration.backgroundUse = .everywhere
    }
    return try configuration.with(mean: file.image_mean, std: file.image_std, path: path)
  }

  /// Reads the `preprocess_cfg` and the image size of an `open_clip_config.json`.
  public static func openCLIP(path: String) throws -> Self {
    let file = try decoded(OpenCLIPFile.self, path: path)
    let settings = file.preprocess_cfg
    guard let size = settings?.size ?? file.model_cfg?.vision_cfg?.image_size else {
      throw FormatError(path: path, message: "states no image size in preprocess_cfg or model_cfg")
    }
    var configuration = openAI(size: size)
    if let name = settings?.interpolation {
      guard let interpolation = Interpolation(rawValue: name) else {
        throw FormatError(
          path: path, message: "has interpolation '\(name)', expected bicubic or bilinear")
      }
      configuration.interpolation = interpolation
    }
    if let name = settings?.resize_mode {
      guard let mode = ResizeMode(rawValue: name) else {
        throw FormatError(
          path: path, message: "has resize_mode '\(name)', expected shortest, longest or squash")
      }
      configuration.resizeMode = mode
    }
    if let level = settings?.fill_color {
      configuration.fillColor = UInt8(clamping: level)
    }
    return try configuration.with(mean: settings?.mean, std: settings?.std, path: path)
  }

  private func with(mean: [Float]?, std: [Float]?, path: String) throws -> Self {
    var result = self
    result.mean = mean ?? result.mean
    result.std = std ?? result.std
    guard result.size > 0, result.mean.count == 3, result.std.count == 3,
      result.std.allSatisfy({ $0 > 0 })
    else {
      throw FormatError(
        path: path,
        message: "has size \(result.size), mean \(result.mean), std \(result.std); expected a "
          + "positive size, three means and three positive deviations")
    }
    return result
  }

  private static func decoded<File: Decodable>(_ type: File.Type, path: String) throws -> File {
    let bytes = try FileBytes.read(path)
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw FormatError(path: path, message: "cannot be read: \(error)")
    }
  }
}

/// A size as Hugging Face writes it: a number, or an object.
private enum HuggingFaceSize: Decodable {
  case number(Int)
  case shortestEdge(Int)
  case box(height: Int, width: Int)

  private enum Key: String, CodingKey {
    case shortestEdge = "shortest_edge"
    case height, width
  }

  init(from decoder: any Decoder) throws {
    if let number = try? decoder.singleValueContainer().decode(Int.self) {
      self = .number(number)
      return
    }
    let object = try decoder.container(keyedBy: Key.self)
    if let edge = try object.decodeIfPresent(Int.self, forKey: .shortestEdge) {
      self = .shortestEdge(edge)
    } else {
      self = .box(
        height: try object.decode(Int.self, forKey: .height),
        width: try object.decode(Int.self, forKey: .width))
    }
  }

  /// The number, if both sides are the same.
  var square: Int? {
    switch self {
    case .number(let size), .shortestEdge(let size): size
    case .box(let height, let width): height == width ? height : nil
    }
  }
}

private struct HuggingFaceFile: Decodable {
  var size: HuggingFaceSize?
  var crop_size: HuggingFaceSize?
  var resample: Int?
  var image_mean: [Float]?
  var image_std: [Float]?
  var rescale_factor: Double?
  var do_resize: Bool?
  var do_center_crop: Bool?
  var do_normalize: Bool?
  var do_rescale: Bool?
  var background: UInt8?
}

private struct OpenCLIPFile: Decodable {
  struct Settings: Decodable {
    var size: Int?
    var mean: [Float]?
    var std: [Float]?
    var interpolation: String?
    var resize_mode: String?
    var fill_color: Int?
  }
  struct Model: Decodable {
    struct Vision: Decodable { var image_size: Int? }
    var vision_cfg: Vision?
  }
  var preprocess_cfg: Settings?
  var model_cfg: Model?
}
