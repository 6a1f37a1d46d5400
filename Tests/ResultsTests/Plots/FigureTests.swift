import Foundation
import Results
import Testing

@Suite("Figures")
struct FigureTests {
  private var spec: TableSpec {
    var spec = TableSpec()
    spec.order = [
      "method": ["zeroshot", "coop", "lora", "full"], "detector": ["mcm", "max-logit", "energy"],
    ]
    return spec
  }

  private func figures() throws -> [Figure] {
    let records = try RecordSet(SampleRecords.many)
    var single = spec
    single.detectors = ["mcm"]
    single.metrics = ["auroc"]
    return [
      try Figure.accuracy(name: "single", records: records, spec: single),
      try Figure.shots(name: "few", records: RecordSet(SampleRecords.few)),
      try Figure.shots(name: "shots", records: records, spec: spec),
      try Figure.accuracy(name: "accuracy", records: records, spec: spec),
      try Figure.heatMap(name: "heatmap", records: records, spec: spec),
    ]
  }

  @Test("gnuplot draws every figure without a complaint, twice the same")
  func draws() throws {
    let gnuplot = "/usr/bin/gnuplot"
    try #require(FileManager.default.isExecutableFile(atPath: gnuplot), "gnuplot is missing")
    let environment = ProcessInfo.processInfo.environment["OOD_FIGURES"]
    let folder = environment ?? NSTemporaryDirectory() + "ood-figures-\(UUID().uuidString)"
    defer { if environment == nil { try? FileManager.default.removeItem(atPath: folder) } }
    for figure in try figures() {
      try figure.write(to: folder)
      var pictures: [Data] = []
      for run in 1...2 {
        let process = Process()
        process.executableURL = URL(filePath: gnuplot)
        process.arguments = ["-e", "out='\(figure.name)-\(run).svg'", "\(figure.name).gp"]
        process.currentDirectoryURL = URL(filePath: folder)
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let complaints = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(String(decoding: complaints, as: UTF8.self) == "")
        #expect(process.terminationStatus == 0)
        pictures.append(
          try Data(contentsOf: URL(filePath: "\(folder)/\(figure.name)-\(run).svg")))
      }
      #expect(pictures[0] == pictures[1])
      #expect(pictures[0].count > 5000)
    }
  }

  @Test("scripts hold no path, no date and no host, and do not depend on the order of records")
  func deterministic() throws {
    for figure in try figures() {
      #expect(!figure.script.contains("/work") && !figure.script.contains("/tmp"))
      #expect(figure.script.contains("if (!exists(\"term\")) term='svg'"))
      #expect(figure.script.contains("'\(figure.name).csv'"))
    }
    let backward = try Figure.shots(
      name: "shots", records: RecordSet(SampleRecords.many.reversed()), spec: spec)
    #expect(try figures().contains(backward))
  }

  @Test("the data of a figure is in percent, with the seeds stated")
  func data() throws {
    let figure = try Figure.accuracy(
      name: "a", records: RecordSet(SampleRecords.few), spec: TableSpec())
    #expect(
      figure.data == """
        metric,detector,method,shots,seeds,value,value_sd,accuracy,accuracy_sd
        fpr95/id-nearest,energy,zeroshot,1,1,50.000000,,50.000000,
        fpr95/id-nearest,mcm,coop,4,2,50.000000,14.142136,80.000000,7.071068
        fpr95/id-nearest,mcm,zeroshot,1,1,60.562500,,50.000000,
        auroc,energy,zeroshot,1,1,82.500000,,50.000000,
        auroc,mcm,coop,4,2,80.000000,7.071068,80.000000,7.071068
        auroc,mcm,zeroshot,1,1,75.000000,,50.000000,

        """)
  }
}
