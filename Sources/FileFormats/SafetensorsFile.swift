/// A safetensors file, checked when opened and read tensor by tensor.
///
/// Nothing of the data is read before it is asked for. Reading from several threads is safe.
public struct SafetensorsFile: Sendable {
  private let file: OpenFile
  private let header: SafetensorsHeader

  /// Opens a file and checks its whole header; throws `FormatError` if any rule is broken.
  public init(_ path: String) throws {
    file = try OpenFile(path)
    header = try SafetensorsHeader(of: file)
  }

  /// The file's path as it was given.
  public var path: String { file.path }

  /// The names of all tensors, sorted.
  public var names: [String] { header.entries.keys.sorted() }

  /// The file's free text entries.
  public var metadata: [String: String] { header.metadata }

  /// A tensor's shape, row-major; nil if there is no such tensor.
  public func shape(_ name: String) -> [Int]? { header.entries[name]?.shape }

  /// A tensor's type as the file names it, such as "F32"; nil if there is no such tensor.
  public func dtype(_ name: String) -> String? { header.entries[name]?.type.rawValue }

  /// A tensor of any float type as 32-bit floats; F64 is rounded, the others are exact.
  public func floats(_ name: String) throws -> [Float] {
    let entry = try entry(name)
    switch entry.type {
    case .float32: return try elements(Float.self, of: entry)
    case .float16: return FileFormats.floats(fromHalf: try elements(UInt16.self, of: entry))
    case .bfloat16: return FileFormats.floats(fromBrain: try elements(UInt16.self, of: entry))
    case .float64: return try elements(Double.self, of: entry).map { Float($0) }
    default: throw mismatch(name, entry, expected: "F32, F16, BF16 or F64")
    }
  }

  /// A tensor of any float type as 64-bit floats, exactly.
  public func doubles(_ name: String) throws -> [Double] {
    let entry = try entry(name)
    if entry.type == .float64 { return try elements(Double.self, of: entry) }
    return try floats(name).map { Double($0) }
  }

  /// A tensor of any integer type or of truth values (0, 1); throws if a U64 exceeds `Int64`.
  public func integers(_ name: String) throws -> [Int64] {
    let entry = try entry(name)
    switch entry.type {
    case .int64: return try elements(Int64.self, of: entry)
    case .int32: return try elements(Int32.self, of: entry).map { Int64($0) }
    case .int16: return try elements(Int16.self, of: entry).map { Int64($0) }
    case .int8: return try elements(Int8.self, of: entry).map { Int64($0) }
    case .uint32: return try elements(UInt32.self, of: entry).map { Int64($0) }
    case .uint16: return try elements(UInt16.self, of: entry).map { Int64($0) }
    case .uint8: return try elements(UInt8.self, of: entry).map { Int64($0) }
    case .bool: return try elements(UInt8.self, of: entry).map { $0 == 0 ? 0 : 1 }
    case .uint64:
      return try elements(UInt64.self, of: entry).map { value in
        guard let number = Int64(exactly: value) else {
          throw fault("'\(name)' holds \(value), more than a signed 64-bit number can be")
        }
        return number
      }
    default: throw mismatch(name, entry, expected: "an integer type or BOOL")
    }
  }

  /// A tensor's bytes as they are in the file, little-endian.
  public func bytes(_ name: String) throws -> [UInt8] {
    let entry = try entry(name)
    return try file.elements(UInt8.self, count: entry.end - entry.start, at: entry.start)
  }

  private func entry(_ name: String) throws -> SafetensorsHeader.Entry {
    if let entry = header.entries[name] { return entry }
    let some = names.prefix(8).joined(separator: ", ")
    throw fault(
      "has no tensor '\(name)'; it has \(header.entries.count): \(some)"
        + (header.entries.count > 8 ? ", ..." : ""))
  }

  /// The format is little-endian, as is every machine this package supports.
  private func elements<Element: BitwiseCopyable>(
    _ type: Element.Type, of entry: SafetensorsHeader.Entry
  ) throws -> [Element] {
    try file.elements(type, count: entry.elementCount, at: entry.start)
  }

  private func mismatch(
    _ name: String, _ entry: SafetensorsHeader.Entry, expected: String
  ) -> FormatError {
    fault("tensor '\(name)' has dtype \(entry.type.rawValue), expected \(expected)")
  }

  private func fault(_ message: String) -> FormatError { FormatError(path: path, message: message) }
}
