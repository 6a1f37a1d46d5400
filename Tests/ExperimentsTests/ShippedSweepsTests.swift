import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Results
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

  private static let recorded = files.filter { file in
    let records = "\(folder)/../results/\(file.dropLast(5))/records"
    return FileManager.default.fileExists(atPath: records)
  }

  /// The committed records were found by their ids, which hash these settings.
  @Test("have the settings that their committed records have", arguments: recorded)
  func recordedSettings(file: String) throws {
    let sweep = try Sweep<UnitSettings>(path: "\(ShippedSweepsTests.folder)/\(file)") { path in
      String(decoding: try FileBytes.read(path), as: UTF8.self)
    }
    let store = RecordStore(folder: "\(ShippedSweepsTests.folder)/../results/\(sweep.name)")
    let recorded = try Set(store.records().map(\.identity.config.canonicalText))
    #expect(recorded.count == sweep.units.count)
    for unit in sweep.units {
      #expect(recorded.contains(try unit.settings.deciding().canonicalText), "\(unit.cell)")
    }
  }
}
