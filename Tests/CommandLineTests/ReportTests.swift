import FileFormats
import Foundation
import Testing

@Suite("ood report")
struct ReportTests {
  /// A folder with the committed smoke sweep: its file and its records.
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

  @Test("makes the same page twice from records alone, beside them or where it is told")
  func page() throws {
    try withSmoke { program in
      let path = "results/smoke/report.html"
      let made = try program.run(["report", "sweeps/smoke.yaml"])
      #expect(made.status == 0 && made.output == "")
      #expect(made.error.contains("\(path): 4 units, "))
      let page = String(decoding: try FileBytes.read("\(program.folder)/\(path)"), as: UTF8.self)
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      #expect(!page.contains(program.folder) && !page.contains("tmp"))
      let printed = try program.run(["report", "sweeps/smoke.yaml", "--out", "-"])
      #expect(printed.output == page)
      #expect(!printed.error.contains("report.html"))
    }
  }

  @Test("exits with 2 if units have no record, and refuses a sweep without any")
  func incomplete() throws {
    try withSmoke { program in
      let more = try program.run(["report", "sweeps/smoke.yaml", "seed=[1,2]", "--out", "p.html"])
      #expect(more.status == 2)
      #expect(more.error.hasPrefix("note: 4 of 8 units have no record\n"))
      let page = String(decoding: try FileBytes.read("\(program.folder)/p.html"), as: UTF8.self)
      #expect(page.contains("4 of 8 units have no record and are left out:"))
      #expect(page.contains("ood sweep sweeps/smoke.yaml &#39;seed=[1,2]&#39; --out out"))
      let none = try program.run(["report", "sweeps/smoke.yaml", "seed=7"])
      #expect(none.status == 65)
      #expect(
        none.error
          == "error: results/smoke: no record has the settings of smoke; run it: ood sweep "
          + "sweeps/smoke.yaml\n")
    }
  }
}
