import Configuration
import FileFormats
import FoundationEssentials

/// Arrays in files that other programs wrote, found by name.
///
/// An argument is `FILE` or `NAME=FILE`. A safetensors file gives its tensors of known names; a file
/// with one array (`.npy`, `.csv`, either compressed by gzip) gives it under the name that the
/// argument or else the file's name contains, or under the name of nameless arrays.
struct NamedArrays {
  /// Where an array is.
  struct Location {
    /// The file and, where it has several, the tensor.
    let description: String
    /// Its sizes; nil where only reading tells them.
    let shape: [Int]?
    /// Whether nothing but the lack of another name gave it its name.
    let isGuessed: Bool
    fileprivate let open: @Sendable () throws -> MatrixReader

    /// A reader at the array's first row.
    func reader() throws -> MatrixReader { try open() }
  }

  /// The option that named the files, such as `--test`, for messages.
  let option: String
  /// The arrays by name.
  private(set) var locations: [String: Location] = [:]

  /// Finds the arrays without reading their numbers.
  ///
  /// - Parameters:
  ///   - arguments: what the option was given.
  ///   - option: the option's name.
  ///   - known: the names that arrays may have.
  ///   - nameless: the name of an array that nothing names.
  /// - Throws: `FormatError` for faulty files, `ExperimentError` for unknown names, names that are
  ///   given twice, and files without any known array.
  init(_ arguments: [String], option: String, known: [String], nameless: String) throws {
    self.option = option
    for argument in arguments {
      let (name, path) = try Self.split(argument, option: option, known: known)
      if try MatrixFileKind(path) == .safetensors {
        try addTensors(of: SafetensorsFile(path), as: name, known: known)
        continue
      }
      let reader = try MatrixReader(path)
      let found = name ?? Self.name(in: path, known: known)
      try add(
        Location(
          description: path, shape: reader.shape, isGuessed: found == nil,
          open: { try MatrixReader(path) }),
        as: found ?? nameless)
    }
  }

  /// The name before the equals sign, if it is one, and the file.
  private static func split(
    _ argument: String, option: String, known: [String]
  ) throws -> (name: String?, path: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].contains("/") else { return (nil, argument) }
    let name = normalized(String(parts[0]))
    if known.contains(name) { return (name, String(parts[1])) }
    // The equals sign may be part of the file's name.
    if FileManager.default.fileExists(atPath: argument) { return (nil, argument) }
    let hint = Suggestion.hint(for: name, among: known).map { "; \($0)" } ?? ""
    throw ExperimentError(
      "\(option) \(argument): unknown field '\(parts[0])'; known: "
        + known.joined(separator: ", ") + hint)
  }

  /// The longest known name that the file's name contains: `id-perturbed-logits.npy` has two.
  private static func name(in path: String, known: [String]) -> String? {
    let file = normalized(path.split(separator: "/").last.map(String.init) ?? path)
    return known.filter { file.contains($0) }.max { $0.count < $1.count }
  }

  private static func normalized(_ name: String) -> String {
    String(name.map { $0 == "-" ? "_" : $0 }).lowercased()
  }

  private mutating func addTensors(
    of file: SafetensorsFile, as name: String?, known: [String]
  ) throws {
    func location(_ tensor: String) -> Location {
      Location(
        description: "\(file.path): \(tensor)", shape: file.shape(tensor), isGuessed: false,
        open: { try file.rows(tensor) })
    }
    if let name {
      let tensor = file.names.contains(name) ? name : file.names.first ?? ""
      guard tensor == name || file.names.count == 1 else {
        throw ExperimentError(
          "\(file.path): has no tensor '\(name)'; it has \(file.names.joined(separator: ", "))")
      }
      return try add(location(tensor), as: name)
    }
    let found = file.names.filter(known.contains)
    guard !found.isEmpty else {
      throw ExperimentError(
        "\(file.path): none of its tensors (\(file.names.joined(separator: ", "))) has a name that "
          + "\(option) reads: \(known.joined(separator: ", "))")
    }
    for tensor in found { try add(location(tensor), as: tensor) }
  }

  private mutating func add(_ location: Location, as name: String) throws {
    if let other = locations[name] {
      throw ExperimentError(
        "\(option): \(name) are given twice, by \(other.description) and \(location.description)"
          + (location.isGuessed || other.isGuessed ? "; say which is which as FIELD=FILE" : ""))
    }
    locations[name] = location
  }
}
