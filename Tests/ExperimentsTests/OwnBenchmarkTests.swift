import Configuration
import Datasets
import Experiments
import FileFormats
import FoundationEssentials
import Results
import Tensors
import TestModels
import TestSupport
import Testing

/// The made-up task as files of a user, in all four formats.
@Suite("A user's benchmark in a sweep")
struct OwnBenchmarkTests {
  private static let parts: [(name: String, images: ImageSet)] = [
    ("train", ToyImages.set("toy-train", ToyImages.classes, count: 10)),
    ("test", ToyImages.set("toy-test", ToyImages.classes, count: 4)),
    ("pale", ToyImages.set("toy-pale", ToyImages.classes, count: 2, contrast: 40)),
    ("noise", ToyImages.set("toy-noise", [.noise], count: 5)),
  ]

  /// Writes the images as class folders, and lists of all kinds beside them.
  private func write(to folder: String) throws {
    var manifest = ["label,path,part,site"]
    var coop: [String] = []
    for (name, images) in OwnBenchmarkTests.parts {
      var list: [String] = []
      var entries: [String] = []
      for index in 0..<images.count {
        let label = images.labels[index]
        let className = images.classNames[label]
        let path = "\(name)/\(className)/\(index).png"
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(name)/\(className)", withIntermediateDirectories: true)
        try AtomicFile.write(
          PNG.encode(images.image(at: index), name: path), to: "\(folder)/\(path)")
        manifest.append("\(className),\(path),\(name),\(index % 2)")
        list.append("\(path) \(name == "noise" ? -1 : label)")
        entries.append("[\"\(path)\", \(label), \"\(className)\"]")
      }
      try AtomicFile.write(list.joined(separator: "\n") + "\n", to: "\(folder)/\(name).txt")
      // In another order, which must not matter.
      coop.append("\"\(name)\": [\(entries.reversed().joined(separator: ", "))]")
    }
    try AtomicFile.write(manifest.joined(separator: "\r\n"), to: "\(folder)/all.csv")
    try AtomicFile.write(
      "{\(coop[..<3].joined(separator: ", "))}", to: "\(folder)/split_zhou_toy.json")
    try AtomicFile.write("{\(coop[3])}", to: "\(folder)/noise.json")
    try AtomicFile.write("rows\n columns \n\nchecks\n", to: "\(folder)/classes.txt")
  }

  private func sweep(_ folder: String, source: (String) -> String, extra: String = "") -> String {
    func line(_ name: String) -> String { source(name).replacing("DIR", with: folder) }
    return """
      ood: 1
      name: toy
      model: toy
      benchmarks:
        patterns:
          train: {\(line("train"))}
          test: {\(line("test"))}
          prompts: ["a photo of {}."]
          ood:
            far: {noise: {\(line("noise"))}}
            covariate: {pale: {\(line("pale"))}}
      \(extra.replacing("DIR", with: folder))
      grid: {id: [patterns], method: [coop@small], shots: [2], seed: [1]}
      include_cells: [{id: patterns, method: zeroshot, shots: 0, seed: 1}]
      method: {coop@small: {training: {epochs: 2}}}

      """
  }

