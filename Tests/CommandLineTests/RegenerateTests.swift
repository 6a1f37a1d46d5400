import FileFormats
import Foundation
import Testing

@Suite("ood regenerate")
struct RegenerateTests {
  /// A folder with the committed smoke sweep, as a clone has it but for tables and plots.
  private func withSmoke(_ body: (Program) throws -> Void) throws {
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

  @Test("makes the committed tables without data or weights, and then finds no difference")
  func regenerates() throws {
    try withSmoke { program in
      let missing = try program.run(["regenerate", "--check"])
      #expect(missing.status == 1)
      #expect(missing.output.contains("results/smoke/tables/far.md: is missing\n"))
      #expect(try !program.contents().contains("plots-gnuplot"))
      let made = try program.run(["regenerate"])
      #expect(made.status == 0 && made.output == "")
      #expect(made.error.hasPrefix("smoke: 4 records; tables in results/smoke/tables, plots in "))
      for path in ["results/smoke/tables/far.md", "plots-gnuplot/smoke/heatmap-far.gp"] {
        #expect(
          try FileBytes.read("\(program.folder)/\(path)") == FileBytes.read(committed("../\(path)"))
        )
      }
      let checked = try program.run(["regenerate", "sweeps/smoke.yaml", "--check"])
      #expect(checked.status == 0 && checked.output == "")
      #expect(checked.error == "smoke: 4 records; 0 files differ\n")
    }
  }

  @Test("says how many units have no record, and refuses a sweep without any")
  func incomplete() throws {
    try withSmoke { program in
      let path = "sweeps/smoke.yaml"
      let text = String(decoding: try FileBytes.read("\(program.folder)/\(path)"), as: UTF8.self)
      try program.write(text.replacing("seed: [1]", with: "seed: [1, 2]"), to: path)
      let outcome = try program.run(["regenerate"])
      #expect(outcome.error.hasPrefix("smoke: 4 records, 4 of 8 units have none; "))
      try program.write(text.replacing("seed: [1]", with: "seed: [7]"), to: path)
      let none = try program.run(["regenerate"])
      #expect(none.status == 65)
      #expect(
        none.error
          == "error: results/smoke: no record has the settings of smoke; run it: ood sweep FILE\n")
    }
    try withProgram { program in
      let outcome = try program.run(["regenerate"])
      #expect(outcome.status == 65)
      #expect(outcome.error == "error: no sweep in sweeps/ has records; run one: ood sweep FILE\n")
    }
  }
}
