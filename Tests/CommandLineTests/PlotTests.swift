import Configuration
import FileFormats
import Foundation
import Testing

@Suite("The plot command")
struct PlotTests {
  /// The committed smoke sweep without its plots.
  private func withRecords(_ body: (Program) throws -> Void) throws {
    try withProgram { program in
      try program.makeFolder("results/smoke")
      try program.makeFolder("sweeps")
      for path in ["sweeps/smoke.yaml", "results/smoke/records"] {
        try FileManager.default.copyItem(
          atPath: committed("../\(path)"), toPath: "\(program.folder)/\(path)")
      }
      try body(program)
    }
  }

  @Test("writes the kinds that are named, as the committed files have them, and prints their paths")
  func kinds() throws {
    try withRecords { program in
      let outcome = try program.run(["plot", "sweeps/smoke.yaml", "--kind", "hist,risk"])
      #expect(outcome.status == 0, "\(outcome.error)")
      let paths = outcome.output.split(separator: "\n").map(String.init)
      let methods = ["zeroshot", "coop@small", "lora@small", "full@small"]
      let names = methods.map { "histogram-\($0)" } + ["risk"]
      #expect(
        paths
          == names.flatMap { name in ["gp", "csv"].map { "plots-gnuplot/smoke/\(name).\($0)" } }
      )
      for path in paths {
        #expect(
          try FileBytes.read("\(program.folder)/\(path)") == FileBytes.read(committed("../\(path)"))
        )
      }
      let made = try FileManager.default.contentsOfDirectory(
        atPath: "\(program.folder)/plots-gnuplot/smoke")
      #expect(made.count == 10)
    }
  }

  @Test("draws pictures where asked, and says which units have no record")
  func renders() throws {
    try withRecords { program in
      let outcome = try program.run([
        "plot", "sweeps/smoke.yaml", "seed=[1, 2]", "--kind", "risk", "--render", "svg", "--to",
        "p",
      ])
      #expect(outcome.status == 2)
      #expect(outcome.error.contains("note: 4 of 8 units have no record"))
      #expect(outcome.output == "p/risk.gp\np/risk.csv\np/risk.svg\n")
      #expect(try FileBytes.read("\(program.folder)/p/risk.svg").count > 5000)
    }
  }

  @Test("faults say what is known, what was probably meant and what records lack")
  func faults() throws {
    try withRecords { program in
      let unknown = try program.run(["plot", "sweeps/smoke.yaml", "--kind", "rock"])
      #expect(unknown.status == 64)
      #expect(unknown.error.contains("unknown kind of plot 'rock'; known: shots, accuracy,"))
      #expect(unknown.error.contains("did you mean 'roc'?"))
      let missing = try program.run(["plot", "sweeps/smoke.yaml", "--kind", "redundancy"])
      #expect(missing.status == 65)
      #expect(missing.error.contains("add 'analyses: [redundancy]' to sweeps/smoke.yaml"))
      #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/plots-gnuplot"))
    }
  }
}
