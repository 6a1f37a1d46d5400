import FileFormats
import Metrics

extension Figure {
  /// How a method's scores of the in-distribution test images and of every split are distributed.
  ///
  /// A panel for each detector with the sets in shared bins, 40 or, where a set has fewer than 1,000
  /// images, 20, each as a share of its images, and the threshold that accepts at least 95 % of the
  /// in-distribution images. Of one seed, the first: scores of several have no common bins.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - method: the method.
  ///   - series: the curves of a benchmark.
  static func histogram(name: String, method: CurveSeries.Method, series: CurveSeries) -> Figure {
    let curves = series.detectors.compactMap { series.curves($0, in: method.records[0]) }
    let count = curves.count
    let columns = PanelGrid.isWide(count) ? 6 : count
    let lines = (count + columns - 1) / columns
    let splits = series.splits.filter { split in
      curves.contains { $0.splits.contains { $0.split == split.name } }
    }
    let about =
      "\(method.name), \(method.shots == "0" ? "" : PlotStyle.shots(method.shots) + ", ")seed "
      + method.firstSeed
    let grid = PanelGrid(
      rows: lines, columns: columns, verticalGap: 88,
      legend: [PanelGrid.LegendEntry(name: "ID test images", point: nil, line: idStyle)]
        + splits.enumerated().map { index, split in
          PanelGrid.LegendEntry(
            name: "\(split.name) (\(split.role.rawValue))", point: "ls \(index + 1)",
            line: "ls \(index + 1) dt \(PlotStyle.dash(index))")
        } + [
          PanelGrid.LegendEntry(
            name: "threshold: accepts at least 95 % of the ID images", point: nil,
            line: thresholdStyle),
          PanelGrid.LegendEntry(name: about, point: nil, line: nil),
        ])
    var script = PlotStyle.head(
      name: name,
      source:
        "\(series.source); \(about); % of each set's images a bin, from the edge to the next; "
        + "the outermost bins hold all beyond",
      width: grid.width, height: grid.height)
    script += PlotStyle.commands(count: splits.count) + PlotStyle.frame
    script += ["set multiplot"]
    var text = CSV.line(["detector", "edge", "id"] + splits.map(\.name)) + "\n"
    var row = 0
    for (index, curve) in curves.enumerated() {
      let sets = shown(curve, splits: splits.map(\.name))
      let bins = sets[0].count
      text += data(curve, sets: sets)
      let first = row
      row += bins + 1
      let column = index % columns
      let highest = sets.map { Double($0.max() ?? 0) / Double(max(1, $0.reduce(0, +))) }.max() ?? 0
      script += [
        "set title \(PlotStyle.quoted(curve.detector)) offset 0,-0.6",
        column == 0 ? "set ylabel 'images of the set (%)' offset 0.5" : "unset ylabel",
        "set xlabel 'score, ID is higher' offset 0,0.3",
        "set xrange [\(PlotStyle.short(curve.bins.lower)):\(PlotStyle.short(curve.bins.upper))]",
        "set xtics \(PlotStyle.step(curve.bins.upper - curve.bins.lower, most: 5))",
        "set yrange [0:\(PlotStyle.short((105 * highest).rounded(.up)))]",
        grid.place(row: index / columns, column: column),
      ]
      if let threshold = curve.threshold {
        let place = PlotStyle.short(threshold)
        script.append(
          "set arrow 1 from first \(place), graph 0 to first \(place), graph 1 nohead front "
            + thresholdStyle)
      }
      if index == count - 1 { script += grid.legend() }
      let file = "'\(name).csv' every"
      let width = PlotStyle.short((curve.bins.upper - curve.bins.lower) / Double(bins))
      let steps = "\(file) ::\(first)::\(first + bins)"
      var elements = [
        "\(steps) using (column('edge')):(column('id')) with fillsteps fc rgb '#c8c8c8' "
          + "fillstyle solid noborder notitle"
      ]
      for (place, split) in splits.enumerated() where !sets[place + 1].isEmpty {
        let value = "(column(\(PlotStyle.quoted(split.name))))"
        elements += [
          "\(steps) using (column('edge')):\(value) with steps ls \(place + 1) "
            + "dt \(PlotStyle.dash(place)) notitle",
          // Symbols in the middle of some bins, other ones for each set.
          "\(file) 5::\(first + place % 5)::\(first + bins - 1) "
            + "using (column('edge')+\(width)/2):\(value) with points ls \(place + 1) notitle",
        ]
      }
      script.append("plot " + elements.joined(separator: ", \\\n     "))
      if curve.threshold != nil { script.append("unset arrow 1") }
    }
    script.append("unset multiplot")
    return Figure(name: name, script: script.joined(separator: "\n") + "\n", data: text)
  }

  private static let idStyle = "lc rgb '#c8c8c8' lw 8"
  private static let thresholdStyle = "lc rgb '#000000' lw 1.4 dt (6,3)"

  /// The bins of the images and of each split; pairs of bins where few images make jagged outlines.
  private static func shown(_ curve: ScoreCurves.Detector, splits: [String]) -> [[Int]] {
    let sets =
      [curve.histogram]
      + splits.map { name in
        curve.splits.first { $0.split == name }?.histogram ?? []
      }
    let fewest = sets.filter { !$0.isEmpty }.map { $0.reduce(0, +) }.min() ?? 0
    guard fewest < 1000, curve.bins.count % 2 == 0 else { return sets }
    return sets.map { set in
      stride(from: 0, to: set.count, by: 2).map { set[$0] + set[$0 + 1] }
    }
  }

  /// A line for each edge: the shares of the bin that begins there; none beyond the last.
  private static func data(_ curve: ScoreCurves.Detector, sets: [[Int]]) -> String {
    let bins = sets[0].count
    var text = ""
    for bin in 0...bins {
      let edge = curve.bins.edge(bin * (curve.bins.count / bins))
      let shares = sets.map { set -> String in
        if set.isEmpty { return "" }
        let share = bin < set.count ? Double(set[bin]) / Double(set.reduce(0, +)) : 0
        return SeriesPoints.percent(share)
      }
      text += CSV.line([curve.detector, PlotStyle.short(edge)] + shares) + "\n"
    }
    return text
  }
}
