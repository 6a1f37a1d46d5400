/// Makes pictures small by averaging, as Fashion-MNIST's and MNIST's pictures were made small.
enum AreaReduction {
  /// A plane of values on a black square, averaged over the area of each of `side` x `side` pixels.
  ///
  /// - Parameters:
  ///   - voxels: the values; those up to 0 are black.
  ///   - start: where the plane's lowest row begins.
  ///   - across: the length of a row, and the distance of its values.
  ///   - up: the number of rows, and their distance.
  ///   - white: the value of 255.
  static func reduced(
    _ voxels: [Float], to side: Int, start: Int, across: Int, acrossStride: Int, up: Int,
    upStride: Int,
    white: Float
  ) -> [UInt8] {
    let full = max(across, up)
    let cell = Float(full) / Float(side)
    let (left, top) = ((full - across) / 2, (full - up) / 2)
    var sums = [Float](repeating: 0, count: side * side)
    let columns = (0..<across).map { shares(Float($0 + left), cell, side) }
    for row in 0..<up {
      // The volume's axes point up, rows of images down.
      let line = start + (up - 1 - row) * upStride
      let rows = shares(Float(row + top), cell, side)
      for column in 0..<across {
        let value = max(0, voxels[line + column * acrossStride])
        if value == 0 { continue }
        let (x, left, right) = columns[column]
        let pixel = rows.index * side + x
        sums[pixel] += value * rows.first * left
        if right > 0 { sums[pixel + 1] += value * rows.first * right }
        if rows.second > 0 {
          sums[pixel + side] += value * rows.second * left
          if right > 0 { sums[pixel + side + 1] += value * rows.second * right }
        }
      }
    }
    let scale = 255 / (white * cell * cell)
    return sums.map { UInt8(min(255, ($0 * scale).rounded())) }
  }

  /// The pixel that a unit interval falls into, with its share there and in the next one.
  private static func shares(
    _ position: Float, _ cell: Float, _ side: Int
  ) -> (index: Int, first: Float, second: Float) {
    let index = min(Int(position / cell), side - 1)
    let border = Float(index + 1) * cell
    let first = index == side - 1 ? 1 : min(1, max(0, border - position))
    return (index, first, 1 - first)
  }
}
