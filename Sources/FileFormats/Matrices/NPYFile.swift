/// An array in NumPy's .npy format: versions 1 to 3, either byte order, rows or columns first.
///
/// Arrays of objects are pickles and are refused, because reading one can run code.
public struct NPYFile: Sendable {
  private let file: OpenFile
  private let header: NPYHeader

  /// Opens a file and checks its header and length; throws `FormatError` if a rule is broken.
  public init(_ path: String) throws {
    file = try OpenFile(path)
    header = try NPYHeader(FileStream(path))
    guard file.count - header.end == header.dataSize else {
      throw FormatError(
        path: path,
        message: "has \(file.count - header.end) bytes of data, expected \(header.dataSize) for "
          + "shape \(header.shape) of \(header.descr); is it cut off?")
    }
  }

  /// The sizes, the first one counting rows whatever the order in the file.
  public var shape: [Int] { header.shape }

  /// The numbers as 64-bit floats, exactly, read row by row.
  ///
  /// Columns first (Fortran order) needs a buffer of 16 MiB and many small reads.
  public func rows() throws -> MatrixReader {
    let layout = ArrayLayout(
      file: file, name: "the array", type: header.type, isBigEndian: header.isBigEndian,
      start: header.end, shape: shape)
    let isColumnMajor = header.isFortranOrder && shape.count > 1
    return try isColumnMajor ? ColumnMajorRows.reader(layout) : layout.rowMajorReader()
  }
}
