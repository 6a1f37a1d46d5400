#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The private names of unfinished files: `.ood-HOST-PROCESS-NUMBER.tmp`.
///
/// They say whose they are, so that one whose process was killed can be told from one in use, on
/// this machine or on another that shares the folder.
public enum TemporaryName {
  /// A name that no other file has.
  public static func make() -> String {
    ".ood-\(ProcessIdentity.host)-\(getpid())-\(UInt64.random(in: 0 ... .max)).tmp"
  }

  /// Whether a file's name is one of an unfinished file whose process on this machine has ended.
  public static func isAbandoned(_ name: String) -> Bool {
    guard name.hasPrefix(".ood-"), name.hasSuffix(".tmp") else { return false }
    // The host may have hyphens of its own.
    let parts = name.dropFirst(5).dropLast(4).split(separator: "-")
    guard parts.count >= 3, let process = Int32(parts[parts.count - 2]),
      parts.dropLast(2).joined(separator: "-") == ProcessIdentity.host
    else { return false }
    return !ProcessIdentity.isRunning(process)
  }
}
