/// Bytes that come in order.
protocol ByteStream: AnyObject {
  /// The file's path, for errors.
  var path: String { get }

  /// Fills the buffer and returns its size; less only at the end of the stream.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ByteStream {
  /// The next bytes, exactly `count` of them.
  func bytes(_ count: Int) throws -> [UInt8] {
    let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = try read(into: UnsafeMutableRawBufferPointer(buffer))
    }
    guard bytes.count == count else {
      throw FormatError(path: path, message: "is cut off: \(count - bytes.count) bytes are missing")
    }
    return bytes
  }
}

/// The bytes of a file from its start.
final class FileStream: ByteStream {
  private let file: OpenFile
  private var position = 0

  init(_ path: String) throws { file = try OpenFile(path) }

  var path: String { file.path }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var done = 0
    while done < buffer.count {
      let size = try file.readSome(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]), at: position)
      if size == 0 { break }
      done += size
      position += size
    }
    return done
  }
}