  @Test("all four formats run through plan and sweep to the same records")
  func formats() throws {
    try withTemporaryFolder { folder in
      try write(to: folder)
      let formats: [(name: String, source: (String) -> String, extra: String)] = [
        ("folder", { "folder: DIR/\($0)" }, ""),
        ("manifest", { "manifest: DIR/all.csv, where: {part: \($0), site: [0, 1]}" }, ""),
        ("imglist", { "imglist: DIR/\($0).txt" }, "    classes: DIR/classes.txt"),
        (
          "coop",
          { "coop: DIR/\($0 == "noise" ? "noise" : "split_zhou_toy").json, split: \($0)" }, ""
        ),
      ]
      var results: [[String]] = []
      for (name, source, extra) in formats {
        let toy = try ToySweep(in: folder, run: "results-\(name)")
        let text = sweep(folder, source: source, extra: extra)
        let (summary, errors) = try toy.run(text)
        #expect(errors == [], "\(name)")
        #expect(summary.run == 2, "\(name)")
        let records = try toy.store.records()
        #expect(records.allSatisfy { $0.identity.config["benchmarks"] == nil })
        #expect(records.allSatisfy { $0.identity.label("id") == "patterns" })
        #expect(Set(records[0].results.map(\.split)) == ["noise", "pale"])
        results.append(try records.map { "\(try $0.runID()) \(try $0.resultSHA256())" })
        // A second run finds what is there.
        #expect(try toy.run(text).summary.cached == 2)
      }
      #expect(results[0].count == 2)
      for other in results.dropFirst() { #expect(other == results[0]) }
    }
  }

  @Test("a changed byte makes the units stale, another place of the files does not")
  func stale() throws {
    try withTemporaryFolder { folder in
      try write(to: "\(folder)/a")
      let source = { (name: String) in "folder: DIR/\(name)" }
      let toy = try ToySweep(in: folder)
      #expect(try toy.run(sweep("\(folder)/a", source: source)).summary.run == 2)
      try FileManager.default.moveItem(atPath: "\(folder)/a", toPath: "\(folder)/b")
      let moved = sweep("\(folder)/b", source: source)
      #expect(try toy.run(moved).summary.cached == 2)
      let image = ToyImages.set("other", [.noise], count: 1)
      try AtomicFile.write(
        PNG.encode(image.image(at: 0), name: "x"), to: "\(folder)/b/noise/noise/0.png")
      #expect(try toy.run(moved).summary.run == 2)
    }
  }

  @Test("the worker's line of JSON carries the benchmark")
  func task() throws {
    let text = sweep("/d", source: { "manifest: DIR/x.csv, where: {Camera: [a, b]}, split: \($0)" })
    let unit = try Sweep<UnitSettings>(path: "toy.yaml") { _ in text }.units[0]
    let task = UnitTask(index: 0, cell: "c", runID: "r", settings: unit.settings)
    let read = try UnitTask(line: task.line())
    #expect(read.settings.benchmarks == unit.settings.benchmarks)
    #expect(read.settings.method.label == "coop@small")
    #expect(
      read.settings.benchmarks["patterns"]?.train.where.texts == ["Camera": ["a", "b"]])
  }

  @Test("paths are relative to the file that holds them, also in included files")
  func relative() throws {
    let files = [
      "sweeps/s.yaml": "ood: 1\nname: s\ninclude: ../data/own.yaml\ngrid: {id: [own]}\n",
      "sweeps/../data/own.yaml":
        "benchmarks:\n  own:\n    train: {folder: train}\n    test: {folder: /abs/test}\n",
    ]
    let sweep = try Sweep<UnitSettings>(path: "sweeps/s.yaml") { files[$0] ?? "" }
    let own = try #require(sweep.units[0].settings.benchmarks["own"])
    #expect(own.train.folder?.path == "sweeps/../data/train")
    #expect(own.train.folder?.position?.line == 3)
    #expect(own.test.folder?.path == "/abs/test")
  }

  @Test("all mistakes of a benchmark are found at once, with their places")
  func mistakes() throws {
    let text = """
      ood: 1
      name: bad
      grid: {id: [brids], seed: [1]}
      benchmarks:
        fashion: {train: {folder: a}, test: {folder: b}}
        birds:
          train: {folder: a, manifest: b}
          test: {folder: a, split: test}
          prompts: [no braces]
          clases: [x]
          ood:
            near: {Bats: {imglist: a, wher: {x: 1}}}
            far: {few-shot: {coop: a}}
      """
    do {
      _ = try Sweep<UnitSettings>(path: "bad.yaml") { _ in text }
      Issue.record("no error")
    } catch let error as ConfigurationError {
      let found = error.diagnostics.map { "\($0.line): \($0.message)" }
      for expected in [
        "3: id names the unknown benchmark 'brids'", "5: benchmarks.fashion has the name of a",
        "7: folder is one of 2 sources here", "8: split is 'test', but a folder has no splits",
        "9: prompts.0 is 'no braces', expected {}", "10: unknown setting 'clases'",
        "12: ood.near.Bats needs a name of a-z", "12: unknown setting 'wher'",
        "13: coop needs 'split' beside it", "13: ood.far.few-shot has a name that records use",
      ] {
        #expect(found.contains { $0.hasPrefix(expected) }, "\(expected)\n\(found)")
      }
      #expect(found.count == 10, "\(found)")
      #expect(error.diagnostics.compactMap(\.hint).contains("did you mean 'birds'?"))
      #expect(error.diagnostics.compactMap(\.hint).contains("did you mean 'where'?"))
    }
  }
}
