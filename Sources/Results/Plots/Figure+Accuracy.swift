import Metrics

extension Figure {
  /// Detection against in-distribution accuracy, one symbol a method, marked with its shots.
  ///
  /// The question of fine-tuning in one picture: does accuracy cost detection? Bars are sample
  /// standard deviations over seeds. A panel for each metric and detector.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - records: the records of one benchmark.
  ///   - spec: the metrics, detectors and splits; its rows are the method and the shots.
  public static func accuracy(
    name: String, records: [UnitRecord], spec: TableSpec = TableSpec()
  ) throws -> Figure {
    let series = try SeriesPoints(records: records, spec: spec)
    let grid = PanelGrid(
      rows: series.metrics.count, columns: series.detectors.count, names: series.methods)
    var script = PlotStyle.head(
      name: name, source: series.source, width: grid.width, height: grid.height)
    script += PlotStyle.commands(count: series.methods.count)
    let x = SeriesPoints.range(series.points.compactMap(\.accuracy))
    script += [
      "set border 3 lw 0.7", "set tics nomirror scale 0.5", "unset key",
      "set grid lc rgb '#dddddd' lw 0.5 dt 1",
      "set xrange [\(PlotStyle.short(x.low)):\(PlotStyle.short(x.high))]", "set multiplot",
    ]
    for (row, metric) in series.metrics.enumerated() {
      let range = SeriesPoints.range(series.points.filter { $0.metric == metric }.map(\.value))
      for (column, detector) in series.detectors.enumerated() {
        script += panelLabels(
          row: row, column: column, rows: grid.rows, title: detector, x: "ID accuracy (%) ↑",
          y: SeriesPoints.axis(metric))
        script.append(grid.place(row: row, column: column))
        script.append("set yrange [\(PlotStyle.short(range.low)):\(PlotStyle.short(range.high))]")
        let elements = series.methods.enumerated().flatMap { index, method in
          marks(series, metric, detector, method, index: index, name: name)
        }
        script.append("plot " + elements.joined(separator: ", \\\n     "))
      }
    }
    let entries = series.methods.enumerated().map { index, method in
      "NaN with points ls \(index + 1) title \(PlotStyle.quoted(method))"
    }
    script += grid.legend(entries: entries, names: series.methods)
    script += ["unset multiplot"]
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n", data: series.csv())
  }

  private static func marks(
    _ series: SeriesPoints, _ metric: String, _ detector: String, _ method: String, index: Int,
    name: String
  ) -> [String] {
    let condition = series.condition(metric, detector, method)
    let file = PlotStyle.quoted(name + ".csv")
    let place = "(column('accuracy')):(\(condition) ? column('value') : NaN)"
    let style = "ls \(index + 1)"
    var elements = [
      "\(file) using \(place):(column('accuracy_sd')):(column('value_sd')) "
        + "with xyerrorbars \(style) ps 0 lw 0.7 notitle",
      "\(file) using \(place) with points \(style) notitle",
    ]
    if Set(series.points.filter { $0.method == method }.map(\.shots)).count > 1 {
      elements.append(
        "\(file) using \(place):(strcol('shots')) with labels font ',9' offset 0.9,0.5 notitle")
    }
    return elements
  }
}
