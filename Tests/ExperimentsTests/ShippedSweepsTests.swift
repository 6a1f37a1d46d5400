import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Testing

@Suite("The shipped sweeps")
struct ShippedSweepsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../sweeps").standardized.path

  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test("there is a quickstart")
  func quickstart() { #expect(ShippedSweepsTests.files.contains("quickstart.yaml")) }

  @Test("are without an error, are named as their file, and hold no cell twice", arguments: files)
  func expansion(file: String) throws {
    let sweep = try Sweep<UnitSettings>(path: "\(ShippedSweepsTests.folder)/\(file)") { path in
      String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
    #expect("\(sweep.name).yaml" == file)
    let cells = sweep.units.map(\.cell.description)
    #expect(!cells.isEmpty)
    #expect(Set(cells).count == cells.count)
  }
}
