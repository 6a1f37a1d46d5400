/// Resizing of 16-bit gray as Pillow's mode "I;16" does it: in doubles, rounded between the passes.
enum Gray16Resize {
  /// A region of the resized image, values 0 to 65535.
  static func resize(
    _ values: [UInt16], from size: (width: Int, height: Int), to target: (width: Int, height: Int),
    region: PixelRegion, filter: Interpolation
  ) -> [UInt16] {
    let columns = ResamplingTable(
      inputs: size.width, outputs: target.width,
      range: region.left..<region.left + region.width, filter: filter)
    let rows = ResamplingTable(
      inputs: size.height, outputs: target.height,
      range: region.top..<region.top + region.height, filter: filter)
    // A kept size makes tables of single weights 1, which change nothing: no case of its own.
    if PillowResize.isColumnsFirst(from: size, to: target) {
      let band = pass(
        values, lines: size.width, table: rows, step: size.width, lineStep: 1,
        outputStep: size.width)
      return pass(
        band, lines: region.height, table: columns, step: 1, lineStep: size.width, outputStep: 1)
    }
    let band = pass(
      values, lines: size.height, table: columns, step: 1, lineStep: size.width, outputStep: 1)
    return pass(
      band, lines: region.width, table: rows, step: region.width, lineStep: 1,
      outputStep: region.width)
  }

  /// Resamples parallel lines whose samples lie `step` apart.
  private static func pass(
    _ values: [UInt16], lines: Int, table: ResamplingTable, step: Int, lineStep: Int,
    outputStep: Int
  ) -> [UInt16] {
    let count = table.starts.count
    let outputLineStep = outputStep == 1 ? count : 1
    var result = [UInt16](repeating: 0, count: lines * count)
    for line in 0..<lines {
      for x in 0..<count {
        var sum = 0.0
        for i in 0..<table.counts[x] {
          let value = values[line * lineStep + (table.starts[x] + i) * step]
          sum += Double(value) * table.weights[x * table.stride + i]
        }
        // Half away from zero, then limited.
        let rounded = Int(sum >= 0 ? sum + 0.5 : sum - 0.5)
        result[line * outputLineStep + x * outputStep] = UInt16(min(max(rounded, 0), 65535))
      }
    }
    return result
  }
}
