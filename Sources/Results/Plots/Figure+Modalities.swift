import FileFormats
import Metrics

extension ModalityMatrix {
  /// A heat map for each detector: a panel for each metric and method, darker where better.
  ///
  /// Shades run from 50 to 100 % AUROC and from 100 to 0 % FPR95 in all of them, so panels compare.
  var figures: [Figure] {
    var detectors: [String] = []
    for panel in panels where !detectors.contains(panel.detector) {
      detectors.append(panel.detector)
    }
    return detectors.map(figure)
  }

  private func figure(of detector: String) -> Figure {
    let name = "modalities-\(detector)"
    let own = panels.filter { $0.detector == detector }
    let drawn = ModalityMatrix.metrics.flatMap { metric in
      own.map { (metric: metric, panel: $0) }
    }
    let longest = names.map(\.count).max() ?? 1
    let cell = max(56, 12 + 7 * longest)
    let (left, side) = (28 + 8 * longest, cell * names.count)
    let width = left + drawn.count * side + (drawn.count - 1) * 24 + 16
    let height = 92 + 26 * names.count
    func share(_ pixels: Int, _ all: Int) -> String {
      PlotStyle.number(Double(pixels) / Double(all))
    }
    func tics(_ axis: String) -> String {
      let places = names.enumerated().map { "\(PlotStyle.quoted($1)) \($0)" }
      return "set \(axis)tics (" + places.joined(separator: ", ") + ")"
    }
    let end = PlotStyle.short(Double(names.count) - 0.5)
    var script = PlotStyle.head(name: name, source: set.source, width: width, height: height)
    script += [
      "unset key", "unset colorbox", "unset border", "set tics scale 0", tics("x"),
      "set xlabel 'out of distribution' offset 0,0.5",
      "set palette defined (0 '#f4f8fc', 1 '#6baed6')", "set cbrange [0:1]",
      "set xrange [-0.5:\(end)]", "set yrange [\(end):-0.5]", "set multiplot",
    ]
    for (index, (metric, panel)) in drawn.enumerated() {
      let start = left + index * (side + 24)
      let title = "\(SeriesPoints.axis(metric.name)), \(panel.labels.joined(separator: ", "))"
      let chosen = "column('panel') == \(index)"
      script += [
        "set title \(PlotStyle.quoted(title)) offset 0,-0.7",
        "set lmargin at screen \(share(start, width)); "
          + "set rmargin at screen \(share(start + side, width))",
        "set tmargin at screen \(share(height - 32, height)); "
          + "set bmargin at screen \(share(60, height))",
        index == 0 ? tics("y") : "unset ytics",
        "plot '\(name).csv' using (\(chosen) ? column('x') : NaN):(column('y')):(0.49):(0.48)"
          + ":(column('shade')) with boxxyerror fillstyle solid noborder fillcolor palette, \\",
        "     '\(name).csv' using (\(chosen) ? column('x') : NaN):(column('y')):(strcol('text'))"
          + " with labels",
      ]
    }
    script.append("unset multiplot")
    return Figure(name: name, script: script.joined(separator: "\n") + "\n", data: data(drawn))
  }

  private func data(_ drawn: [(metric: Metric, panel: Panel)]) -> String {
    var text =
      CSV.line(["panel", "metric"] + paths + ["id", "ood", "x", "y", "value", "text", "shade"])
      + "\n"
    for (index, (metric, panel)) in drawn.enumerated() {
      for (row, id) in names.enumerated() {
        for (column, ood) in names.enumerated() {
          guard let value = panel.values[metric]?[row][column]?.mean else { continue }
          let shade = metric.higherIsBetter ? max(0, 2 * value - 1) : 1 - value
          text +=
            CSV.line(
              ["\(index)", metric.name] + panel.labels + [id, ood, "\(column)", "\(row)"] + [
                SeriesPoints.percent(value), DecimalText.text(value, decimals: 1, scale: 2),
                DecimalText.text(shade, decimals: 4),
              ]) + "\n"
        }
      }
    }
    return text
  }
}
