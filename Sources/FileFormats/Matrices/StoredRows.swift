/// Where and how the numbers of an array lie in a file.
struct ArrayLayout {
  let file: OpenFile
  /// What the array is called in errors.
  let name: String
  let type: NumberType
  let isBigEndian: Bool
  /// Position in the file, in bytes.
  let start: Int
  let shape: [Int]

  /// The numbers of some bytes of the array, which are put into little-endian order in place.
  func doubles(_ bytes: UnsafeMutableRawBufferPointer) throws -> [Double] {
    if isBigEndian { swapBytes(bytes, width: type.byteCount) }
    return try type.doubles(UnsafeRawBufferPointer(bytes)) { message in
      FormatError(path: file.path, message: "\(name) \(message)")
    }
  }

  /// A reader of the array whose elements lie row after row.
  func rowMajorReader() throws -> MatrixReader {
    let size = try MatrixShape(shape, path: file.path, name: name)
    return MatrixReader(
      shape: shape, columns: size.columns,
      source: StoredRows(layout: self, columns: size.columns))
  }
}

/// Rows that lie one after the other in a file.
private struct StoredRows: RowSource {
  let layout: ArrayLayout
  let columns: Int
  private var done = 0
  private var buffer: [UInt8] = []

  init(layout: ArrayLayout, columns: Int) {
    self.layout = layout
    self.columns = columns
  }

  mutating func next(_ count: Int) throws -> [Double] {
    let width = columns * layout.type.byteCount
    defer { done += count }
    let position = layout.start + done * width
    if buffer.count < count * width { buffer = [UInt8](repeating: 0, count: count * width) }
    return try buffer.withUnsafeMutableBytes { buffer in
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(count * width)])
      try layout.file.read(into: bytes, at: position)
      return try layout.doubles(bytes)
    }
  }
}

/// Reverses the bytes of each number.
func swapBytes(_ bytes: UnsafeMutableRawBufferPointer, width: Int) {
  func swap<Stored: FixedWidthInteger & BitwiseCopyable>(_ type: Stored.Type) {
    for offset in stride(from: 0, to: bytes.count, by: width) {
      let number = bytes.loadUnaligned(fromByteOffset: offset, as: type)
      bytes.storeBytes(of: number.byteSwapped, toByteOffset: offset, as: type)
    }
  }
  switch width {
  case 2: swap(UInt16.self)
  case 4: swap(UInt32.self)
  case 8: swap(UInt64.self)
  default: return
  }
}
