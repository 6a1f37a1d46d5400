/// Image files of any supported format.
public enum ImageFile {
  /// Reads and decodes a file; its first bytes say the format, not its name.
  public static func decode(path: String) throws -> DecodedImage {
    try decode(FileBytes.read(path), name: path)
  }

  /// Decodes a file's bytes; throws `FormatError` if they are no PNG or JPEG file or a damaged one.
  public static func decode(_ bytes: [UInt8], name: String) throws -> DecodedImage {
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) { return try PNG.decode(bytes, name: name) }
    if bytes.starts(with: [0xff, 0xd8, 0xff]) { return try JPEG.decode(bytes, name: name) }
    throw FormatError(path: name, message: "is neither a PNG nor a JPEG file; convert it to PNG")
  }
}
