import FileFormats

/// Where the pixels of an image set are; images are addressed by their position in the storage.
enum ImageStorage: Sendable {
  /// Images of one size, one after the other.
  case arrays(width: Int, height: Int, mode: DecodedImage.Mode, samples: [UInt8])
  /// One file an image, decoded whenever it is asked for.
  case files([String])

  var count: Int {
    switch self {
    case .arrays(let width, let height, let mode, let samples):
      samples.count / (width * height * mode.bytesPerPixel)
    case .files(let paths): paths.count
    }
  }

  func image(at position: Int) throws -> DecodedImage {
    switch self {
    case .arrays(let width, let height, let mode, _):
      DecodedImage(width: width, height: height, mode: mode, samples: try bytes(at: position))
    case .files(let paths): try ImageFile.decode(path: paths[position])
    }
  }

  /// The stored bytes of one image: its samples, or its file.
  func bytes(at position: Int) throws -> [UInt8] {
    switch self {
    case .arrays(let width, let height, let mode, let samples):
      let size = width * height * mode.bytesPerPixel
      return [UInt8](samples[position * size..<(position + 1) * size])
    case .files(let paths): return try FileBytes.read(paths[position])
    }
  }
}
