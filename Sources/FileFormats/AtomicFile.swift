#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are written wholly or not at all.
public enum AtomicFile {
  /// What became of a published file.
  public enum Publication: Equatable, Sendable {
    /// The file is new and holds the given bytes.
    case published
    /// Another writer was first; these are its bytes, and they were left alone.
    case alreadyThere(bytes: [UInt8])
  }

  /// Replaces a file by the given bytes in one step, durably.
  ///
  /// A private file in the same folder is written, flushed (fsync) and renamed over `path`. If that
  /// fails, for example because the disk is full, the old contents stay and nothing is left behind.
  /// Devices and pipes (`/dev/stdout`) are written directly. Throws with the system's reason.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    try write(to: path) { output in try bytes.withUnsafeBytes { try output($0) } }
  }

  /// Replaces a file by the given text (UTF-8) in one step, durably.
  public static func write(_ text: String, to path: String) throws {
    try write([UInt8](text.utf8), to: path)
  }

  /// Makes a file appear with the given bytes unless there is one already, which is never changed.
  ///
  /// Of many processes that publish the same path, exactly one succeeds.
  ///
  /// - Parameters:
  ///   - bytes: the contents.
  ///   - path: the name to give them.
  ///   - temporaryFolder: a folder on the same file system, for the unfinished file.
  public static func publish(
    _ bytes: [UInt8], to path: String, temporaryFolder: String
  ) throws -> Publication {
    let file = try TemporaryFile(in: temporaryFolder, for: path)
    let output = file.output
    try bytes.withUnsafeBytes { try writeAll($0, to: output.descriptor, path: output.path) }
    return try file.link() ? .published : .alreadyThere(bytes: FileBytes.read(path))
  }

  /// A file that is being written.
  public struct Output {
    fileprivate let descriptor: Int32
    fileprivate let path: String

    /// Appends a text (UTF-8); throws with the system's reason.
    public func write(_ text: String) throws {
      var text = text
      try text.withUTF8 { try self(UnsafeRawBufferPointer($0)) }
    }

    /// Appends bytes.
    func callAsFunction(_ bytes: UnsafeRawBufferPointer) throws {
      try writeAll(bytes, to: descriptor, path: path)
    }
  }

  /// Replaces a file by whatever `body` writes to its argument, in one step, durably.
  ///
  /// Whatever `body` throws leaves the old file as it was.
  public static func write(to path: String, body: (Output) throws -> Void) throws {
    var status = stat()
    var target = path
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      // With output redirected to a file, /dev/stdout is one that other output goes to as well.
      case S_IFREG where !path.hasPrefix("/dev/"): target = resolved(path)
      case S_IFDIR: throw FormatError(path: path, message: "is a folder, cannot write a file here")
      default: return try writeDirectly(to: path, body: body)
      }
    }
    var file = try TemporaryFile(in: folder(of: target), for: target)
    let output = file.output
    try body(Output(descriptor: output.descriptor, path: output.path))
    try file.commit()
  }

  /// Follows symbolic links, so that the file is replaced and not the link.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func writeDirectly(to path: String, body: (Output) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FormatError.system("cannot open", path: path, .storage) }
    defer { close(descriptor) }
    try body(Output(descriptor: descriptor, path: path))
  }
}
