extension Figure {
  /// Risk-coverage curves: the errors among the images that a classifier answers, as it answers fewer.
  ///
  /// A panel for each detector, whose scores are the confidences, and a curve a method; the key of a
  /// panel has the areas under the curves. All images are in-distribution. Points are those of the
  /// step functions, averaged over seeds at each coverage and joined by straight lines.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - series: the curves of a benchmark.
  static func risk(name: String, series: CurveSeries) throws -> Figure {
    let curves = try series.curves { curves in
      zip(curves.errors, curves.covered).map { Double($0) / Double($1) }
    }
    let areas = try series.curves { [$0.area] }
    let count = series.detectors.count
    let columns = PanelGrid.isWide(count) ? 6 : count
    let lines = (count + columns - 1) / columns
    let grid = PanelGrid(
      rows: lines, columns: columns, hasTitles: true,
      legend: series.legend { "\($0) dt \(PlotStyle.dash($1))" } + [
        PanelGrid.LegendEntry(name: series.note, point: nil, line: nil)
      ])
    var script = PlotStyle.head(
      name: name,
      source: "\(series.source); points of the risk-coverage curves of the ID test images in %; "
        + "\(series.note) at each coverage; AURC: aurc/trapezoid",
      width: grid.width, height: grid.height)
    script += PlotStyle.commands(count: series.methods.count) + PlotStyle.frame
    // Three lines of areas and their heading stand above the highest curve.
    let highest = 100 * (curves.compactMap { $0.values.max() }.max() ?? 0)
    let step: Double = highest > 50 ? 20 : highest > 25 ? 10 : highest > 10 ? 5 : 2
    let top = (1.45 * max(highest, 1) / step).rounded(.up) * step
    script += [
      "set xrange [0:100]", "set xtics 20",
      "set yrange [0:\(PlotStyle.short(top))]",
      "set ytics 0,\(PlotStyle.short(step)),\(PlotStyle.short(min(top, 100)))",
      "set key top left Left reverse samplen 2.5 spacing 0.85 width 1 maxrows 3 font ',10' "
        + "title 'AURC (%) ↓' left",
      "set multiplot",
    ]
    for (index, detector) in series.detectors.enumerated() {
      let column = index % columns
      let isLast = index + columns >= count
      script += [
        "set title \(PlotStyle.quoted(detector)) offset 0,-0.6",
        column == 0 ? "set ylabel 'selective risk (%) ↓' offset 0.5" : "unset ylabel",
        "set format y '\(column == 0 ? "%g" : "")'",
        isLast ? "set xlabel 'coverage (%)' offset 0,0.3" : "unset xlabel",
        "set format x '\(isLast ? "%g" : "")'",
        grid.place(row: index / columns, column: column),
      ]
      if index == count - 1 { script += grid.legend() }
      let elements = series.elements(
        curves, detector: detector, x: "coverage", file: name, marks: 7
      ) { method in
        areas.first { $0.column == series.column(detector, method) }
          .map { DecimalText.text($0.values[0], decimals: 1, scale: 2) }
      }
      script.append("plot " + elements.joined(separator: ", \\\n     "))
    }
    script.append("unset multiplot")
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n",
      data: series.csv("coverage", grid: series.coverages, curves: curves))
  }
}
