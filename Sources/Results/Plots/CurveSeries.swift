import FileFormats
import Metrics

/// The curves of the records of one benchmark: of every method those with the most shots.
struct CurveSeries {
  /// A method with its records, one a seed.
  struct Method {
    let name: String
    /// What legends call it: with its shots where the methods differ in them.
    let label: String
    let shots: String
    let records: [UnitRecord]
    /// The label of the first seed.
    let firstSeed: String
  }

  let methods: [Method]
  let detectors: [String]
  /// The splits with their roles, in the order of the roles.
  let splits: [(name: String, role: OODRole)]
  let source: String
  /// The shots that all methods have, and the seeds, for people.
  let note: String
  /// The grids that all records share.
  let rates: [Double]
  let coverages: [Double]

  /// Nil unless some method has curves in all of its records.
  ///
  /// Throws `ResultsError` if the rows are not the method and the shots, or if grids differ.
  init?(_ set: RecordSet, spec: TableSpec) throws {
    let selection = try RecordSelection(set, spec: spec)
    let groups = try selection.groups()
    let names = try SeriesPoints.names(of: groups.map(\.labels), spec: spec)
    var chosen: [(name: String, shots: String, records: [UnitRecord])] = []
    for (group, name) in zip(groups, names) where group.records.allSatisfy({ $0.curves != nil }) {
      // Groups of a method are in ascending order of the shots.
      chosen.removeAll { $0.name == name.method }
      let records = group.records.sorted {
        spec.precedes(
          $0.identity.label(spec.seed) ?? "", $1.identity.label(spec.seed) ?? "", by: spec.seed)
      }
      chosen.append((name.method, name.shots, records))
    }
    let curves = chosen.flatMap(\.records).compactMap(\.curves)
    guard let first = curves.first else { return nil }
    guard curves.allSatisfy({ $0.rates == first.rates && $0.coverages == first.coverages }) else {
      throw ResultsError(
        "the curves of the records have different grids; run the sweep again with one version")
    }
    rates = first.rates
    coverages = first.coverages
    let known = Set(first.detectors.map(\.detector))
    detectors = selection.detectors.filter(known.contains)
    let roles = Dictionary(
      set.records.flatMap(\.results).map { ($0.split, $0.role) }, uniquingKeysWith: { $1 })
    splits = spec.roles.flatMap { role in
      selection.splits.filter { roles[$0] == role }.map { ($0, role) }
    }
    let shots = Set(chosen.map(\.shots))
    methods = chosen.map { name, count, records in
      Method(
        name: name,
        label: shots.count == 1 || count == "0"
          ? name : "\(name), \(PlotStyle.shots(count))",
        shots: count, records: records, firstSeed: records[0].identity.label(spec.seed) ?? "--")
    }
    let seeds = Set(methods.map(\.records.count)).sorted().map(String.init)
    let common = shots.count == 1 ? shots.first ?? "0" : "0"
    note =
      (common == "0" ? "" : "\(PlotStyle.shots(common)), ")
      + (seeds == ["1"] ? "1 seed" : "mean over \(seeds.joined(separator: " or ")) seeds")
    source = "Source \(set.source) (\(set.records.count) records)"
  }

  /// The curves of a detector in a record.
  func curves(_ detector: String, in record: UnitRecord) -> ScoreCurves.Detector? {
    record.curves?.detectors.first { $0.detector == detector }
  }

  /// The mean over a method's records of values on a grid; nil unless all of them have them.
  private func mean(
    of method: Method, detector: String, values: (ScoreCurves.Detector) -> [Double]?
  ) throws -> [Double]? {
    let all = method.records.compactMap { curves(detector, in: $0).flatMap(values) }
    guard let first = all.first, all.count == method.records.count else { return nil }
    return try first.indices.map { point in try Summary(all.map { $0[point] }).mean }
  }

  /// A curve with the name of its column in a figure's data.
  struct Curve {
    let column: String
    let values: [Double]
  }

  /// The mean curve of every detector and method that has one in all of its records.
  func curves(_ values: (ScoreCurves.Detector) -> [Double]?) throws -> [Curve] {
    var curves: [Curve] = []
    for detector in detectors {
      for method in methods {
        guard let mean = try mean(of: method, detector: detector, values: values) else { continue }
        curves.append(Curve(column: column(detector, method), values: mean))
      }
    }
    return curves
  }

  /// The column of a curve in a figure's data.
  func column(_ detector: String, _ method: Method) -> String {
    "\(detector)|\(method.name)|\(method.shots)"
  }

  /// The legend of the methods.
  ///
  /// - Parameter line: the style of a line from that of the method and its index.
  func legend(line: (_ style: String, _ index: Int) -> String) -> [PanelGrid.LegendEntry] {
    methods.enumerated().map { index, method in
      PanelGrid.LegendEntry(
        name: method.label, point: "ls \(index + 1)", line: line("ls \(index + 1)", index))
    }
  }

  /// What a panel draws: the curve of each method, with a symbol at every few points.
  ///
  /// - Parameters:
  ///   - curves: the curves of the figure.
  ///   - detector: the detector of the panel.
  ///   - x: the column of the grid.
  ///   - file: the name of the data without its ending.
  ///   - marks: the number of points to a symbol.
  ///   - title: what the panel's key says of a method, nil for nothing.
  func elements(
    _ curves: [Curve], detector: String, x: String, file: String, marks: Int,
    title: (Method) -> String? = { _ in nil }
  ) -> [String] {
    methods.enumerated().compactMap { index, method in
      let name = column(detector, method)
      guard curves.contains(where: { $0.column == name }) else { return nil }
      return "'\(file).csv' using (column('\(x)')):(column(\(PlotStyle.quoted(name)))) "
        + "with linespoints ls \(index + 1) dt \(PlotStyle.dash(index)) pi \(marks) "
        + (title(method).map { "title \(PlotStyle.quoted($0))" } ?? "notitle")
    }
  }

  /// Curves over a grid in percent, a column a curve.
  func csv(_ x: String, grid: [Double], curves: [Curve]) -> String {
    var text = CSV.line([x] + curves.map(\.column)) + "\n"
    for (point, place) in grid.enumerated() {
      let values = curves.map { SeriesPoints.percent($0.values[point]) }
      text += CSV.line([SeriesPoints.percent(place)] + values) + "\n"
    }
    return text
  }
}
