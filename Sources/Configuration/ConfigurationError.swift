/// Everything that is wrong with a configuration, found in one reading.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The problems by file and place, each once.
  public let diagnostics: [Diagnostic]

  /// Creates an error of the given problems, without repetitions.
  public init(_ diagnostics: [Diagnostic]) {
    // A mistake in the file of a sweep comes back with every cell.
    var seen: Set<String> = []
    let unique = diagnostics.filter {
      seen.insert("\($0.file):\($0.line):\($0.column):\($0.message)").inserted
    }
    // Files in the order they were read; the arguments behind them, by their place.
    var files: [String] = []
    for diagnostic in unique where !files.contains(diagnostic.file) {
      files.append(diagnostic.file)
    }
    func key(_ index: Int) -> (Int, Int, String, Int, Int, Int) {
      let diagnostic = unique[index]
      let isArgument = diagnostic.position?.source.argumentKey != nil
      let file = isArgument ? files.count : files.firstIndex(of: diagnostic.file) ?? 0
      let name = isArgument ? diagnostic.file : ""
      return (file, name.count, name, diagnostic.line, diagnostic.column, index)
    }
    self.diagnostics = unique.indices.sorted { key($0) < key($1) }.map { unique[$0] }
  }

  /// Creates an error of one problem.
  public init(_ message: String, at position: SettingPosition?, hint: String? = nil) {
    self.init([Diagnostic(message, at: position, hint: hint)])
  }

  /// All problems and their number.
  public var description: String {
    let count = diagnostics.count == 1 ? "1 error" : "\(diagnostics.count) errors"
    return (diagnostics.map(\.description) + ["\(count); nothing was run"])
      .joined(separator: "\n")
  }
}
