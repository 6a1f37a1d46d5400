import Configuration
import Results
import Testing

@Suite("The table of supervision")
struct SupervisionTableTests {
  private static var facts: SupervisionFacts {
    SupervisionFacts(
      measures: [
        "images": 16, "kept": 12, "confidence": 0.75, "label_accuracy": 0.5, "foreign": 4,
        "foreign_kept": 1,
      ],
      functions: [
        .init(
          name: "zero-shot", group: "zero-shot",
          measures: ["coverage": 0.5, "overlap": 0.25, "conflict": 0.125, "accuracy": 0.625]),
        .init(name: "knn:k=3", group: "tower", measures: ["coverage": 1]),
      ])
  }

  @Test("has the labels, then the functions; shares and means by hand")
  func rows() throws {
    var records = SampleRecords.few
    for index in [1, 2] {
      records[index].training = SampleRecords.training
      records[index].training?.supervision = Self.facts
    }
    records[2].training?.supervision?.measures["label_accuracy"] = 0.7
    let outputs = try SweepOutputs(
      records: RecordSet(records), sweep: "quick", dimensions: ["method", "seed"])
    func text(_ name: String) -> String? { outputs.tables.first { $0.name == name }?.text }
    #expect(
      text("supervision.csv") == """
        method,shots,function,group,seeds,coverage mean,coverage sd,overlap mean,overlap sd,\
        conflict mean,conflict sd,estimated accuracy mean,estimated accuracy sd,accuracy mean,\
        accuracy sd,foreign kept mean,foreign kept sd
        coop,4,labels,,2,75.0,0.0,--,,--,,75.0,0.0,60.0,14.1,25.0,0.0
        coop,4,zero-shot,,2,50.0,0.0,25.0,0.0,12.5,0.0,--,,62.5,0.0,--,
        coop,4,knn:k=3,tower,2,100.0,0.0,--,,--,,--,,--,,--,

        """)
    #expect(
      text("supervision.md")?.contains(
        "| coop | 4 | labels |  | 2 | 75.0 ± 0.0 | -- | -- | 75.0 ± 0.0 | 60.0 ± 14.1 | "
          + "25.0 ± 0.0 |") == true)
    #expect(text("supervision.tex")?.contains("coop & 4 & knn:k=3 & tower & 2 & 100.0") == true)
    let run = try records[1].runID()
    #expect(
      text("long.csv")?.contains(
        "\nquick,\(run),coop,0,,,,supervision-label-accuracy,0.5,,\n") == true)
    // Records with true labels have no such table.
    let clean = try SweepOutputs(
      records: RecordSet(SampleRecords.few), sweep: "quick", dimensions: ["method", "seed"])
    #expect(!clean.tables.contains { $0.name.hasPrefix("supervision") })
  }

  @Test("facts read back from a record's text")
  func json() throws {
    var record = SampleRecords.few[1]
    record.training = SampleRecords.training
    record.training?.supervision = Self.facts
    let read = try UnitRecord(parsing: [UInt8](record.text().utf8), name: "record")
    #expect(read.training?.supervision == Self.facts)
    record.training?.supervision = SupervisionFacts(measures: ["kept": 3])
    #expect(
      try UnitRecord(parsing: [UInt8](record.text().utf8), name: "record").training
        == record.training)
  }
}
