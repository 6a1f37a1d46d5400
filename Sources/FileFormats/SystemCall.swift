#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FormatError {
  /// The error of the system call that has just failed, with the text that belongs to `errno`.
  static func system(
    _ action: String, path: String, code: Int32 = errno, _ kind: Kind = .system
  ) -> FormatError {
    FormatError(path: path, message: "\(action): \(errorText(code))", kind: kind)
  }
}

/// The system's words for an error number, for example "No such file or directory".
func errorText(_ code: Int32) -> String {
  // Safe in threads since glibc 2.32 and on Darwin.
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text)
}

/// Repeats a system call that was interrupted by a signal.
func uninterrupted(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
