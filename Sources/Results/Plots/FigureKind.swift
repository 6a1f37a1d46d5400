import Configuration

/// The kinds of figures that a sweep's records give, by the names that `ood plot --kind` takes.
public enum FigureKind: String, Sendable, CaseIterable {
  /// Detection against shots with intervals: `shots-ROLE`.
  case shots
  /// Detection against in-distribution accuracy: `accuracy-ROLE`.
  case accuracy
  /// Numbers of methods by detectors: `heatmap-ROLE`.
  case heatmap
  /// ROC curves: `roc-SPLIT`; needs the analysis `curves`.
  case roc
  /// Score histograms with the threshold: `histogram-METHOD`; needs the analysis `curves`.
  case histogram
  /// Risk-coverage curves: `risk`; needs the analysis `curves`.
  case risk
  /// Which detectors rank alike: `redundancy-METHOD`; needs the analysis `redundancy`.
  case redundancy
  /// Each benchmark against each other one: `modalities-DETECTOR`; needs units with `ood_from`.
  case modalities

  /// The kind of a name or of one of its other names: `hist`, `fpr-acc`, `risk-coverage`, `heat-map`.
  ///
  /// - Throws: `ResultsError` with the known names, and the one that was probably meant.
  public init(name: String) throws {
    let others: [String: FigureKind] = [
      "hist": .histogram, "fpr-acc": .accuracy, "risk-coverage": .risk, "heat-map": .heatmap,
    ]
    if let kind = FigureKind(rawValue: name) ?? others[name] {
      self = kind
      return
    }
    let known = FigureKind.allCases.map(\.rawValue)
    let hint = Suggestion.hint(for: name, among: known + others.keys.sorted())
    throw ResultsError(
      "unknown kind of plot '\(name)'; known: \(known.joined(separator: ", "))"
        + (hint.map { "; \($0)" } ?? ""))
  }

  /// The analysis that the records must have been asked for; nil where metrics are enough.
  public var analysis: String? {
    switch self {
    case .shots, .accuracy, .heatmap, .modalities: nil
    case .roc, .histogram, .risk: "curves"
    case .redundancy: "redundancy"
    }
  }

  /// Whether it draws the means and intervals that figures share.
  var drawsPoints: Bool { [.shots, .accuracy, .heatmap].contains(self) }

  /// The figures of this kind from the records of one benchmark; none without what they need.
  ///
  /// - Parameters:
  ///   - prefix: the beginning of the names.
  ///   - records: the records of one benchmark.
  ///   - series: means and intervals of each role of splits, for the kinds that draw points.
  ///   - spec: rows, metrics and order.
  func figures(
    prefix: String, records: RecordSet, series: [(role: OODRole, points: SeriesPoints)],
    spec: TableSpec
  ) throws -> [Figure] {
    func each(_ make: (_ name: String, _ points: SeriesPoints) -> Figure) -> [Figure] {
      series.map { make("\(prefix)\(rawValue)-\($0.role.rawValue)", $0.points) }
    }
    switch self {
    case .shots: return each { Figure.shots(name: $0, series: $1) }
    case .accuracy: return each { Figure.accuracy(name: $0, series: $1) }
    case .heatmap:
      return each { Figure.heatMap(name: $0, series: $1, decimals: spec.decimals) }
    case .redundancy:
      return try Figure.redundancies(prefix: prefix, records: records, spec: spec)
    // Its rows are benchmarks, so it is made of the records of all of them.
    case .modalities: return []
    case .roc, .histogram, .risk: break
    }
    guard let series = try CurveSeries(records, spec: spec) else { return [] }
    switch self {
    case .roc:
      return try series.splits.compactMap { split, _ in
        let end = split.replacing("/", with: "-")
        return try Figure.roc(name: "\(prefix)roc-\(end)", split: split, series: series)
      }
    case .histogram:
      return series.methods.map {
        Figure.histogram(name: "\(prefix)histogram-\($0.name)", method: $0, series: series)
      }
    default: return [try Figure.risk(name: "\(prefix)risk", series: series)]
    }
  }
}
