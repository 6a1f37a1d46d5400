/// A figure with a panel for each metric (rows) and detector (columns) and one legend below.
///
/// Many detectors take several rows for each metric.
struct PanelPlot {
  let name: String
  let series: SeriesPoints
  /// The title of the x axis.
  let xTitle: String
  /// The commands that set up the x axis.
  let xAxis: [String]
  /// A remark at the end of the legend, or nil.
  var note: String?

  /// Assembles the figure.
  ///
  /// - Parameters:
  ///   - elements: the plot elements of a method in a panel, drawn in this order.
  ///   - key: how a method is shown in the legend.
  func figure(
    elements: (_ series: SeriesPoints.Curve, _ style: String) -> [String],
    key: (_ method: String, _ style: String) -> PanelGrid.LegendEntry
  ) -> Figure {
    var legend = series.methods.enumerated().map { key($1, "ls \($0 + 1)") }
    if let note { legend.append(PanelGrid.LegendEntry(name: note, point: nil, line: nil)) }
    let count = series.detectors.count
    let columns = PanelGrid.isWide(count) ? 6 : count
    let lines = (count + columns - 1) / columns
    let grid = PanelGrid(
      rows: lines * series.metrics.count, columns: columns, hasTitles: lines > 1, legend: legend)
    var script = PlotStyle.head(
      name: name, source: series.source, width: grid.width, height: grid.height)
    script += PlotStyle.commands(count: series.methods.count)
    script += [
      "set border 3 lw 0.7", "set tics nomirror scale 0.5", "unset key",
      "set grid lc rgb '#c8c8c8' lw 0.6 dt 3",
    ]
    script += xAxis + ["set multiplot"]
    for (block, metric) in series.metrics.enumerated() {
      let range = SeriesPoints.range(series.points.filter { $0.metric == metric }.map(\.value))
      for (index, detector) in series.detectors.enumerated() {
        let row = block * lines + index / columns
        let column = index % columns
        let isLast = block == series.metrics.count - 1 && index + columns >= count
        script += titles(
          detector: row == 0 || grid.hasTitles ? detector : nil,
          y: column == 0 ? metric : nil, isLast: isLast)
        script.append(grid.place(row: row, column: column))
        script.append("set yrange [\(PlotStyle.short(range.low)):\(PlotStyle.short(range.high))]")
        let all = series.methods.enumerated().flatMap { index, method in
          let curve = series.curve(metric, detector, method)
          return curve.points.isEmpty ? [] : elements(curve, "ls \(index + 1)")
        }
        if block == series.metrics.count - 1, index == count - 1 { script += grid.legend() }
        script.append(
          "plot " + (all.isEmpty ? ["NaN notitle"] : all).joined(separator: ", \\\n     "))
      }
    }
    script.append("unset multiplot")
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n", data: series.csv())
  }

  /// The titles of a panel: the detector above, the metric at the left, the x axis below the last.
  private func titles(detector: String?, y metric: String?, isLast: Bool) -> [String] {
    [
      detector.map { "set title \(PlotStyle.quoted($0)) offset 0,-0.6" } ?? "unset title",
      metric.map { "set ylabel \(PlotStyle.quoted(SeriesPoints.axis($0))) offset 0.5" }
        ?? "unset ylabel",
      metric != nil ? "set format y '%g'" : "set format y ''",
      isLast ? "set xlabel \(PlotStyle.quoted(xTitle)) offset 0,0.3" : "unset xlabel",
      isLast ? "set format x '%g'" : "set format x ''",
    ]
  }
}
