import CZlib

/// The contents of a gzip file (RFC 1952), of all its members, decompressed as they are read.
///
/// A class because zlib's state knows its own address.
final class GzipStream: ByteStream {
  private let file: FileStream
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var produced = 0
  /// Whether the last member has ended and none has begun.
  private var isBetweenMembers = true

  /// Opens a file; throws if it does not start as a gzip file does.
  init(_ path: String) throws {
    file = try FileStream(path)
    input = .allocate(byteCount: 1 << 17, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let version = ZLIB_VERSION
    // 15 bits is the largest window; 16 more select the gzip header and its checksum.
    let code = inflateInit2_(stream, 15 + 16, version, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw FormatError(path: path, message: "zlib cannot start") }
    try refill()
    guard input.prefix(Int(stream.pointee.avail_in)).starts(with: [0x1f, 0x8b]) else {
      throw FormatError(path: path, message: "is no gzip file: it does not start with 1f 8b")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  var path: String { file.path }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var done = 0
    while done < buffer.count {
      if stream.pointee.avail_in == 0 { try refill() }
      if isBetweenMembers {
        if stream.pointee.avail_in == 0 { break }
        isBetweenMembers = false
      }
      // zlib counts in 32 bits.
      let room = min(buffer.count - done, 1 << 30)
      stream.pointee.next_out = buffer.baseAddress?.advanced(by: done)
        .assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      let code = inflate(stream, Z_NO_FLUSH)
      done += room - Int(stream.pointee.avail_out)
      if code == Z_STREAM_END {
        isBetweenMembers = inflateReset(stream) == Z_OK
      } else if code != Z_OK {
        let reason = stream.pointee.msg.map { String(cString: $0) } ?? "it is cut off"
        throw FormatError(
          path: path, message: "is damaged after \(produced + done) bytes of contents: \(reason)")
      }
    }
    produced += done
    return done
  }

  /// Reads the next compressed bytes.
  private func refill() throws {
    let size = try file.read(into: input)
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(size)
  }
}
