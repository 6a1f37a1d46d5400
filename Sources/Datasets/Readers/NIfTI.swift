/// A volume in the NIfTI-1 format, as far as the brain scans of this project need it.
///
/// Header of 348 bytes: dimensions at 40, data type at 70, offset of the voxels at 108, slope and
/// intercept at 112. Source: nifti1.h, R. Cox et al.
struct NIfTIVolume {
  let width: Int
  let height: Int
  let depth: Int
  /// Intensities, x fastest.
  let voxels: [Float]

  /// Reads an uncompressed little-endian volume of bytes or 32-bit floating-point numbers.
  init(_ bytes: [UInt8], name: String) throws {
    func number(_ offset: Int, _ count: Int) -> UInt32 {
      bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard bytes.count >= 352, number(0, 4) == 348, bytes[344...346] == [0x6e, 0x2b, 0x31] else {
      throw DatasetError(name, "is no little-endian NIfTI-1 file with its voxels inside")
    }
    let size = (0..<4).map { Int(number(40 + 2 * $0, 2)) }
    let type = Int(number(70, 2))
    let offset = Float(bitPattern: number(108, 4))
    guard size[0] == 3, size[1...].allSatisfy({ (1...4096).contains($0) }) else {
      throw DatasetError(name, "has dimensions \(size), expected 3 and then three sizes up to 4096")
    }
    guard type == 2 || type == 16 else {
      throw DatasetError(name, "has data type \(type), expected 2 (bytes) or 16 (32-bit floats)")
    }
    let count = size[1] * size[2] * size[3]
    let length = count * (type == 2 ? 1 : 4)
    guard offset >= 352, offset <= Float(bytes.count), Int(offset) + length == bytes.count else {
      throw DatasetError(
        name, "has \(bytes.count) bytes, expected \(length) after the offset \(offset)")
    }
    let start = Int(offset)
    var voxels = [Float](repeating: 0, count: count)
    if type == 2 {
      for i in 0..<count { voxels[i] = Float(bytes[start + i]) }
    } else {
      for i in 0..<count {
        let value = Float(bitPattern: number(start + 4 * i, 4))
        guard value.isFinite else { throw DatasetError(name, "voxel \(i) is no finite number") }
        voxels[i] = value
      }
    }
    (width, height, depth) = (size[1], size[2], size[3])
    self.voxels = voxels
  }
}
