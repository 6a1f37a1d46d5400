import Metrics

extension Figure {
  /// Detection against the number of training images per class, one curve a method.
  ///
  /// A panel for each metric and detector; bars are sample standard deviations over seeds. A
  /// method with a single number of shots is a horizontal line: it has nothing to vary.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - records: the records of one benchmark.
  ///   - spec: the metrics, detectors and splits; its rows are the method and the shots.
  public static func shots(
    name: String, records: [UnitRecord], spec: TableSpec = TableSpec()
  ) throws -> Figure {
    let series = try SeriesPoints(records: records, spec: spec)
    let grid = PanelGrid(
      rows: series.metrics.count, columns: series.detectors.count, names: series.methods)
    var script = PlotStyle.head(
      name: name, source: series.source, width: grid.width, height: grid.height)
    script += PlotStyle.commands(count: series.methods.count)
    let shots = Set(series.points.map(\.shots)).compactMap(Double.init).filter { $0 > 0 }.sorted()
    let tics = shots.map(PlotStyle.short)
    script += [
      "set border 3 lw 0.7", "set tics nomirror scale 0.5", "unset key",
      "set grid ytics lc rgb '#dddddd' lw 0.5 dt 1", "set logscale x 2",
      "set xtics (\(tics.joined(separator: ", ")))",
      "set xrange [\(PlotStyle.short((shots.first ?? 1) * 0.8)):"
        + "\(PlotStyle.short((shots.last ?? 1) * 1.25))]",
      "set multiplot",
    ]
    for (row, metric) in series.metrics.enumerated() {
      let range = SeriesPoints.range(series.points.filter { $0.metric == metric }.map(\.value))
      for (column, detector) in series.detectors.enumerated() {
        script += panelLabels(
          row: row, column: column, rows: grid.rows, title: detector,
          x: "shots (training images per class)", y: SeriesPoints.axis(metric))
        script.append(grid.place(row: row, column: column))
        script.append("set yrange [\(PlotStyle.short(range.low)):\(PlotStyle.short(range.high))]")
        let elements = series.methods.enumerated().flatMap { index, method in
          curve(series, metric, detector, method, index: index, name: name)
        }
        script.append("plot " + elements.joined(separator: ", \\\n     "))
      }
    }
    let entries = series.methods.enumerated().map { index, method in
      let isConstant = constant(series, method)
      return "NaN with \(isConstant ? "lines" : "linespoints") ls \(index + 1) "
        + "\(isConstant ? "dt 2 " : "")title \(PlotStyle.quoted(method))"
    }
    script += grid.legend(entries: entries, names: series.methods)
    script += ["unset multiplot"]
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n",
      data: series.csv())
  }

  /// The plot elements of a method: its curve and, drawn apart, the bars of those points that have
  /// one; gnuplot would leave out points without.
  private static func curve(
    _ series: SeriesPoints, _ metric: String, _ detector: String, _ method: String, index: Int,
    name: String
  ) -> [String] {
    let condition = series.condition(metric, detector, method)
    let file = PlotStyle.quoted(name + ".csv")
    let value = "(\(condition) ? column('value') : NaN)"
    if constant(series, method) {
      let point = series.points.first {
        $0.metric == metric && $0.detector == detector && $0.method == method
      }
      guard let point else { return [] }
      let level = SeriesPoints.percent(point.value.mean)
      return ["\(level) with lines ls \(index + 1) dt 2 notitle"]
    }
    // Methods stand side by side, or their bars would hide each other.
    let shift = PlotStyle.number(1 + 0.05 * (Double(index) - Double(series.methods.count - 1) / 2))
    let x = "(column('shots')*\(shift))"
    let style = "ls \(index + 1)"
    return [
      "\(file) using \(x):\(value) with linespoints \(style) notitle",
      "\(file) using \(x):\(value):(column('value_sd')) with yerrorbars \(style) ps 0 notitle",
    ]
  }

  private static func constant(_ series: SeriesPoints, _ method: String) -> Bool {
    let own = Set(series.points.filter { $0.method == method }.map(\.shots))
    return own.count == 1 && Set(series.points.map(\.shots)).count > 1
  }

  /// The titles of a panel: columns above the first row, axes at the left and below.
  static func panelLabels(
    row: Int, column: Int, rows: Int, title: String, x: String, y: String
  ) -> [String] {
    [
      row == 0 ? "set title \(PlotStyle.quoted(title)) offset 0,-0.6" : "unset title",
      column == 0 ? "set ylabel \(PlotStyle.quoted(y)) offset 0.5" : "unset ylabel",
      column == 0 ? "set format y '%g'" : "set format y ''",
      row == rows - 1 ? "set xlabel \(PlotStyle.quoted(x)) offset 0,0.3" : "unset xlabel",
      row == rows - 1 ? "set format x '%g'" : "set format x ''",
    ]
  }
}
