import FileFormats
import TestSupport
import Testing

@testable import Datasets

@Suite("Solar cells")
struct SolarCellTests {
  @Test("a line has a path, the probability of a defect and the kind of crystal")
  func lines() throws {
    let text = """
      images/cell0001.png  1.0                 mono
      images/cell0002.png  0.3333333333333333  poly
      images/cell0003.png  0.6666666666666666  poly
      images/cell0004.png  0.0                 mono

      """
    let cells = try SolarCells.cells([UInt8](text.utf8))
    #expect(cells[0] == .init(path: "images/cell0001.png", type: "mono", defect: "1"))
    #expect(cells.map(\.defect) == ["1", "1/3", "2/3", "0"])
    #expect(
      cells.map { SolarCells.classNames[$0.label] } == [
        "defective monocrystalline solar cell", "functional polycrystalline solar cell",
        "defective polycrystalline solar cell", "functional monocrystalline solar cell",
      ])
    #expect(
      message { try SolarCells.cells([UInt8]("a.png 0.5 mono\n".utf8)) }.contains(
        "labels.csv:1: is 'a.png 0.5 mono', expected a path, 0.0, "))
  }

  @Test("what is not fetched is asked for by its suite")
  func missing() throws {
    try withFolder([:]) { folder in
      #expect(
        message { try SolarCellsBenchmark().load(root: folder) }.hasSuffix(
          "labels.csv: is missing; get it with: scripts/fetch-data elpv (or set OOD_DATA)"))
      #expect(
        message { try BrainMRIBenchmark().load(root: folder) }.contains("fetch-data gray28"))
    }
  }

  @Test("pictures are averaged down the right way up")
  func reduction() {
    // 56 x 56 pixels: each of the 28 x 28 is the mean of 2 x 2. Rows are read from the last one up.
    var picture = [Float](repeating: 0, count: 56 * 56)
    picture[0] = 200
    picture[56 * 56 - 1] = 100
    let small = AreaReduction.reduced(
      picture, to: 28, start: 55 * 56, across: 56, acrossStride: 1, up: 56, upStride: -56,
      white: 255)
    #expect((small[0], small[28 * 28 - 1]) == (50, 25))
    #expect(small.count { $0 != 0 } == 2)
  }
}
