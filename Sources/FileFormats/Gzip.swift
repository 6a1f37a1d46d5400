import CZlib

/// Decompression of gzip files (RFC 1952) by zlib.
public enum Gzip {
  /// The contents of a gzip file, of all its members one after the other.
  ///
  /// - Parameters:
  ///   - bytes: the compressed file.
  ///   - name: the file's name for errors.
  ///   - maximumBytes: refuses contents longer than this, so that a small file cannot fill memory.
  /// - Throws: `FormatError` if the file is damaged, cut off or too long.
  public static func decompress(
    _ bytes: [UInt8], name: String, maximumBytes: Int = 1 << 30
  ) throws -> [UInt8] {
    guard bytes.starts(with: [0x1f, 0x8b]) else {
      throw FormatError(path: name, message: "is no gzip file: it does not start with 1f 8b")
    }
    var stream = z_stream()
    let version = ZLIB_VERSION
    let size = Int32(MemoryLayout<z_stream>.size)
    // 15 bits is the largest window; 16 more select the gzip header and its checksum.
    guard inflateInit2_(&stream, 15 + 16, version, size) == Z_OK else {
      throw FormatError(path: name, message: "zlib cannot start")
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    output.reserveCapacity(min(expectedCount(bytes), maximumBytes))
    try bytes.withUnsafeBufferPointer { input in
      // zlib's interface is not const-correct; it never writes to the input.
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      var left = input.count
      try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 17) { piece in
        while true {
          // zlib counts in 32 bits, so large files are handed over in parts.
          let part = min(left, 1 << 30)
          stream.avail_in = UInt32(part)
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          let code = inflate(&stream, Z_NO_FLUSH)
          left -= part - Int(stream.avail_in)
          output.append(contentsOf: piece[..<(piece.count - Int(stream.avail_out))])
          guard output.count <= maximumBytes else {
            throw FormatError(
              path: name, message: "holds more than the \(maximumBytes) bytes expected at most")
          }
          if code == Z_STREAM_END {
            if left == 0 { return }
            guard inflateReset(&stream) == Z_OK else {
              throw FormatError(path: name, message: "zlib cannot start again")
            }
          } else if code != Z_OK {
            let reason = stream.msg.map { String(cString: $0) } ?? "it is cut off"
            throw FormatError(
              path: name, message: "is damaged after \(output.count) bytes of contents: \(reason)")
          }
        }
      }
    }
    return output
  }

  /// The length that the file claims for its contents, within what its size allows.
  private static func expectedCount(_ bytes: [UInt8]) -> Int {
    let claim = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    // Deflate shrinks by at most 1032 : 1.
    return min(claim, bytes.count * 1032)
  }
}
