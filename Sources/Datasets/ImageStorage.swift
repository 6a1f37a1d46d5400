import FileFormats

/// Where the pixels of an image set are; images are addressed by their position in the storage.
indirect enum ImageStorage: Sendable {
  /// Images of one size, one after the other.
  case arrays(width: Int, height: Int, mode: DecodedImage.Mode, samples: [UInt8])
  /// One file an image, decoded whenever it is asked for.
  case files([String])
  /// One file an image, with the SHA-256 that it had when the set was made, and its place in the
  /// list that it comes from.
  case contents(files: [String], digests: [String], places: [Int])
  /// The images of one storage, then those of another.
  case joined(ImageStorage, ImageStorage)

  var count: Int {
    switch self {
    case .arrays(let width, let height, let mode, let samples):
      samples.count / (width * height * mode.bytesPerPixel)
    case .files(let paths), .contents(let paths, _, _): paths.count
    case .joined(let first, let second): first.count + second.count
    }
  }

  func image(at position: Int) throws -> DecodedImage {
    switch self {
    case .arrays(let width, let height, let mode, _):
      DecodedImage(width: width, height: height, mode: mode, samples: try bytes(at: position))
    case .files(let paths): try ImageFile.decode(path: paths[position])
    case .contents(let paths, _, _):
      try ImageFile.decode(bytes(at: position), name: paths[position])
    case .joined(let first, let second):
      try position < first.count
        ? first.image(at: position) : second.image(at: position - first.count)
    }
  }

  /// The stored bytes of one image: its samples, or its file.
  func bytes(at position: Int) throws -> [UInt8] {
    switch self {
    case .arrays(let width, let height, let mode, let samples):
      let size = width * height * mode.bytesPerPixel
      return [UInt8](samples[position * size..<(position + 1) * size])
    case .files(let paths): return try FileBytes.read(paths[position])
    case .contents(let paths, let digests, _):
      let bytes = try FileBytes.read(paths[position])
      guard SHA256.hexDigest(of: bytes) == digests[position] else {
        throw FormatError(
          path: paths[position],
          message: "changed while the program was running; run the command again")
      }
      return bytes
    case .joined(let first, let second):
      return try position < first.count
        ? first.bytes(at: position) : second.bytes(at: position - first.count)
    }
  }

  /// The SHA-256 of the stored bytes of one image, where it is known without reading them.
  func digest(at position: Int) -> String? {
    switch self {
    case .arrays, .files: nil
    case .contents(_, let digests, _): digests[position]
    case .joined(let first, let second):
      position < first.count
        ? first.digest(at: position) : second.digest(at: position - first.count)
    }
  }

  /// The place of an image in the list that it comes from; its position where that keeps the order.
  ///
  /// Images of a second list come behind all of the first.
  func place(of position: Int) -> Int {
    switch self {
    case .arrays, .files: position
    case .contents(_, _, let places): places[position]
    case .joined(let first, let second):
      position < first.count
        ? first.place(of: position) : first.count + second.place(of: position - first.count)
    }
  }
}
