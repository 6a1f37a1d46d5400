import FileFormats
import Metrics

/// What the records of one benchmark say of slices, a row for each detector on each slice.
///
/// Means over seeds. Shares of images have Wilson's 95 % interval for the slice's number of images.
struct SlicesTable {
  /// A row: labels, counts and shares as texts.
  private let rows: [(labels: [String], cells: [String])]
  private let labelHeadings: [String]
  private let set: RecordSet
  private let spec: TableSpec
  private let label: String

  /// Gathers the slices; nil where no record has any.
  ///
  /// - Parameters:
  ///   - records: the records of one benchmark.
  ///   - spec: rows, order and caption.
  ///   - label: the label of the LaTeX table.
  init?(_ records: RecordSet, spec: TableSpec, label: String) throws {
    set = records.filter { !$0.slices.isEmpty }
    guard !set.records.isEmpty else { return nil }
    self.spec = spec
    self.label = label
    let paths = spec.rows.filter { $0 != "detector" }
    labelHeadings = paths + ["set", "column", "slice", "detector"]
    rows = try Dictionary(grouping: set.records) { $0.identity.labels(paths) }
      .sorted { spec.precedes($0.key, $1.key, by: paths) }
      .flatMap { labels, records in try SlicesTable.rows(records, labels: labels) }
  }

  /// The files of the table, by a name.
  func files(_ name: String) -> [SweepOutputs.File] {
    [
      SweepOutputs.File(name: "\(name).md", text: markdown()),
      SweepOutputs.File(name: "\(name).tex", text: latex()),
    ]
  }

  private static let headings = [
    "n", "accuracy (%)", "[95 %]", "accepted (%)", "[95 %]", "near AUROC (%)", "far AUROC (%)",
    "far FPR95 id-nearest (%)",
  ]

  private var caption: String {
    (spec.caption.isEmpty ? "" : spec.caption + " ")
      + "Slices by metadata, means over seeds. Accepted: share at or above the detector's highest "
      + "threshold that accepts 95 % of the whole ID test set (true positives of ID slices, false "
      + "positives of OOD slices). AUROC, FPR95: an ID slice against the OOD sets of a role (mean over "
      + "them), an OOD slice against the whole ID test set. Intervals: Wilson, for sampling of images. "
      + "* fewer than \(Slice.smallCount) images: read no conclusion from it."
  }

  /// The same slice of several seeds.
  private struct Place: Hashable {
    let set: String
    let column: String
    let value: String
  }

  private static func rows(
    _ records: [UnitRecord], labels: [String]
  ) throws -> [(labels: [String], cells: [String])] {
    var order: [Place] = []
    var slices: [Place: [Slice]] = [:]
    for slice in records.flatMap(\.slices) {
      let place = Place(set: slice.set, column: slice.column, value: slice.value)
      if slices[place] == nil { order.append(place) }
      slices[place, default: []].append(slice)
    }
    return try order.flatMap { place in
      let own = slices[place] ?? []
      let detectors = Set(own.flatMap(\.accepted.keys)).sorted()
      return try detectors.map { detector in
        let value = place.value.isEmpty ? "(not known)" : place.value
        return (
          labels + [place.set, place.column, value, detector], try cells(own, detector: detector)
        )
      }
    }
  }

  private static func cells(_ slices: [Slice], detector: String) throws -> [String] {
    let counts = Set(slices.map(\.count)).sorted()
    let few = slices.contains(where: \.isSmall) ? "*" : ""
    func shares(_ count: (Slice) -> Int?) throws -> [String] {
      let shares = slices.compactMap { slice in
        count(slice).map { Double($0) / Double(slice.count) }
      }
      guard !shares.isEmpty else { return [ResultTable.missing, ""] }
      let mean = try Summary(shares).mean
      let interval = try Interval(
        wilsonShare: min(1, mean), trials: counts.first ?? 0, level: 0.95)
      return [percent(mean), "[\(percent(interval.lower)), \(percent(interval.upper))]"]
    }
    let rows = slices.flatMap(\.rows).filter { $0.detector == detector }
    func mean(_ metric: String, _ role: OODRole) throws -> String {
      let values = rows.filter { $0.role == role }.compactMap { $0.metrics[metric] }
      return values.isEmpty ? ResultTable.missing : percent(try Summary(values).mean)
    }
    return [counts.map(String.init).joined(separator: "/") + few]
      + (try shares { $0.correct }) + (try shares { $0.accepted[detector] })
      + [
        try mean(Metric.auroc.name, .near), try mean(Metric.auroc.name, .far),
        try mean(Metric.fpr95(.idNearest).name, .far),
      ]
  }

  private static func percent(_ value: Double) -> String {
    DecimalText.text(value, decimals: 1, scale: 2)
  }

  private func markdown() -> String {
    let header = labelHeadings + SlicesTable.headings
    let alignments = header.indices.map { $0 < labelHeadings.count ? "---" : "---:" }
    let lines = rows.map { ($0.labels + $0.cells).map(ResultTable.escaped) }
    return
      (["<!-- source \(set.source) (\(set.records.count) records) -->", ""]
      + ([header.map(ResultTable.escaped), alignments] + lines).map(ResultTable.line)
      + ["", ResultTable.escaped(caption)]).joined(separator: "\n") + "\n"
  }

  private func latex() -> String {
    let columns =
      String(repeating: "l", count: labelHeadings.count)
      + String(repeating: "r", count: SlicesTable.headings.count)
    return
      ([
        "% source \(set.source) (\(set.records.count) records); needs \\usepackage{booktabs}",
        "\\begin{table}[t]", "\\centering", "\\caption{\(LaTeX.escaped(caption))}",
        "\\label{tab:\(label)}", "\\begin{tabular}{\(columns)}", "\\toprule",
        LaTeX.line((labelHeadings + SlicesTable.headings).map(LaTeX.escaped)), "\\midrule",
      ] + rows.map { LaTeX.line(($0.labels + $0.cells).map(LaTeX.escaped)) }
      + ["\\bottomrule", "\\end{tabular}", "\\end{table}"]).joined(separator: "\n") + "\n"
  }
}
