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
    let others = try curves(SampleRecords.many, prefix: "")
    let wide = try curves(SampleRecords.wide, prefix: "wide-")
    return [
      try Figure.accuracy(name: "single", records: records, spec: single),
      try Figure.shots(name: "few", records: RecordSet(SampleRecords.few)),
      try Figure.shots(name: "shots", records: records, spec: spec),
      try Figure.accuracy(name: "accuracy", records: records, spec: spec),
      try Figure.heatMap(name: "heatmap", records: records, spec: spec),
      try Figure.shots(name: "wide-shots", records: RecordSet(SampleRecords.wide), spec: spec),
      try Figure.accuracy(
        name: "wide-accuracy", records: RecordSet(SampleRecords.wide), spec: spec),
      try Figure.heatMap(name: "wide-heatmap", records: RecordSet(SampleRecords.wide), spec: spec),
      try redundancy(detectors: 3), try redundancy(detectors: 12),
    ] + others + wide
  }

  /// One figure of each kind that shows curves.
  private func curves(_ records: [UnitRecord], prefix: String) throws -> [Figure] {
    let records = try RecordSet(SampleRecords.curved(records))
    return try [FigureKind.roc, .histogram, .risk].compactMap { kind in
      try SweepOutputs.figures(of: [kind], records: records, spec: spec).last.map {
        Figure(
          name: prefix + $0.name,
          script: $0.script.replacing("'\($0.name).", with: "'\(prefix)\($0.name)."),
          data: $0.data)
      }
    }
  }

  /// Coefficients from -1 to 1, a constant detector, and pairs on both sides of the threshold.
  private func redundancy(detectors count: Int) throws -> Figure {
    let names =
      ["mcm", "energy", "temperature-scaling"] + (3..<max(3, count)).map { "detector-\($0)" }
    var tau = [[Double?]](repeating: [Double?](repeating: 1, count: count), count: count)
    for row in 0..<count {
      for column in 0..<row {
        let value: Double? = Double((row * 37 + column * 61) % 201 - 100) / 100
        tau[row][column] = row == 7 || column == 7 ? nil : value
      }
    }
    tau[1][0] = 0.9991
    tau[2][0] = 0.9989
    tau[2][1] = -1
    return try Figure.redundancy(
      name: "redundancy-\(count)", source: "Source 0123", detectors: names, tau: tau,
      threshold: 0.999)
  }

  @Test("the map of redundancy has each pair once and frames those from the threshold on")
  func redundancyData() throws {
    #expect(
      try redundancy(detectors: 3).data == """
        first,second,x,y,tau,text,framed
        mcm,energy,0,1,0.999100,1.00,1
        mcm,temperature-scaling,0,2,0.998900,1.00,0
        energy,temperature-scaling,1,2,-1.000000,-1.00,1

        """)
    let lines = try redundancy(detectors: 12).data.split(separator: "\n")
    #expect(lines.count == 1 + 12 * 11 / 2)
    #expect(lines.contains("mcm,detector-7,0,7,,--,0"))
    let error = #expect(throws: ResultsError.self) {
      try Figure.redundancy(
        name: "r", source: "", detectors: ["a", "b"], tau: [[1, 0], [0]], threshold: 0.999)
    }
    #expect(
      error?.description
        == "r: 2 rows of 1 or 2 coefficients for 2 detectors, expected a square for at least 2")
  }

  @Test("many detectors stand in rows, few in columns")
  func wide() throws {
    let wide = try Figure.heatMap(name: "w", records: RecordSet(SampleRecords.wide), spec: spec)
    #expect(wide.data.contains("\nauroc,detector-02,zeroshot,1,0,1,"))
    let few = try Figure.heatMap(name: "f", records: RecordSet(SampleRecords.many), spec: spec)
    #expect(few.data.contains("\nauroc,max-logit,zeroshot,1,1,0,"))
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

  @Test("bands of shots are t-intervals over seeds within 0 to 100 %, none of a single seed")
  func bands() throws {
    let figure = try Figure.shots(name: "s", records: RecordSet(SampleRecords.few))
    let lines = figure.data.split(separator: "\n")
    #expect(
      lines[0]
        == "metric,detector,method,shots,seeds,value,value_sd,value_low,value_high,accuracy,"
        + "accuracy_sd")
    // coop, 0.7 and 0.8 on one split, 0.8 and 0.9 on the other: means 0.75 and 0.85 of two seeds.
    // t of 1 degree of freedom is 12.7062, times 0.0707107 / sqrt 2: 0.8 -+ 0.635310, cut at 1.
    #expect(
      lines.contains(
        "auroc,mcm,coop,4,2,80.000000,7.071068,16.468976,100.000000,80.000000,7.071068"))
    #expect(lines.contains("auroc,mcm,zeroshot,1,1,75.000000,,,,50.000000,"))
    // A single number of shots has no width for a band.
    #expect(figure.script.contains("(column('value_high')) with yerrorbars ls 1"))
    let many = try Figure.shots(name: "m", records: RecordSet(SampleRecords.many), spec: spec)
    #expect(many.script.contains("with filledcurves ls 2 fillstyle transparent solid"))
    #expect(figure.script.contains("'bands: 95 % t-intervals over 2 seeds'"))
    let single = try Figure.shots(
      name: "s", records: RecordSet(SampleRecords.few.filter { $0.identity.label("seed") == "0" }))
    #expect(!single.script.contains("yerrorbars") && !single.script.contains("bands"))
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
