import FileFormats
import FoundationEssentials
import Synchronization

/// The folder that `scripts/fetch-data` fills: `root/usr/...` and `root/whl/...` hold unpacked packages.
public struct DataFolder: Sendable {
  /// The folder's path.
  public let path: String
  private let shared = SharedData()

  /// Uses the folder at a path; nothing is read yet.
  public init(_ path: String) { self.path = path }

  /// The folder that an environment names: `OOD_DATA`, or `.cache/ood` in the home folder.
  public static func standard(environment: [String: String]) -> DataFolder {
    if let folder = environment["OOD_DATA"], !folder.isEmpty { return DataFolder(folder) }
    return DataFolder("\(environment["HOME"] ?? ".")/.cache/ood")
  }

  /// The path of an unpacked file or folder, without looking at it.
  func path(of relativePath: String) -> String { "\(path)/root/\(relativePath)" }

  /// Is the file there? Its contents are not looked at.
  public func contains(_ file: DataFile) -> Bool {
    FileManager.default.fileExists(atPath: path(of: file.path))
  }

  /// A file's contents, decompressed if its name ends in `.gz`, after its SHA-256 was compared.
  ///
  /// - Throws: `DatasetError` with the command that gets the file, or gets it again.
  public func contents(of file: DataFile) throws -> [UInt8] {
    let path = path(of: file.path)
    guard FileManager.default.fileExists(atPath: path) else {
      throw DatasetError(
        path, "is missing; get it with: scripts/fetch-data \(file.suite) (or set OOD_DATA)")
    }
    let stored = try FileBytes.read(path)
    let bytes = path.hasSuffix(".gz") ? try Gzip.decompress(stored, name: path) : stored
    let digest = SHA256.hexDigest(of: bytes)
    guard digest == file.sha256 else {
      throw DatasetError(
        path,
        "has SHA-256 \(digest) (\(bytes.count) bytes unpacked), expected \(file.sha256); delete it "
          + "and run: scripts/fetch-data \(file.suite)")
    }
    return bytes
  }

  /// What several benchmarks share: read when it is first asked for, and kept as long as the folder.
  func once<Value: Sendable>(_ name: String, _ read: () throws -> Value) rethrows -> Value {
    try shared.value(name, read)
  }

  /// The names in an unpacked folder, sorted.
  ///
  /// - Throws: `DatasetError` with the command that gets the folder.
  func names(in relativePath: String, suite: String) throws -> [String] {
    let path = path(of: relativePath)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw DatasetError(
        path, "is missing; get it with: scripts/fetch-data \(suite) (or set OOD_DATA)")
    }
    return names.sorted()
  }
}

/// Values by name, each made once.
private final class SharedData: Sendable {
  private let values = Mutex<[String: any Sendable]>([:])

  func value<Value: Sendable>(_ name: String, _ make: () throws -> Value) rethrows -> Value {
    if let value = values.withLock({ $0[name] }) as? Value { return value }
    let value = try make()
    values.withLock { $0[name] = value }
    return value
  }
}
