#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which process this is, and which others there are.
public enum ProcessIdentity {
  /// The number of this process.
  public static var number: Int32 { getpid() }

  /// The number of the process that started this one; another one after that has ended.
  public static var parent: Int32 { getppid() }

  /// The name of this machine; "unknown" if it has none.
  public static let host: String = {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    let text = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.isEmpty || text.contains("/") ? "unknown" : text
  }()

  /// Whether a process of this machine is running, be it another user's.
  public static func isRunning(_ process: Int32) -> Bool {
    process > 0 && (kill(process, 0) == 0 || errno == EPERM)
  }
}
