/// Image files of any supported format.
public enum ImageFile {
  /// The most pixels that are decoded: twice Pillow's warning limit, where Pillow refuses too.
  ///
  /// The header is asked before memory is taken; an RGBA image of that size takes 716 MB.
  public static let pixelLimit = 178_956_970

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

  /// The width and height that a file's header states, without decoding it.
  ///
  /// - Throws: `FormatError` if the bytes are no PNG or JPEG file or end before the size.
  public static func size(of bytes: [UInt8], name: String) throws -> (width: Int, height: Int) {
    func number(at place: Int, bytes count: Int) -> Int {
      bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]), bytes.count >= 24 {
      // The chunk IHDR comes first, behind 8 bytes of signature and 8 of its length and name.
      return (number(at: 16, bytes: 4), number(at: 20, bytes: 4))
    }
    guard bytes.starts(with: [0xff, 0xd8, 0xff]) else {
      throw FormatError(path: name, message: "is neither a PNG nor a JPEG file; convert it to PNG")
    }
    var place = 2
    while place + 9 <= bytes.count, bytes[place] == 0xff {
      let marker = bytes[place + 1]
      // Fill bytes, and markers without contents.
      if marker == 0xff || marker == 0x01 || (0xd0...0xd8).contains(marker) {
        place += marker == 0xff ? 1 : 2
        continue
      }
      // Start of frame, of every coding; the others in this range are tables.
      if (0xc0...0xcf).contains(marker), ![0xc4, 0xc8, 0xcc].contains(marker) {
        return (number(at: place + 7, bytes: 2), number(at: place + 5, bytes: 2))
      }
      place += 2 + max(2, number(at: place + 2, bytes: 2))
    }
    throw FormatError(path: name, message: "ends before its size; is the file cut off?")
  }
}
