import CPNG

/// PNG files by libpng.
public enum PNG {
  /// The pixels of a PNG file, in the mode and with the values that Pillow gives it.
  ///
  /// Colour is not managed: gamma and profiles are ignored. 16-bit colour keeps its high bytes.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - maximumPixels: refuses larger images before memory is taken; the default is twice Pillow's
  ///     warning limit, where Pillow refuses too.
  ///   - name: the file's name for errors.
  /// - Throws: `FormatError` if the file is damaged, cut off or too large.
  public static func decode(
    _ bytes: [UInt8], maximumPixels: Int = ImageFile.pixelLimit, name: String
  ) throws -> DecodedImage {
    let reader = try state(name: name)
    defer { ood_png_destroy(reader) }
    return try bytes.withUnsafeBufferPointer { input in
      guard ood_png_open(reader, input.baseAddress, input.count) == 0 else {
        throw fault(reader, name: name)
      }
      let width = Int(reader.pointee.width)
      let height = Int(reader.pointee.height)
      guard width <= maximumPixels / height else {
        throw FormatError(
          path: name,
          message: "has \(width) x \(height) pixels, more than the \(maximumPixels) allowed")
      }
      let count = reader.pointee.row_bytes * height
      let samples = try [UInt8](unsafeUninitializedCapacity: count) { pixels, initialised in
        try withUnsafeTemporaryAllocation(
          of: UnsafeMutablePointer<UInt8>?.self, capacity: height
        ) { rows in
          guard ood_png_read(reader, pixels.baseAddress, rows.baseAddress) == 0 else {
            throw fault(reader, name: name)
          }
        }
        initialised = count
      }
      return image(reader.pointee, samples: samples)
    }
  }

  /// Encodes 8-bit gray, gray with opacity, RGB or RGBA pixels; the bytes depend on these only.
  public static func encode(_ image: DecodedImage, name: String) throws -> [UInt8] {
    let channels: Int32 =
      switch image.mode {
      case .gray, .bilevel: 1
      case .grayAlpha: 2
      case .rgb: 3
      case .rgba: 4
      case .palette, .gray16: 0
      }
    guard channels > 0 else {
      throw FormatError(
        path: name, message: "images in mode \(image.mode.rawValue) cannot be written; use RGB")
    }
    let writer = try state(name: name)
    defer { ood_png_destroy(writer) }
    let code = image.samples.withUnsafeBufferPointer {
      ood_png_write(
        writer, $0.baseAddress, UInt32(image.width), UInt32(image.height), channels)
    }
    guard code == 0 else { throw fault(writer, name: name) }
    return [UInt8](
      UnsafeBufferPointer(start: writer.pointee.output, count: writer.pointee.output_count))
  }

  private static func state(name: String) throws -> UnsafeMutablePointer<ood_png> {
    guard let state = ood_png_create() else {
      throw FormatError(path: name, message: "there is no memory left to decode or encode it")
    }
    return state
  }

  private static func fault(_ state: UnsafeMutablePointer<ood_png>, name: String) -> FormatError {
    let text = withUnsafeBytes(of: state.pointee.message) { message in
      String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    }
    return FormatError(path: name, message: "is no readable PNG file: \(text)")
  }

  /// The image in Pillow's terms.
  private static func image(_ reader: ood_png, samples: [UInt8]) -> DecodedImage {
    let (mode, samples) = converted(
      samples, depth: reader.bit_depth, colorType: reader.color_type)
    return DecodedImage(
      width: Int(reader.width), height: Int(reader.height), mode: mode, samples: samples,
      palette: mode == .palette ? palette(reader) : [],
      transparency: transparency(reader, mode: mode))
  }

  /// Pillow's modes (PIL/PngImagePlugin.py, `_MODES`): only gray keeps 16 bits.
  private static func converted(
    _ samples: [UInt8], depth: Int32, colorType: Int32
  ) -> (DecodedImage.Mode, [UInt8]) {
    switch (colorType, depth) {
    case (PNG_COLOR_TYPE_GRAY, 1): (.bilevel, samples.map { $0 &* 255 })
    case (PNG_COLOR_TYPE_GRAY, 2): (.gray, samples.map { $0 &* 85 })
    case (PNG_COLOR_TYPE_GRAY, 4): (.gray, samples.map { $0 &* 17 })
    case (PNG_COLOR_TYPE_GRAY, 16): (.gray16, swappedPairs(samples))
    case (PNG_COLOR_TYPE_GRAY, _): (.gray, samples)
    case (PNG_COLOR_TYPE_PALETTE, _): (.palette, samples)
    case (PNG_COLOR_TYPE_RGB, 16): (.rgb, highBytes(samples))
    case (PNG_COLOR_TYPE_RGB, _): (.rgb, samples)
    case (PNG_COLOR_TYPE_RGB_ALPHA, 16): (.rgba, highBytes(samples))
    case (PNG_COLOR_TYPE_RGB_ALPHA, _): (.rgba, samples)
    // Pillow has no mode for gray with 16-bit opacity and repeats the gray in three channels.
    case (_, 16): (.rgba, grayRepeated(highBytes(samples)))
    default: (.grayAlpha, samples)
    }
  }

  private static func highBytes(_ samples: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: samples.count / 2)
    for i in 0..<result.count { result[i] = samples[2 * i] }
    return result
  }

  private static func swappedPairs(_ samples: [UInt8]) -> [UInt8] {
    var result = samples
    for i in stride(from: 0, to: samples.count, by: 2) { result.swapAt(i, i + 1) }
    return result
  }

  private static func grayRepeated(_ pairs: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(2 * pairs.count)
    for i in stride(from: 0, to: pairs.count, by: 2) {
      for _ in 0..<3 { result.append(pairs[i]) }
      result.append(pairs[i + 1])
    }
    return result
  }

  /// Entries that the file leaves out are a gray ramp, as in Pillow.
  private static func palette(_ reader: ood_png) -> [UInt8] {
    let stated = withUnsafeBytes(of: reader.palette) { [UInt8]($0) }
    let count = 3 * Int(reader.palette_count)
    return (0..<768).map { $0 < count ? stated[$0] : UInt8($0 / 3) }
  }

  private static func transparency(
    _ reader: ood_png, mode: DecodedImage.Mode
  ) -> DecodedImage.Transparency {
    guard reader.transparency_count > 0 else { return .none }
    let color = reader.transparent_color
    if mode == .palette {
      let stated = withUnsafeBytes(of: reader.palette_alpha) { [UInt8]($0) }
      let count = Int(reader.transparency_count)
      return .palette((0..<256).map { $0 < count ? stated[$0] : 255 })
    }
    return reader.color_type == PNG_COLOR_TYPE_GRAY
      ? .color(red: color.0, green: color.0, blue: color.0)
      : .color(red: color.0, green: color.1, blue: color.2)
  }
}
