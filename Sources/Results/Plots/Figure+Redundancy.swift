import FileFormats

extension Figure {
  /// Which detectors order the images alike: a map of Kendall's tau for every pair.
  ///
  /// The lower triangle; blue is -1, red is 1, and every cell has its number, so that the sign can be
  /// read on grey paper. Pairs from the threshold on are framed: to report both is to report one.
  ///
  /// - Parameters:
  ///   - name: the name of the files.
  ///   - source: what was correlated, in a line: it becomes the first comment of the script.
  ///   - detectors: the names in order.
  ///   - tau: the coefficients, symmetric; nil where a detector gives all images one score.
  ///   - threshold: the |tau| from which a pair is framed.
  /// - Throws: `ResultsError` unless there are as many rows and columns as names, at least two.
  public static func redundancy(
    name: String, source: String, detectors: [String], tau: [[Double?]], threshold: Double
  ) throws -> Figure {
    let count = detectors.count
    guard count > 1, tau.count == count, tau.allSatisfy({ $0.count == count }) else {
      let widths = Set(tau.map(\.count)).sorted().map(String.init).joined(separator: " or ")
      throw ResultsError(
        "\(name): \(tau.count) rows of \(widths.isEmpty ? "no" : widths) coefficients for "
          + "\(count) detectors, expected a square for at least 2")
    }
    let label = 16 + 9 * (detectors.map(\.count).max() ?? 1)
    let cell = (width: 42, height: 25)
    // A map of few detectors must still leave room for the scale and the note.
    let map = (
      width: max(cell.width * (count - 1), 360), height: max(cell.height * (count - 1), 120)
    )
    let size = (width: label + map.width + 96, height: 40 + map.height + label)
    func x(_ pixels: Int) -> String { PlotStyle.number(Double(pixels) / Double(size.width)) }
    func y(_ pixels: Int) -> String { PlotStyle.number(1 - Double(pixels) / Double(size.height)) }
    let high = PlotStyle.short(Double(count) - 1.5)
    let data = "'\(name).csv' using (column('x')):(column('y'))"
    let box = "(0.5):(0.5)"
    func text(_ condition: String, _ color: String) -> String {
      "'\(name).csv' using (\(condition) ? column('x') : NaN):(column('y')):(strcol('text')) "
        + "with labels font ',8' tc rgb '\(color)'"
    }
    // Black on white stands out from red, blue and grey alike.
    func frame(_ color: String, width: Int) -> String {
      "'\(name).csv' using (column('framed') == 1 ? column('x') : NaN):(column('y')):(0.44):(0.42) "
        + "with boxxyerror lc rgb '\(color)' lw \(width) fillstyle empty"
    }
    var script = PlotStyle.head(name: name, source: source, width: size.width, height: size.height)
    script += [
      "unset key", "unset border", "set tics scale 0 nomirror",
      "set xtics rotate by 90 right (\(tics(detectors.dropLast(), from: 0)))",
      "set ytics (\(tics(detectors.dropFirst(), from: 1)))", "set xrange [-0.5:\(high)]",
      "set yrange [\(PlotStyle.short(Double(count) - 0.5)):0.5]",
      "set lmargin at screen \(x(label)); set rmargin at screen \(x(label + map.width))",
      "set tmargin at screen \(y(40)); set bmargin at screen \(y(40 + map.height))",
      "set palette defined (-1 '#2166ac', -0.5 '#92c5de', 0 '#f7f7f7', 0.5 '#f4a582', 1 '#b2182b')",
      "set cbrange [-1:1]", "set cbtics ('-1' -1, '0' 0, '1' 1)",
      "set colorbox user origin screen \(x(label + map.width + 20)),\(y(40 + map.height)) "
        + "size screen \(x(14)),\(PlotStyle.number(Double(map.height) / Double(size.height)))",
      "set label 1 \"Kendall's tau of the scores; framed: |tau| >= \(PlotStyle.short(threshold))\" "
        + "at screen \(x(label + map.width + 20)),\(y(18)) right",
      "plot \(data):\(box):(column('tau')) with boxxyerror fillstyle solid noborder "
        + "fillcolor palette, \\",
      "     \(text("abs(column('tau')) < 0.7", "#000000")), \\",
      "     \(text("abs(column('tau')) >= 0.7", "#ffffff")), \\",
      "     \(text("strcol('tau') eq ''", "#000000")), \\",
      "     \(frame("#ffffff", width: 4)), \\",
      "     \(frame("#000000", width: 2))",
    ]
    return Figure(
      name: name, script: script.joined(separator: "\n") + "\n",
      data: redundancyData(detectors, tau: tau, threshold: threshold))
  }

  private static func tics(_ names: ArraySlice<String>, from start: Int) -> String {
    names.enumerated().map { "\(PlotStyle.quoted($1)) \($0 + start)" }.joined(separator: ", ")
  }

  private static func redundancyData(
    _ names: [String], tau: [[Double?]], threshold: Double
  ) -> String {
    var text = CSV.line(["first", "second", "x", "y", "tau", "text", "framed"]) + "\n"
    for row in names.indices {
      for column in 0..<row {
        let value = tau[row][column]
        text +=
          CSV.line([
            names[column], names[row], "\(column)", "\(row)",
            value.map { DecimalText.text($0, decimals: 6) } ?? "",
            value.map { DecimalText.text($0, decimals: 2) } ?? ResultTable.missing,
            abs(value ?? 0) >= threshold ? "1" : "0",
          ]) + "\n"
      }
    }
    return text
  }
}
