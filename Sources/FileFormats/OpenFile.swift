#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A regular file held open for reading at any position, from any thread.
///
/// Reading with pread(2) turns a file that shrinks meanwhile into an error, where a mapping would kill
/// the process; only weights are worth one. A class because the descriptor has one owner that closes it.
final class OpenFile: Sendable {
  let path: String
  /// The length in bytes when the file was opened.
  let count: Int
  /// Open as long as this object lives.
  let descriptor: Int32

  /// Opens a file; throws if it is missing, unreadable or a folder.
  init(_ path: String) throws {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FormatError.system("cannot open", path: path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw FormatError.system("cannot inspect", path: path)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw FormatError(path: path, message: "is a folder, expected a file")
    }
    self.descriptor = descriptor
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills the buffer from the given position; throws if the file ends before.
  func read(into buffer: UnsafeMutableRawBufferPointer, at position: Int) throws {
    var done = 0
    while done < buffer.count {
      let size = try readSome(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]), at: position + done)
      guard size > 0 else {
        throw FormatError(
          path: path,
          message: "ends at byte \(position + done), expected \(buffer.count - done) bytes more")
      }
      done += size
    }
  }

  /// Reads what one call gives: 0 bytes only at the end of the file.
  func readSome(into buffer: UnsafeMutableRawBufferPointer, at position: Int) throws -> Int {
    let size = uninterrupted {
      pread(descriptor, buffer.baseAddress, buffer.count, off_t(position))
    }
    if size >= 0 { return size }
    // A pipe has no positions, and its bytes come in order.
    guard errno == ESPIPE else { throw FormatError.system("cannot read", path: path) }
    let piped = uninterrupted {
      #if canImport(Glibc)
        Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }
    guard piped >= 0 else { throw FormatError.system("cannot read", path: path) }
    return piped
  }

  /// The bytes of a range as elements of a plain number type.
  func elements<Element: BitwiseCopyable>(
    _ type: Element.Type, count: Int, at position: Int
  ) throws -> [Element] {
    try [Element](unsafeUninitializedCapacity: count) { buffer, initialised in
      try read(into: UnsafeMutableRawBufferPointer(buffer), at: position)
      initialised = count
    }
  }
}
