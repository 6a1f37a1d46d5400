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
  /// Whether intervals are drawn and are in the data, rather than standard deviations.
  var hasIntervals = false

  /// Assembles the figure.
  ///
  /// - Parameters:
  ///   - background: what lies under the elements of all methods.
  ///   - elements: the plot elements of a method in a panel, drawn in this order.
  ///   - key: how a method is shown in the legend.
  func figure(
    background: (_ series: SeriesPoints.Curve, _ style: String) -> [String] = { _, _ in [] },
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
    script += PlotStyle.commands(count: series.methods.count) + PlotStyle.frame
    script += xAxis + ["set multiplot"]
    for (block, metric) in series.metrics.enumerated() {
      let range = SeriesPoints.range(
        series.points.filter { $0.metric == metric }.map(\.value),
        reach: hasIntervals ? SeriesPoints.interval : SeriesPoints.deviation)
      for (index, detector) in series.detectors.enumerated() {
        let row = block * lines + index / columns
        let column = index % columns
        let isLast = block == series.metrics.count - 1 && index + columns >= count
        script += titles(
          detector: row == 0 || grid.hasTitles ? detector : nil,
          y: column == 0 ? metric : nil, isLast: isLast)
        script.append(grid.place(row: row, column: column))
        script.append("set yrange [\(PlotStyle.short(range.low)):\(PlotStyle.short(range.high))]")
        let curves = series.methods.enumerated().map { index, method in
          (curve: series.curve(metric, detector, method), style: "ls \(index + 1)")
        }.filter { !$0.curve.points.isEmpty }
        let all = curves.flatMap(background) + curves.flatMap(elements)
        if block == series.metrics.count - 1, index == count - 1 { script += grid.legend() }
        script.append(
          "plot " + (all.isEmpty ? ["NaN notitle"] : all).joined(separator: ", \\\n     "))
      }
    }
    script.append("unset multiplot")
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n",
      data: series.csv(hasIntervals: hasIntervals))
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
