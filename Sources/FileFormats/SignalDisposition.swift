#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What signals do to this process.
public enum SignalDisposition {
  /// Takes from a signal its default action, so that a watcher alone decides what it does.
  public static func ignore(_ number: Int32) { signal(number, SIG_IGN) }

  /// Ends the process at once, with an exit code and without any cleaning up.
  public static func endProcess(code: Int32) -> Never { _exit(code) }
}
