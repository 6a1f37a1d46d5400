extension Figure {
  /// ROC curves of the in-distribution test images, which are positive, against one split.
  ///
  /// A column for each detector, a curve a method: all rates above, and below them false positive
  /// rates up to 10 % on a logarithmic axis, where detectors have to work. Points are those of the
  /// step functions, averaged over seeds at each false positive rate and joined by straight lines.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - split: the split.
  ///   - series: the curves of a benchmark.
  /// - Returns: nil where no method has a curve of the split.
  static func roc(name: String, split: String, series: CurveSeries) throws -> Figure? {
    let curves = try series.curves { curves in
      curves.splits.first { $0.split == split }.map { split in
        split.accepted.map { Double($0) / Double(curves.count) }
      }
    }
    guard !curves.isEmpty else { return nil }
    let count = series.detectors.count
    let columns = min(count, PanelGrid.mostColumns)
    let lines = (count + columns - 1) / columns
    let grid = PanelGrid(
      rows: 2 * lines, columns: columns, panel: (200, 200), verticalGap: lines > 1 ? 90 : 62,
      legend: series.legend { "\($0) dt \(PlotStyle.dash($1))" } + [
        PanelGrid.LegendEntry(name: "chance", point: nil, line: PlotStyle.chance),
        PanelGrid.LegendEntry(name: "OOD: \(split); \(series.note)", point: nil, line: nil),
      ])
    var script = PlotStyle.head(
      name: name,
      source:
        "\(series.source); points of the ROC curves in %, ID positive; \(series.note) at each FPR",
      width: grid.width, height: grid.height)
    script += PlotStyle.commands(count: series.methods.count) + PlotStyle.frame
    script += ["set yrange [0:100]", "set multiplot"]
    let lowest = lowestRate(series, split: split)
    for (index, detector) in series.detectors.enumerated() {
      let column = index % columns
      script += [
        column == 0 ? "set ylabel 'TPR (%), ID is positive' offset 0.5" : "unset ylabel",
        "set format y '\(column == 0 ? "%g" : "")'",
      ]
      let elements = series.elements(curves, detector: detector, x: "fpr", file: name, marks: 9)
      let plot = (["x with lines \(PlotStyle.chance) notitle"] + elements)
        .joined(separator: ", \\\n     ")
      script += [
        "set title \(PlotStyle.quoted(detector)) offset 0,-0.6",
        "set xlabel 'FPR (%)' offset 0,0.3",
        "unset logscale x; set xrange [0:100]; set xtics 20",
        grid.place(row: 2 * (index / columns), column: column), "plot " + plot,
        "unset title", "set xlabel 'FPR (%), logarithmic' offset 0,0.3",
        "set logscale x; set xrange [\(lowest):10]; set xtics 10",
        grid.place(row: 2 * (index / columns) + 1, column: column),
      ]
      if index == count - 1 { script += grid.legend() }
      script.append("plot " + plot)
    }
    script.append("unset multiplot")
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n",
      data: series.csv("fpr", grid: series.rates, curves: curves))
  }

  /// The power of ten, in percent, down to which so many images tell rates apart.
  private static func lowestRate(_ series: CurveSeries, split: String) -> String {
    let images =
      series.methods.flatMap(\.records).flatMap(\.results)
      .filter { $0.split == split }.map(\.nOOD).max() ?? 0
    return images >= 10_000 ? "0.01" : "0.1"
  }
}
