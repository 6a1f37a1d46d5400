import Results
import Testing

@Suite("Figures of curves")
struct CurveFigureTests {
  /// zeroshot with one seed and coop with two: four test images, and two of one split.
  private var few: [UnitRecord] {
    get throws {
      try SampleRecords.few.map { record in
        var record = record
        // The second seed of coop has all others below; the other records one of them at 3.
        let others: [Double] = record.identity.label("seed") == "1" ? [-1, -2] : [3, 1]
        record.curves = ScoreCurves([
          try ScoreCurves.Detector(
            detector: "mcm", inDistribution: [4, 3, 2, 0], isCorrect: [true, true, false, true],
            splits: [("far_b", others)])
        ])
        return record
      }
    }
  }

  private func figures(_ kind: FigureKind, _ records: [UnitRecord]) throws -> [Figure] {
    try SweepOutputs.figures(of: [kind], records: RecordSet(records))
  }

  @Test("ROC curves: the mean over seeds of what each false positive rate admits")
  func roc() throws {
    let figure = try #require(try figures(.roc, few).first)
    #expect(figure.name == "roc-far_b")
    let lines = figure.data.split(separator: "\n")
    #expect(lines[0] == "fpr,mcm|coop|4,mcm|zeroshot|1")
    // At no false positive one of four images, and all four of the second seed.
    #expect(lines[1] == "0.000000,62.500000,25.000000")
    #expect(lines.contains("48.000000,62.500000,25.000000"))
    #expect(lines.contains("50.000000,87.500000,75.000000"))
    #expect(lines.last == "100.000000,100.000000,100.000000")
    #expect(lines.count == 78)
    for text in [
      "'TPR (%), ID is positive'", "'FPR (%), logarithmic'", "'coop, 4 shots'",
      "'zeroshot, 1 shot'", "'OOD: far_b; mean over 1 or 2 seeds'", "set logscale x",
      "(column('fpr')):(column('mcm|coop|4')) with linespoints ls 1 dt 1 pi 9",
    ] { #expect(figure.script.contains(text), "\(text)") }
  }

  @Test("risk-coverage curves: the mean risk, with the area in the key")
  func risk() throws {
    let figure = try #require(try figures(.risk, few).first)
    #expect(figure.name == "risk")
    let lines = figure.data.split(separator: "\n")
    #expect(lines[0] == "coverage,mcm|coop|4,mcm|zeroshot|1")
    // The third of four images is wrong.
    #expect(lines[1] == "2.000000,0.000000,0.000000")
    #expect(lines.contains("50.000000,0.000000,0.000000"))
    #expect(lines.contains("52.000000,33.333333,33.333333"))
    #expect(lines.last == "100.000000,25.000000,25.000000")
    // (1/6 + 7/24) / 3 = 15.28 %
    #expect(figure.script.contains("pi 7 title '15.3'"))
    #expect(figure.script.contains("title 'AURC (%) ↓'"))
  }

  @Test("histograms: shares of each set in shared bins, with the threshold of the first seed")
  func histogram() throws {
    let both = try figures(.histogram, few)
    #expect(both.map(\.name) == ["histogram-coop", "histogram-zeroshot"])
    let figure = both[1]
    let lines = figure.data.split(separator: "\n")
    #expect(lines[0] == "detector,edge,id,far_b")
    // So few images are shown in 20 bins, of 0.2 from 0 to 4.
    #expect(lines.count == 1 + 21)
    #expect(lines[1] == "mcm,0,25.000000,0.000000")
    #expect(lines[6] == "mcm,1,0.000000,50.000000")
    #expect(lines[16] == "mcm,3,25.000000,50.000000")
    #expect(lines[20].hasSuffix(",25.000000,0.000000"))
    // The upper edge of the last bin: the steps end there.
    #expect(lines[21] == "mcm,4,0.000000,0.000000")
    #expect(figure.script.contains("set arrow 1 from first 0, graph 0"))
    #expect(figure.script.contains("'zeroshot, 1 shot, seed 0'"))
    #expect(both[0].script.contains("'coop, 4 shots, seed 0'"))
    // Of the second seed nothing is shown.
    #expect(!both[0].data.contains("mcm,-2,"))
  }

  @Test("of several numbers of shots the largest is drawn; without curves nothing")
  func selection() throws {
    let records = try SampleRecords.curved()
    let heading = try #require(
      try figures(.roc, records).first?.data.split(separator: "\n").first)
    #expect(heading.contains("mcm|coop|16") && !heading.contains("|coop|4"))
    #expect(heading.contains("mcm|zeroshot|1"))
    #expect(
      try figures(.roc, records).map(\.name) == ["roc-near-classes", "roc-animals", "roc-digits"])
    var without = records
    for index in without.indices where without[index].identity.label("method") == "coop" {
      if without[index].identity.label("seed") == "1" { without[index].curves = nil }
    }
    let rest = try #require(try figures(.roc, without).first)
    #expect(!rest.data.contains("coop") && rest.data.contains("|lora|"))
    for kind in [FigureKind.roc, .histogram, .risk, .redundancy] {
      #expect(try figures(kind, SampleRecords.many) == [])
    }
    var other = records
    other[0].curves?.rates[1] = 0.00011
    #expect(throws: ResultsError.self) { try figures(.roc, other) }
  }

  @Test("kinds have names, other names, and a hint for a mistake")
  func kinds() throws {
    #expect(try FigureKind(name: "roc") == .roc)
    #expect(try FigureKind(name: "hist") == .histogram)
    #expect(try FigureKind(name: "fpr-acc") == .accuracy)
    let error = #expect(throws: ResultsError.self) { try FigureKind(name: "histogramm") }
    #expect(
      error?.description
        == "unknown kind of plot 'histogramm'; known: shots, accuracy, heatmap, roc, histogram, risk, "
        + "redundancy, modalities; did you mean 'histogram'?")
  }
}
