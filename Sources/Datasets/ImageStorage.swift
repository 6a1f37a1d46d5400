import FileFormats

/// Where the pixels of an image set are; images are addressed by their position in the storage.
enum ImageStorage: Sendable {
  /// Images of one size, one after the other.
  case arrays(width: Int, height: Int, mode: DecodedImage.Mode, samples: [UInt8])
  /// One file an image, decoded whenever it is asked for.
  case files([String])
  /// One file an image, with the SHA-256 that it had when the set was made, and its place in the
  /// list that it comes from.
  case contents(files: [String], digests: [String], places: [Int])

  var count: Int {
    switch self {
    case .arrays(let width, let height, let mode, let samples):
      samples.count / (width * height * mode.bytesPerPixel)
    case .files(let paths), .contents(let paths, _, _): paths.count
    }
  }

  func image(at position: Int) throws -> DecodedImage {
    switch self {
    case .arrays(let width, let height, let mode, _):
      DecodedImage(width: width, height: height, mode: mode, samples: try bytes(at: position))
    case .files(let paths): try ImageFile.decode(path: paths[position])
    case .contents(let paths, _, _):
      try ImageFile.decode(bytes(at: position), name: paths[position])
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
    }
  }

  /// The SHA-256 of the stored bytes of one image, where it is known without reading them.
  func digest(at position: Int) -> String? {
    guard case .contents(_, let digests, _) = self else { return nil }
    return digests[position]
  }

  /// The place of an image in the list that it comes from; its position where that keeps the order.
  func place(of position: Int) -> Int {
    guard case .contents(_, _, let places) = self else { return position }
    return places[position]
  }
}
