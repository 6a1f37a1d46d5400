#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A place in an open file, for those who map what lies there.
public struct FileRegion: Sendable {
  let file: OpenFile
  /// Where it begins, in bytes.
  public let offset: Int
  /// The file's descriptor, open for reading as long as this value lives.
  public var descriptor: Int32 { file.descriptor }
  /// The whole file's length, in bytes.
  public var fileLength: Int { file.count }
}

extension OpenFile {
  /// Lets the body see some bytes without a copy; throws if the system refuses.
  ///
  /// The bytes must lie within the file as it was opened.
  func withMapping(at position: Int, count: Int, _ body: (UnsafeRawPointer) -> Void) throws {
    require(
      position >= 0 && count >= 0 && position + count <= self.count,
      "\(path): \(count) bytes at \(position) of \(self.count)")
    guard count > 0 else { return }
    let page = Int(getpagesize())
    let start = position / page * page
    #if canImport(Glibc)
      let flags = MAP_PRIVATE | MAP_POPULATE
    #else
      let flags = MAP_PRIVATE
    #endif
    let length = position - start + count
    guard let base = mmap(nil, length, PROT_READ, flags, descriptor, off_t(start)),
      base != MAP_FAILED
    else { throw FormatError.system("cannot map", path: path) }
    defer { munmap(base, length) }
    body(UnsafeRawPointer(base) + (position - start))
  }
}
