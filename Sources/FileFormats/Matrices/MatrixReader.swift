/// Rows of numbers in a file, read in order and a tile at a time.
///
/// The first dimension of an array counts its rows, the others together its columns, so an array
/// `[images, patches, classes]` has a row an image. Memory holds no more than the tile asked for and
/// buffers of a few megabytes, however long the file is. Numbers of every float and integer type
/// become 64-bit floats exactly; NaN and infinities pass.
public struct MatrixReader {
  /// The sizes of the array; nil where only the end of the file tells them (CSV).
  public let shape: [Int]?
  /// The numbers in a row, at least 1.
  public let columns: Int
  private var source: any RowSource
  private var done = 0

  /// Reads the rows of a source from its first one on.
  init(shape: [Int]?, columns: Int, source: any RowSource) {
    self.shape = shape
    self.columns = columns
    self.source = source
  }

  /// Opens a file with one array: `.npy`, `.csv`, or one of them compressed by gzip.
  ///
  /// - Throws: `FormatError` for a file of another kind, with what to do, or a faulty header.
  public init(_ path: String) throws {
    let kind = try MatrixFileKind(path)
    switch kind {
    case .csv: self = try CSVRows.reader(path, isCompressed: false)
    case .compressedCSV: self = try CSVRows.reader(path, isCompressed: true)
    case .npy: self = try NPYFile(path).rows()
    case .compressedNPY: self = try StreamedRows.reader(npy: path)
    case .safetensors:
      throw FormatError(path: path, message: "is a safetensors file: name one of its tensors")
    }
  }

  /// The number of rows; nil where only the end of the file tells it (CSV).
  public var rows: Int? { shape.map { $0.first ?? 1 } }

  /// The next rows, `limit` of them or what is left; empty at the end.
  ///
  /// - Throws: `FormatError` if the file is cut off, damaged, or holds what is no number.
  public mutating func next(_ limit: Int) throws -> [Double] {
    require(limit > 0, "a tile of \(limit) rows")
    let count = rows.map { min(limit, $0 - done) } ?? limit
    if count == 0 { return [] }
    let values = try source.next(count)
    done += values.count / columns
    return values
  }

  /// All rows that are left.
  public mutating func rest() throws -> [Double] {
    if let rows { return rows == done ? [] : try next(rows - done) }
    var values: [Double] = []
    while true {
      let more = try next(1024)
      if more.isEmpty { return values }
      values += more
    }
  }
}

/// Rows of doubles in the order of a file.
protocol RowSource {
  /// The next `count` rows; fewer only where the number of rows was unknown.
  mutating func next(_ count: Int) throws -> [Double]
}

/// The sizes of an array as rows and columns, checked.
struct MatrixShape {
  let rows: Int
  let columns: Int

  /// Splits a shape into its first dimension and the product of the others.
  init(_ shape: [Int], path: String, name: String) throws {
    var columns = 1
    for size in shape.dropFirst() { columns *= size }
    guard columns > 0 else {
      throw FormatError(path: path, message: "\(name) has shape \(shape): rows without numbers")
    }
    rows = shape.first ?? 1
    self.columns = columns
  }
}
