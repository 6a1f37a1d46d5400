/// Rows of a compressed .npy file, in the order of the stream.
struct StreamedRows: RowSource {
  private let stream: GzipStream
  private let header: NPYHeader
  private let columns: Int
  private var left: Int
  private var buffer: [UInt8] = []

  /// A reader of a `.npy.gz` file.
  ///
  /// Columns first is refused: the first row would need the whole stream.
  static func reader(npy path: String) throws -> MatrixReader {
    let stream = try GzipStream(path)
    let header = try NPYHeader(stream)
    guard !header.isFortranOrder || header.shape.count < 2 else {
      throw FormatError(
        path: path,
        message: "is compressed and stored column by column, so its rows cannot be read one after "
          + "the other; decompress it with gunzip, or save it with numpy.ascontiguousarray")
    }
    let size = try MatrixShape(header.shape, path: path, name: "the array")
    return MatrixReader(
      shape: header.shape, columns: size.columns,
      source: StreamedRows(stream: stream, header: header, size: size))
  }

  private init(stream: GzipStream, header: NPYHeader, size: MatrixShape) {
    self.stream = stream
    self.header = header
    (columns, left) = (size.columns, size.rows)
  }

  mutating func next(_ count: Int) throws -> [Double] {
    let size = count * columns * header.type.byteCount
    func fault(_ message: String) -> FormatError {
      FormatError(path: stream.path, message: message)
    }
    if buffer.count < size { buffer = [UInt8](repeating: 0, count: size) }
    let values = try buffer.withUnsafeMutableBytes { buffer in
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
      let found = try stream.read(into: bytes)
      guard found == size else {
        throw fault("ends \(size - found) bytes or more before the rows of shape \(header.shape)")
      }
      if header.isBigEndian { swapBytes(bytes, width: header.type.byteCount) }
      return try header.type.doubles(UnsafeRawBufferPointer(bytes)) { fault("the array \($0)") }
    }
    left -= count
    if left == 0 {
      // Reading on also checks the checksum of the last member.
      let excess = try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
        try stream.read(into: $0)
      }
      guard excess == 0 else { throw fault("has more data than shape \(header.shape) needs") }
    }
    return values
  }
}
