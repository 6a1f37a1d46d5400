/// Collects the problems of one decoding; shared by all its decoders, hence a class.
final class DecodingProblems {
  private(set) var diagnostics: [Diagnostic] = []

  func report(_ message: String, at position: SettingPosition?, hint: String? = nil) {
    diagnostics.append(Diagnostic(message, at: position, hint: hint))
  }
}

/// The settings that a type asked for while it was decoded, hence what it knows.
final class RequestedSettings {
  private(set) var names: [String] = []

  func note(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }
}

/// Thrown after a problem was reported, to leave a value that has no default to go on with.
struct AlreadyReported: Error {}
