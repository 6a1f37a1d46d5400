import Configuration
import Testing

/// Settings of a dimension whose names are known.
private struct Cell: Configurable {
  static let name = "experiment"
  var id = "fashion"
  var method = "coop"
  var shots = 1

  static func names(of setting: String) -> [String] {
    setting == "method" ? ["zeroshot", "coop", "cocoop", "lora"] : []
  }
}

@Suite("Patterns, references and other files of sweeps")
struct SweepGrammarTests {
  private func sweep(
    _ text: String, files: [String: String] = [:], environment: [String: String] = [:]
  ) throws -> Sweep<Cell> {
    try Sweep<Cell>(path: "sweeps/a.yaml", environment: environment) { path in
      if path == "sweeps/a.yaml" { return "ood: 1\nname: a\n" + text }
      guard let file = files[path] else { throw Absent() }
      return file
    }
  }

  private struct Absent: Error, CustomStringConvertible { let description = "no such file" }

  private func message(_ text: String, environment: [String: String] = [:]) -> String {
    do {
      return "no error: \(try sweep(text, environment: environment).units.map(\.cell))"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "glob picks from the known names in their order",
    arguments: [
      ("*coop", ["coop", "cocoop"]), ("co?op", []), ("?oo?", ["coop"]), ("lora", ["lora"]),
      ("*", ["zeroshot", "coop", "cocoop", "lora"]), ("*o*o*", ["zeroshot", "coop", "cocoop"]),
    ])
  func glob(pattern: String, names: [String]) throws {
    let text = "grid: {method: \"glob(\(pattern))\"}\n"
    guard !names.isEmpty else {
      return #expect(
        message(text).contains("'glob(co?op)' fits none of zeroshot, coop, cocoop, lora"))
    }
    #expect(try sweep(text).units.map(\.settings.method) == names)
  }

  @Test("glob needs a dimension of names, and its parenthesis")
  func globFaults() {
    #expect(message("grid: {shots: \"glob(*)\"}\n").contains("list the values of 'shots'"))
    #expect(message("grid:\n  method: glob(co\n").contains("glob( has no closing parenthesis"))
  }

  @Test("lists below data are there to be referred to")
  func data() throws {
    let text = "data: {id: [fashion, digits]}\ngrid: {id: \"${data.id}\"}\n"
    #expect(try sweep(text).units.map(\.settings.id) == ["fashion", "digits"])
    let unused = message("data: {ids: [fashion]}\ngrid: {id: [fashion]}\n")
    #expect(unused.contains("sweeps/a.yaml:3:8: error: no dimension refers to it"))
  }

  @Test("data.root is relative to its file and may name variables of the environment")
  func root() throws {
    let grid = "grid: {shots: [1]}\n"
    #expect(try sweep("data: {root: ../data}\n" + grid).dataRoot == "sweeps/../data")
    #expect(try sweep("data: {root: /data}\n" + grid).dataRoot == "/data")
    #expect(try sweep(grid).dataRoot == nil)
    let named = "data: {root: \"${env:HERE}/ood\"}\n" + grid
    #expect(try sweep(named, environment: ["HERE": "/mnt"]).dataRoot == "/mnt/ood")
    #expect(
      message(named).contains("sweeps/a.yaml:3:14: error: the environment has no variable HERE"))
  }

  @Test("the environment decides no setting, and references stand for no single value")
  func elsewhere() {
    let text = "id: ${env:ID}\nmethod: ${shots}\ngrid: {shots: [1, \"${data.x}\"]}\n"
    let found = message(text)
    #expect(found.contains("sweeps/a.yaml:3:5: error: '${env:ID}' would let the environment"))
    #expect(found.contains("sweeps/a.yaml:4:9: error: '${shots}' stands for the values of a dimen"))
    #expect(found.contains("sweeps/a.yaml:5:19: error: '${data.x}' stands for all values of a"))
  }

  @Test("tables are read beside the sweep, and faults of their files have their places")
  func tables() throws {
    let text = "tables: [tables/two.yaml]\ngrid: {shots: [1]}\n"
    let sweep = try sweep(text, files: ["sweeps/tables/two.yaml": "rows: [method]\n"])
    #expect(sweep.tables.map(\.name) == ["two"])
    #expect(sweep.tables[0].settings["rows"]?.elements?.count == 1)
    #expect(message(text).contains("sweeps/a.yaml:3:10: error: cannot read 'tables/two.yaml'"))
  }
}
