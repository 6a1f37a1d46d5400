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
  public func floats(_ name: String) throws -> [Float] { try tensor(name).floats() }

  /// A tensor of any float type as 32-bit floats, straight into a part of their place.
  ///
  /// - Parameters:
  ///   - name: the tensor's name.
  ///   - output: where its values go.
  ///   - offset: the place of the first one in `output`; the others follow.
  public func read(
    _ name: String, into output: inout MutableSpan<Float>, at offset: Int = 0
  ) throws {
    let tensor = try tensor(name)
    try output.withUnsafeMutableBufferPointer { buffer in
      require(
        offset >= 0 && offset + tensor.count <= buffer.count,
        "\(name): \(tensor.count) values at \(offset) do not fit into \(buffer.count)")
      try tensor.read(
        into: UnsafeMutableBufferPointer(rebasing: buffer[offset..<offset + tensor.count]))
    }
  }

  /// Throws unless a tensor is of a float type.
  public func checkIsFloat(_ name: String) throws { try tensor(name).checkIsFloat() }

  /// Where a tensor's bytes lie, for those who map them.
  public func region(_ name: String) throws -> FileRegion {
    let entry = try entry(name)
    return FileRegion(file: file, offset: entry.start)
  }

  /// A tensor of any float type as 64-bit floats, exactly.
  public func doubles(_ name: String) throws -> [Double] { try tensor(name).doubles() }

  /// A tensor of any integer type or of truth values (0, 1); throws if a U64 exceeds `Int64`.
  public func integers(_ name: String) throws -> [Int64] { try tensor(name).integers() }

  /// A tensor's bytes as they are in the file, little-endian.
  public func bytes(_ name: String) throws -> [UInt8] { try tensor(name).bytes() }

  /// A tensor's numbers of any type as 64-bit floats, exactly, read row by row.
  public func rows(_ name: String) throws -> MatrixReader {
    let entry = try entry(name)
    return try ArrayLayout(
      file: file, name: "tensor '\(name)'", type: entry.type, isBigEndian: false,
      start: entry.start, shape: entry.shape
    ).rowMajorReader()
  }

  private func tensor(_ name: String) throws -> StoredArray {
    let entry = try entry(name)
    return StoredArray(
      file: file, name: "tensor '\(name)'", type: entry.type, start: entry.start,
      count: (entry.end - entry.start) / entry.type.byteCount)
  }

  private func entry(_ name: String) throws -> SafetensorsHeader.Entry {
    if let entry = header.entries[name] { return entry }
    let some = names.prefix(8).joined(separator: ", ")
    throw FormatError(
      path: path,
      message: "has no tensor '\(name)'; it has \(header.entries.count): \(some)"
        + (header.entries.count > 8 ? ", ..." : ""))
  }
}
