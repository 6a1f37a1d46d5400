extension Figure {
  /// Detection against in-distribution accuracy, one path a method.
  ///
  /// The question of fine-tuning in one picture: does accuracy cost detection? Each path joins a
  /// method's numbers of shots in order; the largest is written at its end. Bars are sample standard
  /// deviations over seeds. A panel for each metric and detector.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - records: the records of one benchmark.
  ///   - spec: the metrics, detectors and splits; its rows are the method and the shots.
  public static func accuracy(
    name: String, records: RecordSet, spec: TableSpec = TableSpec()
  ) throws -> Figure {
    accuracy(name: name, series: try SeriesPoints(records, spec: spec))
  }

  static func accuracy(name: String, series: SeriesPoints) -> Figure {
    let range = SeriesPoints.range(series.points.compactMap(\.accuracy))
    let low = PlotStyle.short(range.low)
    let high = PlotStyle.short(range.high)
    let plot = PanelPlot(
      name: name, series: series, xTitle: "ID accuracy (%) ↑",
      xAxis: ["set xrange [\(low):\(high)]"], note: "numbers: shots a class; bars: SD over seeds")
    return plot.figure { curve, style in
      elements(curve, style, file: PlotStyle.quoted(name + ".csv"), series: series)
    } key: { method, style in
      PanelGrid.LegendEntry(name: method, point: style, line: nil)
    }
  }

  private static func elements(
    _ curve: SeriesPoints.Curve, _ style: String, file: String, series: SeriesPoints
  ) -> [String] {
    let place = "(column('accuracy')):(\(curve.condition) ? column('value') : NaN)"
    var elements = ["\(file) using \(place) with linespoints \(style) lw 0.8 notitle"]
    if curve.hasSpread {
      elements.insert(
        "\(file) using \(place):(column('accuracy_sd')):(column('value_sd')) "
          + "with xyerrorbars \(style) pt -1 lw 0.6 notitle", at: 0)
    }
    if !series.isConstant(curve.method), let last = curve.points.last {
      let condition = "\(curve.condition) && strcol('shots') eq \(PlotStyle.quoted(last.shots))"
      elements.append(
        "\(file) using (column('accuracy')):(\(condition) ? column('value') : NaN)"
          + ":(strcol('shots')) with labels font ',9' tc \(style) left offset 0.7,0.5 notitle")
    }
    return elements
  }
}
