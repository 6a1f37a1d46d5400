/// Rows of an array whose columns lie one after the other (NumPy's Fortran order).
///
/// A slab of rows is collected by reading a piece of every column, then handed out row by row. The
/// slab is larger than a tile, because a read of less than some kilobytes costs as much as one.
struct ColumnMajorRows: RowSource {
  /// The bytes that a slab aims at.
  static let slabSize = 16 << 20

  private let layout: ArrayLayout
  private let rows: Int
  /// For each column as the file has them, its place in a row.
  private let places: [Int]
  /// The rows that the slab holds, column by column.
  private var slabRows = 0..<0
  private var slab: [UInt8] = []
  private var tile: [UInt8] = []
  private var done = 0

  /// A reader of the array whose elements lie column after column.
  static func reader(_ layout: ArrayLayout) throws -> MatrixReader {
    let size = try MatrixShape(layout.shape, path: layout.file.path, name: layout.name)
    return MatrixReader(
      shape: layout.shape, columns: size.columns,
      source: ColumnMajorRows(layout, rows: size.rows, columns: size.columns))
  }

  private init(_ layout: ArrayLayout, rows: Int, columns: Int) {
    self.layout = layout
    self.rows = rows
    places = Self.places(Array(layout.shape.dropFirst()), count: columns)
  }

  mutating func next(_ count: Int) throws -> [Double] {
    let width = layout.type.byteCount
    let rowSize = places.count * width
    if tile.count < count * rowSize { tile = [UInt8](repeating: 0, count: count * rowSize) }
    var copied = 0
    while copied < count {
      if done == slabRows.upperBound { try readSlab() }
      let some = min(count - copied, slabRows.upperBound - done)
      transpose(rows: done..<done + some, to: copied)
      done += some
      copied += some
    }
    return try tile.withUnsafeMutableBytes { tile in
      try layout.doubles(UnsafeMutableRawBufferPointer(rebasing: tile[..<(count * rowSize)]))
    }
  }

  /// Reads the next rows, a piece of each column.
  private mutating func readSlab() throws {
    let width = layout.type.byteCount
    let capacity = max(64, Self.slabSize / (width * places.count))
    slabRows = done..<min(rows, done + capacity)
    let height = slabRows.count
    let size = height * places.count * width
    if slab.count < size { slab = [UInt8](repeating: 0, count: size) }
    try slab.withUnsafeMutableBytes { slab in
      for column in places.indices {
        let piece = slab[column * height * width..<(column + 1) * height * width]
        try layout.file.read(
          into: UnsafeMutableRawBufferPointer(rebasing: piece),
          at: layout.start + (column * rows + slabRows.lowerBound) * width)
      }
    }
  }

  /// Copies rows of the slab into the tile, row by row.
  private mutating func transpose(rows: Range<Int>, to row: Int) {
    switch layout.type.byteCount {
    case 1: transpose(UInt8.self, rows, to: row)
    case 2: transpose(UInt16.self, rows, to: row)
    case 4: transpose(UInt32.self, rows, to: row)
    default: transpose(UInt64.self, rows, to: row)
    }
  }

  private mutating func transpose<Stored: BitwiseCopyable>(
    _ type: Stored.Type, _ rows: Range<Int>, to row: Int
  ) {
    let width = MemoryLayout<Stored>.size
    let first = rows.lowerBound - slabRows.lowerBound
    let (height, columns) = (slabRows.count, places.count)
    // Few rows at a time, so that the lines being written stay in the cache from column to column.
    for block in stride(from: 0, to: rows.count, by: 64) {
      let end = min(block + 64, rows.count)
      for column in 0..<columns {
        let place = places[column]
        slab.withUnsafeBytes { slab in
          tile.withUnsafeMutableBytes { tile in
            for i in block..<end {
              let number = slab.loadUnaligned(
                fromByteOffset: (column * height + first + i) * width, as: type)
              tile.storeBytes(
                of: number, toByteOffset: ((row + i) * columns + place) * width, as: type)
            }
          }
        }
      }
    }
  }

  /// The row-major index of every index tuple, counted with the first index running fastest.
  private static func places(_ sizes: [Int], count: Int) -> [Int] {
    (0..<count).map { column in
      var rest = column
      var place = 0
      var step = count
      for size in sizes {
        step /= size
        place += rest % size * step
        rest /= size
      }
      return place
    }
  }
}
