import Configuration
import FileFormats
import Foundation
import Metrics
import Results
import TestSupport
import Testing

@Suite("Outputs of a sweep")
struct SweepOutputsTests {
  @Test("has a table for each role and detector, the long form, and three figures a role")
  func files() throws {
    let outputs = try SweepOutputs(
      records: RecordSet(SampleRecords.many), sweep: "quick",
      dimensions: ["method", "shots", "seed"])
    let tables = ["near", "far", "energy", "max-logit", "mcm"].flatMap { name in
      ["csv", "md", "tex"].map { "\(name).\($0)" }
    }
    #expect(outputs.tables.map(\.name) == ["long.csv"] + tables)
    #expect(
      outputs.figures.map(\.name) == [
        "shots-near", "shots-far", "accuracy-near", "accuracy-far", "heatmap-near", "heatmap-far",
      ])
    #expect(outputs.missingCount == 0)
    let latex = outputs.tables.first { $0.name == "mcm.tex" }?.text
    #expect(latex?.contains("\\label{tab:quick-mcm}") == true)
    #expect(latex?.contains("\\caption{ID: fashion. Detector: mcm. Values in \\%") == true)
  }

  @Test("what training did has lines of its own, and trajectories a file")
  func training() throws {
    var records = SampleRecords.few
    records[1].training = SampleRecords.training
    let outputs = try SweepOutputs(
      records: RecordSet(records), sweep: "quick", dimensions: ["method", "seed"])
    #expect(outputs.tables.prefix(2).map(\.name) == ["long.csv", "trajectories.csv"])
    let run = try records[1].runID()
    for line in ["adapter-bytes,40", "logit-scale,17.5", "text-drift,0.125"] {
      #expect(outputs.tables[0].text.contains("\nquick,\(run),coop,0,,,,\(line),,\n"))
    }
    #expect(
      outputs.tables[1].text == """
        sweep,run,method,seed,stage,epoch,detector,role,ood,metric,value
        quick,\(run),coop,0,0,0,,id,,accuracy,0.5
        quick,\(run),coop,0,0,0,mcm,near,near-a,auroc,0.625
        quick,\(run),coop,0,0,0,mcm,near,near-a,fpr95/id-nearest,1.0
        quick,\(run),coop,0,1,2,,id,,accuracy,0.75

        """)
    func text(_ name: String) -> String? { outputs.tables.first { $0.name == name }?.text }
    #expect(
      text("training.csv") == """
        method,shots,seeds,trainable parameters,parameters,trainable (%),adapter bytes,\
        feature drift mean,feature drift sd,text drift mean,text drift sd
        coop,4,1,10,100,10.000,40,0.00000,,0.12500,

        """)
    #expect(
      text("training.md")?.contains(
        "| coop | 4 | 1 | 10 | 100 | 10.000 | 40 | 0.00000 | 0.12500 |") == true)
    #expect(
      text("training.tex")?.contains("coop & 4 & 1 & 10 & 100 & 10.000 & 40 & 0.00000 & 0.12500")
        == true)
    // Of records from before, none.
    let before = try SweepOutputs(
      records: RecordSet(SampleRecords.few), sweep: "quick", dimensions: ["method", "seed"])
    #expect(!before.tables[0].text.contains("parameters"))
  }

  @Test("what records were asked for beyond their rows gets a table and a map a method")
  func analyses() throws {
    var records = SampleRecords.many
    for index in records.indices {
      var point = try OperatingPoint(
        detector: "mcm", validation: [0.25, 0.5, 0.75, 1], levels: [0.6])
      try point.realise(on: [0.75, 0], set: "near-a", role: .outOfDistribution)
      records[index].detectors = [
        DetectorFacts(detector: "mcm", metrics: ["augrc": 0.125], operatingPoint: point)
      ]
      let tau = records[index].identity.label("seed") == "1" ? 0.5 : 0.25
      records[index].redundancy = RankCorrelations(
        detectors: ["mcm", "energy"], tau: [[1, tau], [tau, 1]])
    }
    let outputs = try SweepOutputs(
      records: RecordSet(records), sweep: "quick", dimensions: ["method", "shots", "seed"])
    #expect(outputs.tables.prefix(2).map(\.name) == ["long.csv", "operating-points.csv"])
    let lines = outputs.tables[1].text.split(separator: "\n")
    #expect(
      lines[0]
        == "sweep,run,method,shots,seed,detector,tpr,guarantee,threshold,set,role,n,accepted,"
        + "rate")
    #expect(lines.count == 1 + 2 * records.count)
    // Five scores with the one to come, 40 % of them may be rejected: the second smallest.
    #expect(lines[1].hasSuffix(",mcm,0.6,marginal,0.5,near-a,out-of-distribution,2,1,0.5"))
    #expect(outputs.tables[0].text.contains(",mcm,id,,augrc,0.125,,\n"))
    let maps = outputs.figures.filter { $0.name.hasPrefix("redundancy") }
    let methods = Set(records.compactMap { $0.identity.label("method") })
    #expect(Set(maps.map(\.name)) == Set(methods.map { "redundancy-\($0)" }))
    for method in methods {
      let own = records.filter { $0.identity.label("method") == method }
      let mean = own.compactMap { $0.redundancy?.tau[0][1] }.reduce(0, +) / Double(own.count)
      let map = try #require(maps.first { $0.name == "redundancy-\(method)" })
      let value = try #require(map.data.split(separator: "\n").last?.split(separator: ",")[4])
      #expect((try #require(Double(value)) - mean).magnitude < 1e-6)
    }
    records[0].redundancy = nil
    let method = try #require(records[0].identity.label("method"))
    let fewer = try SweepOutputs(records: RecordSet(records), sweep: "quick", dimensions: [])
    #expect(!fewer.figures.contains { $0.name == "redundancy-\(method)" })
  }

  @Test("files of other records are removed when these are written, what else is there stays")
  func leftovers() throws {
    try withTemporaryFolder { folder in
      let (tables, figures) = ("\(folder)/tables", "\(folder)/figures")
      let outputs = try SweepOutputs(
        records: RecordSet(SampleRecords.many), sweep: "quick", dimensions: ["method"])
      try outputs.write(tablesFolder: tables, figuresFolder: figures)
      func contents() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      }
      let made = try contents()
      for name in [
        "tables/old-far.tex", "tables/notes.txt", "figures/old-shots.gp", "figures/old-shots.svg",
        "figures/old-shots.png", "figures/other.svg",
      ] {
        try AtomicFile.write("x", to: "\(folder)/\(name)")
      }
      #expect(
        try outputs.differences(tablesFolder: tables, figuresFolder: figures) == [
          "\(tables)/old-far.tex: is not made from these records",
          "\(figures)/old-shots.gp: is not made from these records",
        ])
      try outputs.write(tablesFolder: tables, figuresFolder: figures)
      #expect(try contents() == (made + ["figures/other.svg", "tables/notes.txt"]).sorted())
      #expect(try outputs.differences(tablesFolder: tables, figuresFolder: figures) == [])
    }
  }

  @Test("many detectors are the rows of a role's table, methods its columns")
  func wide() throws {
    let outputs = try SweepOutputs(
      records: RecordSet(SampleRecords.wide), sweep: "wide", dimensions: ["method"])
    let table = outputs.tables.first { $0.name == "far.md" }?.text
    #expect(table?.contains("| detector | coop, shots 1 (n = 3) FPR95 id-nearest ↓") == true)
    #expect(table?.split(separator: "\n").count { $0.hasPrefix("| detector-") } == 12)
    #expect(outputs.tables.contains { $0.name == "detector-12.tex" })
    #expect(outputs.missingCount == 0)
  }

  @Test("several benchmarks have files of their own, and shifted accuracies columns")
  func benchmarks() throws {
    var records = SampleRecords.many
    for var record in SampleRecords.many {
      guard case .object(var config) = record.identity.config else { continue }
      config["id"] = .string("digits")
      record.identity.config = .object(config)
      record.metrics["accuracy/rotated"] = 0.25
      records.append(record)
    }
    let outputs = try SweepOutputs(records: RecordSet(records), sweep: "quick", dimensions: ["id"])
    #expect(outputs.tables.map(\.name).contains("fashion-near.md"))
    let table = outputs.tables.first { $0.name == "digits-near.md" }?.text
    #expect(table?.contains("| ID acc. ↑ (% ± SD) | acc. rotated ↑ (% ± SD) |") == true)
    #expect(table?.contains("| coop | 1 | 3 | ") == true)
    #expect(outputs.missingCount == 0)
  }

  @Test("is written whole, and the same from records in any order")
  func writes() throws {
    let records = SampleRecords.many
    let outputs = try SweepOutputs(
      records: RecordSet(records), sweep: "quick", dimensions: ["method"])
    #expect(
      try outputs
        == SweepOutputs(
          records: RecordSet(records.reversed()), sweep: "quick", dimensions: ["method"]))
    let folder = NSTemporaryDirectory() + "ood-outputs-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try outputs.write(tablesFolder: folder + "/t", figuresFolder: folder + "/f")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/t")
    #expect(Set(files) == Set(outputs.tables.map(\.name)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/f").count == 12)
    let text = try String(contentsOfFile: folder + "/t/near.md", encoding: .utf8)
    #expect(text == outputs.tables.first { $0.name == "near.md" }?.text)
  }
}
