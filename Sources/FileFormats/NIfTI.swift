/// Volumes in the NIfTI-1 format of neuroimaging, single files (.nii and .nii.gz).
///
/// Only numbers of one channel are read; orientation is left to the caller.
/// Source: nifti1.h of the NIfTI Data Format Working Group, 2003.
public enum NIfTI {
  /// The sizes (fastest first: x, y, z, ...) and the scaled values of a volume.
  ///
  /// - Parameters:
  ///   - bytes: the file, compressed by gzip or not.
  ///   - name: the file's name for errors.
  /// - Throws: `FormatError` if the header is broken, the type unknown or the data cut off.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws -> (shape: [Int], values: [Float]) {
    func fault(_ message: String) -> FormatError { FormatError(path: name, message: message) }
    let isCompressed = bytes.starts(with: [0x1f, 0x8b])
    let file = isCompressed ? try Gzip.decompress(bytes, name: name) : bytes
    guard file.count >= 352, file[344..<348].elementsEqual([0x6e, 0x2b, 0x31, 0]) else {
      throw fault("is no single-file NIfTI-1 volume: 'n+1' is missing at byte 344")
    }
    guard number(file, at: 0, as: Int32.self) == 348 else {
      throw fault("has a header that is not little-endian of 348 bytes")
    }
    let dimensions = Int(number(file, at: 40, as: Int16.self))
    guard 1...7 ~= dimensions else { throw fault("has \(dimensions) dimensions, expected 1 to 7") }
    var shape: [Int] = []
    var count = 1
    for d in 1...dimensions {
      let size = Int(number(file, at: 40 + 2 * d, as: Int16.self))
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard size > 0, !overflow else { throw fault("has an impossible size \(size)") }
      shape.append(size)
      count = product
    }
    let start = Float(bitPattern: number(file, at: 108, as: UInt32.self))
    guard start >= 348, start <= Float(file.count) else { throw fault("states no data position") }
    // A slope of 0 means that values are stored as they are.
    let slope = Float(bitPattern: number(file, at: 112, as: UInt32.self))
    let offset = Float(bitPattern: number(file, at: 116, as: UInt32.self))
    var values = try values(
      file, start: Int(start), count: count, type: number(file, at: 70, as: Int16.self), name: name)
    if slope != 0 && !(slope == 1 && offset == 0) {
      for i in 0..<values.count { values[i] = values[i] * slope + offset }
    }
    return (shape, values)
  }

  private static func values(
    _ file: [UInt8], start: Int, count: Int, type: Int16, name: String
  ) throws -> [Float] {
    func stored<Number: FixedWidthInteger>(_: Number.Type) throws -> [Number] {
      let size = MemoryLayout<Number>.size
      let (byteCount, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, byteCount <= file.count - start else {
        throw FormatError(
          path: name,
          message: "has \(file.count - start) bytes of data, expected \(count) numbers of \(size)")
      }
      return (0..<count).map { number(file, at: start + size * $0, as: Number.self) }
    }
    switch type {
    case 2: return try stored(UInt8.self).map { Float($0) }
    case 4: return try stored(Int16.self).map { Float($0) }
    case 8: return try stored(Int32.self).map { Float($0) }
    case 16: return try stored(UInt32.self).map { Float(bitPattern: $0) }
    case 256: return try stored(Int8.self).map { Float($0) }
    case 512: return try stored(UInt16.self).map { Float($0) }
    default:
      throw FormatError(
        path: name, message: "has data type \(type); known: 2, 4, 8, 16, 256, 512")
    }
  }

  private static func number<Number: FixedWidthInteger>(
    _ bytes: [UInt8], at position: Int, as type: Number.Type
  ) -> Number {
    bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: type))
    }
  }
}
