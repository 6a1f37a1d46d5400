#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Floats that a file holds, seen in memory without a copy.
///
/// The mapping is private: reading shows the page cache, which all processes share, and the first
/// write to a page copies it for this process alone, so nothing ever reaches the file. Each mapping is
/// of one tensor, so what kernels write into the slack behind it reaches no other tensor either. A file
/// that is overwritten in place meanwhile shows through, and one that is cut kills the process;
/// whoever replaces it as `AtomicFile` does is safe. A class because the memory has one owner.
final class FileMapping: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Float>
  private let base: UnsafeMutableRawPointer
  private let length: Int

  /// Maps floats; nil where they cannot be used in place.
  ///
  /// That is where they are not aligned to 4 bytes, where the page that holds the file's end has no
  /// room for the slack, or where the system refuses.
  ///
  /// - Parameters:
  ///   - descriptor: an open file; it may be closed afterwards.
  ///   - offset: where the floats begin, in bytes.
  ///   - count: the number of floats, at least 1.
  ///   - fileLength: the length of the file in bytes.
  init?(descriptor: Int32, offset: Int, count: Int, fileLength: Int) {
    let page = Int(getpagesize())
    // Kernels run to the next multiple of eight floats; behind the file's last page is no memory.
    let end = offset + (count + 7) / 8 * 32
    guard offset % 4 == 0, count > 0, end <= (fileLength + page - 1) / page * page else {
      return nil
    }
    let start = offset / page * page
    guard
      let base = mmap(
        nil, end - start, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, descriptor,
        off_t(start)),
      base != MAP_FAILED
    else { return nil }
    self.base = base
    length = end - start
    pointer = (base + (offset - start)).bindMemory(to: Float.self, capacity: count)
  }

  deinit { munmap(base, length) }
}

/// Floats on a 64-byte boundary that the caller fills; only what lies behind `count` is cleared.
///
/// Large buffers ask for huge pages: the first touch of a gigabyte then takes a quarter of the time.
func allocateUnfilled(_ count: Int, padded: Int) -> UnsafeMutablePointer<Float> {
  let raw = UnsafeMutableRawPointer.allocate(byteCount: padded * 4, alignment: 64)
  let floats = raw.bindMemory(to: Float.self, capacity: padded)
  (floats + count).initialize(repeating: 0, count: padded - count)
  #if canImport(Glibc)
    let huge = 1 << 21
    let start = (UInt(bitPattern: raw) + UInt(huge - 1)) & ~UInt(huge - 1)
    let end = (UInt(bitPattern: raw) + UInt(padded * 4)) & ~UInt(huge - 1)
    // Advice only: without huge pages the buffer is as good, its first touch slower.
    if end > start { madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), 14) }
  #endif
  return floats
}
