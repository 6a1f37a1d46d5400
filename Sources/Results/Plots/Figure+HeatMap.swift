import FileFormats
import Metrics

extension Figure {
  /// A map of methods by detectors for each metric: the numbers, and darker where better.
  ///
  /// Many detectors stand in rows, few in columns.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - records: the records of one benchmark.
  ///   - spec: the metrics, detectors and splits; its rows are the method and the shots.
  public static func heatMap(
    name: String, records: RecordSet, spec: TableSpec = TableSpec()
  ) throws -> Figure {
    heatMap(
      name: name, series: try SeriesPoints(records, spec: spec), decimals: spec.decimals)
  }

  static func heatMap(name: String, series: SeriesPoints, decimals: Int) -> Figure {
    let rows = series.points.reduce(into: [[String]]()) { rows, point in
      let row = [point.method, point.shots]
      if !rows.contains(row) { rows.append(row) }
    }
    let labels = rows.map { row in
      series.isConstant(row[0]) ? row[0] : "\(row[0]), \(PlotStyle.shots(row[1]))"
    }
    let isTall = PanelGrid.isWide(series.detectors.count)
    let across = isTall ? labels : series.detectors
    let down = isTall ? series.detectors : labels
    let size = mapSize(across: across, down: down, metrics: series.metrics.count)
    var script = PlotStyle.head(
      name: name, source: series.source, width: size.width, height: size.height)
    script += [
      "unset key", "unset colorbox", "unset border", "set tics scale 0",
      tics("x", across), "set palette defined (0 '#f4f8fc', 1 '#6baed6')",
      "set xrange [-0.5:\(PlotStyle.short(Double(across.count) - 0.5))]",
      "set yrange [\(PlotStyle.short(Double(down.count) - 0.5)):-0.5]",
      "set multiplot",
    ]
    for (index, metric) in series.metrics.enumerated() {
      let chosen = "strcol('metric') eq \(PlotStyle.quoted(metric))"
      func share(_ pixels: Int, _ all: Int) -> String {
        PlotStyle.number(Double(pixels) / Double(all))
      }
      let left = size.left + index * (size.panel + 24)
      script += [
        "set title \(PlotStyle.quoted(SeriesPoints.axis(metric))) offset 0,-0.7",
        "set lmargin at screen \(share(left, size.width)); "
          + "set rmargin at screen \(share(left + size.panel, size.width))",
        "set tmargin at screen \(share(size.height - 32, size.height)); "
          + "set bmargin at screen \(share(36, size.height))",
        index == 0 ? tics("y", down) : "unset ytics",
        "plot '\(name).csv' using (\(chosen) ? column('x') : NaN):(column('y')):(0.49):(0.48)"
          + ":(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \\",
        "     '\(name).csv' using (\(chosen) ? column('x') : NaN):(column('y')):(strcol('text'))"
          + " with labels",
      ].filter { !$0.isEmpty }
    }
    script += ["unset multiplot"]
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n",
      data: mapData(series, rows: rows, isTall: isTall, decimals: min(decimals, 1)))
  }

  private static func tics(_ axis: String, _ names: [String]) -> String {
    let places = names.enumerated().map { "\(PlotStyle.quoted($1)) \($0)" }
    return "set \(axis)tics (" + places.joined(separator: ", ") + ")"
  }

  private static func mapSize(
    across: [String], down: [String], metrics: Int
  ) -> (left: Int, panel: Int, width: Int, height: Int) {
    let longest = down.map(\.count).max() ?? 1
    let left = 34 + 8 * longest
    let cell = max(64, 18 + 8 * (across.map(\.count).max() ?? 1))
    let panel = cell * across.count
    let width = left + metrics * panel + (metrics - 1) * 24 + 16
    return (left, panel, width, 68 + 26 * down.count)
  }

  private static func mapData(
    _ series: SeriesPoints, rows: [[String]], isTall: Bool, decimals: Int
  ) -> String {
    var text =
      CSV.line([
        "metric", "detector", "method", "shots", "x", "y", "value", "value_sd", "text", "shade",
      ]) + "\n"
    for metric in series.metrics {
      let points = series.points.filter { $0.metric == metric }
      let means = points.map(\.value.mean)
      let low = means.min() ?? 0
      let span = (means.max() ?? 0) - low
      let isHigherBetter = Metric(name: metric)?.higherIsBetter ?? true
      for point in points {
        let place = span > 0 ? (point.value.mean - low) / span : 0
        let method = rows.firstIndex(of: [point.method, point.shots]) ?? 0
        let detector = series.detectors.firstIndex(of: point.detector) ?? 0
        let (column, row) = isTall ? (method, detector) : (detector, method)
        text +=
          CSV.line([
            metric, point.detector, point.method, point.shots, "\(column)", "\(row)",
            SeriesPoints.percent(point.value.mean),
            SeriesPoints.percent(point.value.standardDeviation),
            DecimalText.text(point.value.mean, decimals: decimals, scale: 2),
            DecimalText.text(isHigherBetter ? place : 1 - place, decimals: 4),
          ]) + "\n"
      }
    }
    return text
  }
}
