#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file under a private name that becomes visible only when it is complete and on disk.
///
/// Unless `commit` or `link` has succeeded, the deinitialiser removes it.
struct TemporaryFile: ~Copyable {
  private let path: String
  private let target: String
  private let descriptor: Int32
  private var isPresent = true

  /// Creates an empty file in `folder`; errors name `target`, the file it is to become.
  init(in folder: String, for target: String) throws {
    self.target = target
    // O_EXCL makes the name ours alone; unlike mkstemp(3) this respects the user's umask.
    for _ in 0..<100 {
      let name = TemporaryName.make()
      let candidate = folder.isEmpty ? name : "\(folder)/\(name)"
      let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        path = candidate
        self.descriptor = descriptor
        FaultPoint.afterTemp.reach(target)
        return
      }
      guard errno == EEXIST else {
        throw FormatError.system(
          "cannot create a file in \(folder.isEmpty ? "." : folder)", path: target, .storage)
      }
    }
    throw FormatError(
      path: target, message: "found no free temporary name in \(folder)", kind: .storage)
  }

  deinit {
    close(descriptor)
    if isPresent { unlink(path) }
  }

  /// Where bytes are to be appended, and the name for errors.
  var output: (descriptor: Int32, path: String) { (descriptor, target) }

  /// Makes the contents durable, then replaces the target by them in one step.
  mutating func commit() throws {
    try synchronise()
    guard rename(path, target) == 0 else {
      throw FormatError.system("cannot write", path: target, .storage)
    }
    isPresent = false
    FaultPoint.afterName.reach(target)
    try synchroniseFolder(of: target)
  }

  /// Makes the contents durable, then gives them the target's name unless it is taken.
  ///
  /// - Returns: false if the target already existed.
  func link() throws -> Bool {
    try synchronise()
    #if canImport(Glibc)
      let result = Glibc.link(path, target)
    #else
      let result = Darwin.link(path, target)
    #endif
    guard result == 0 else {
      if errno == EEXIST { return false }
      throw FormatError.system("cannot publish", path: target, .storage)
    }
    FaultPoint.afterName.reach(target)
    try synchroniseFolder(of: target)
    return true
  }

  private func synchronise() throws {
    guard fsync(descriptor) == 0 else {
      throw FormatError.system("cannot flush to disk", path: target, .storage)
    }
    FaultPoint.afterSync.reach(target)
  }
}

/// Writes all bytes to a descriptor, however many calls that takes.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws {
  if FaultPoint.midway.isDue(path) {
    write(descriptor, bytes.baseAddress, bytes.count / 2)
    kill(getpid(), SIGKILL)
  }
  var done = 0
  while done < bytes.count {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
    #if canImport(Glibc)
      let size = uninterrupted { Glibc.write(descriptor, rest.baseAddress, rest.count) }
    #else
      let size = uninterrupted { Darwin.write(descriptor, rest.baseAddress, rest.count) }
    #endif
    guard size >= 0 else { throw FormatError.system("cannot write", path: path, .storage) }
    done += size
  }
}

/// The folder part of a path; empty for the current folder.
func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "" }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Makes a new name in the folder of `path` survive a power cut.
private func synchroniseFolder(of path: String) throws {
  let name = folder(of: path)
  let descriptor = open(name.isEmpty ? "." : name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else {
    throw FormatError.system("cannot open the folder of", path: path, .storage)
  }
  defer { close(descriptor) }
  // Some network file systems cannot synchronise folders and say so with EINVAL.
  guard fsync(descriptor) == 0 || errno == EINVAL else {
    throw FormatError.system("cannot flush the folder of", path: path, .storage)
  }
}
