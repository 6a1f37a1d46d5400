import Metrics

extension Figure {
  /// Detection against the number of training images per class, one curve a method.
  ///
  /// A panel for each metric and detector; bands are 95 % t-intervals of the mean over seeds. A
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
      ], note: series.bandNote, hasIntervals: true)
    let file = PlotStyle.quoted(name + ".csv")
    return plot.figure { curve, style in
      band(curve, style, file: file, series: series)
    } elements: { curve, style in
      [line(curve, style, file: file, series: series)]
    } key: { method, style in
      series.isConstant(method)
        ? PanelGrid.LegendEntry(name: method, point: nil, line: style + " dt 2")
        : PanelGrid.LegendEntry(
          name: method, point: style, line: "\(style) dt \(series.dash(method))")
    }
  }

  /// The interval around a curve, with edges in its dash so that it is known on grey paper; nothing
  /// where all its points have a single seed.
  private static func band(
    _ curve: SeriesPoints.Curve, _ style: String, file: String, series: SeriesPoints
  ) -> [String] {
    guard curve.hasSpread else { return [] }
    let fill = "with filledcurves \(style) fillstyle transparent solid 0.12 noborder notitle"
    if series.isConstant(curve.method), let value = curve.points.first?.value {
      let (low, high) = SeriesPoints.interval(value)
      // Of no height where the seeds agree, which gnuplot draws as nothing.
      return ["'+' using 1:(\(SeriesPoints.percent(low))):(\(SeriesPoints.percent(high))) \(fill)"]
    }
    if curve.points.count == 1 {
      return [
        "\(file) using \(place("value", of: curve)):(column('value_low')):(column('value_high')) "
          + "with yerrorbars \(style) pt -1 lw 1 notitle"
      ]
    }
    return ["\(file) using \(place("value_low", of: curve)):(column('value_high')) \(fill)"]
      + ["value_low", "value_high"].map { edge in
        "\(file) using \(place(edge, of: curve)) with lines \(style) "
          + "dt \(series.dash(curve.method)) lw 0.5 notitle"
      }
  }

  private static func line(
    _ curve: SeriesPoints.Curve, _ style: String, file: String, series: SeriesPoints
  ) -> String {
    if series.isConstant(curve.method), let value = curve.points.first?.value {
      return "\(SeriesPoints.percent(value.mean)) with lines \(style) dt 2 notitle"
    }
    return "\(file) using \(place("value", of: curve)) with linespoints \(style) "
      + "dt \(series.dash(curve.method)) notitle"
  }

  private static func place(_ column: String, of curve: SeriesPoints.Curve) -> String {
    "(column('shots')):(\(curve.condition) ? column('\(column)') : NaN)"
  }
}
