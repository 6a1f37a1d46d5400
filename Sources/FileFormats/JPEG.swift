import CJPEG

/// JPEG files by libjpeg.
public enum JPEG {
  /// The pixels of a JPEG file: gray, or RGB.
  ///
  /// As in Pillow, the orientation in the Exif data is not applied, and damage that libjpeg can step
  /// over is accepted; a file that is cut off is not. CMYK is converted by Pillow's plain formula.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - maximumPixels: refuses larger images before memory is taken.
  ///   - name: the file's name for errors.
  /// - Throws: `FormatError` if the file is damaged, cut off or too large.
  public static func decode(
    _ bytes: [UInt8], maximumPixels: Int = ImageFile.pixelLimit, name: String
  ) throws -> DecodedImage {
    guard let reader = ood_jpeg_create() else {
      throw FormatError(path: name, message: "there is no memory left to decode it")
    }
    defer { ood_jpeg_destroy(reader) }
    return try bytes.withUnsafeBufferPointer { input in
      guard ood_jpeg_open(reader, input.baseAddress, input.count) == 0 else {
        throw fault(reader, name: name)
      }
      let width = Int(reader.pointee.width)
      let height = Int(reader.pointee.height)
      guard width <= maximumPixels / height else {
        throw FormatError(
          path: name,
          message: "has \(width) x \(height) pixels, more than the \(maximumPixels) allowed")
      }
      let channels = Int(reader.pointee.channels)
      let count = width * height * channels
      let samples = try [UInt8](unsafeUninitializedCapacity: count) { pixels, initialised in
        guard ood_jpeg_read(reader, pixels.baseAddress) == 0 else {
          throw fault(reader, name: name)
        }
        initialised = count
      }
      if channels == 4 {
        let isInverted = reader.pointee.is_inverted != 0
        return DecodedImage(
          width: width, height: height, mode: .rgb, samples: rgb(samples, isInverted: isInverted))
      }
      return DecodedImage(
        width: width, height: height, mode: channels == 1 ? .gray : .rgb, samples: samples)
    }
  }

  /// Light = (255 - ink) (255 - black) / 255 in Pillow's rounding (libImaging/Convert.c, `cmyk2rgb`).
  private static func rgb(_ inks: [UInt8], isInverted: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(inks.count / 4 * 3)
    let flip: UInt8 = isInverted ? 255 : 0
    for i in stride(from: 0, to: inks.count, by: 4) {
      let white = 255 - Int(inks[i + 3] ^ flip)
      for c in 0..<3 {
        let product = Int(inks[i + c] ^ flip) * white + 128
        result.append(UInt8(max(white - ((product >> 8 + product) >> 8), 0)))
      }
    }
    return result
  }

  private static func fault(_ reader: UnsafeMutablePointer<ood_jpeg>, name: String) -> FormatError {
    let text = withUnsafeBytes(of: reader.pointee.message) { message in
      String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    }
    return FormatError(path: name, message: "is no readable JPEG file: \(text)")
  }
}
