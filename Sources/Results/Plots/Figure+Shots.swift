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
    name: String, records: RecordSet, spec: TableSpec = TableSpec()
  ) throws -> Figure {
    shots(name: name, series: try SeriesPoints(records, spec: spec))
  }

  static func shots(name: String, series: SeriesPoints) -> Figure {
    let shots = Set(series.points.map(\.shots)).compactMap(Double.init).filter { $0 > 0 }.sorted()
    let low = PlotStyle.short((shots.first ?? 1) * 0.8)
    let high = PlotStyle.short((shots.last ?? 1) * 1.25)
    let plot = PanelPlot(
      name: name, series: series, xTitle: "shots per class",
      xAxis: [
        "set logscale x 2", "set xtics (\(shots.map(PlotStyle.short).joined(separator: ", ")))",
        "set xrange [\(low):\(high)]",
      ])
    return plot.figure { curve, style in
      elements(curve, style, file: PlotStyle.quoted(name + ".csv"), series: series)
    } key: { method, style in
      series.isConstant(method)
        ? PanelGrid.LegendEntry(name: method, point: nil, line: style + " dt 2")
        : PanelGrid.LegendEntry(name: method, point: style, line: style)
    }
  }

  private static func elements(
    _ curve: SeriesPoints.Curve, _ style: String, file: String, series: SeriesPoints
  ) -> [String] {
    if series.isConstant(curve.method) {
      guard let level = curve.points.first?.value.mean else { return [] }
      return ["\(SeriesPoints.percent(level)) with lines \(style) dt 2 notitle"]
    }
    // Methods stand side by side, or their bars would hide each other.
    let index = series.methods.firstIndex(of: curve.method) ?? 0
    let shift = PlotStyle.number(1 + 0.05 * (Double(index) - Double(series.methods.count - 1) / 2))
    let place = "(column('shots')*\(shift)):(\(curve.condition) ? column('value') : NaN)"
    // Bars apart from the curve: gnuplot would leave out the points of a single seed.
    let bars =
      "\(file) using \(place):(column('value_sd')) with yerrorbars \(style) pt -1 lw 1 notitle"
    return (curve.hasSpread ? [bars] : [])
      + ["\(file) using \(place) with linespoints \(style) notitle"]
  }
}
