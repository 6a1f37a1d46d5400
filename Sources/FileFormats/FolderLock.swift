#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock that one process holds, until it lets go or ends in whatever way: flock(2).
///
/// The file stays when the lock is released, because removing it would let two processes lock two
/// files of one name. It says who holds the lock; once released it is empty. The system closes the
/// descriptor of a killed process, and children do not inherit it.
public final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock within half a second or not at all.
  ///
  /// That long, because `isHeld` has the lock for an instant; a process that holds it keeps it.
  ///
  /// - Parameters:
  ///   - path: the file of the lock, created if it is missing.
  ///   - holder: who takes it, in words for whoever comes second.
  /// - Throws: `FolderLockedError` if another process holds it, `FormatError` if it cannot be taken.
  public init(_ path: String, holder: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FormatError.system("cannot create", path: path, .storage) }
    self.descriptor = descriptor
    var tries = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      // The deinitialiser runs, for all members are set.
      guard code == EWOULDBLOCK || code == EINTR else {
        throw FormatError.system("cannot lock", path: path, code: code, .storage)
      }
      tries += 1
      if tries <= 25 {
        usleep(20_000)
        continue
      }
      let words = (try? FileBytes.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      throw FolderLockedError(path: path, holder: words)
    }
    ftruncate(descriptor, 0)
    try [UInt8](holder.utf8).withUnsafeBytes { try writeAll($0, to: descriptor, path: path) }
  }

  deinit { close(descriptor) }

  /// Empties the file and lets go.
  public func release() {
    ftruncate(descriptor, 0)
    flock(descriptor, LOCK_UN)
  }
}

/// Another process holds a lock.
public struct FolderLockedError: Error, CustomStringConvertible, Equatable, Sendable {
  /// The file of the lock.
  public let path: String
  /// Who holds it, as the holder says; empty if it did not yet say.
  public let holder: String

  public var description: String {
    "\(path): held by \(holder.isEmpty ? "another process" : holder); try again when it has ended"
  }
}
