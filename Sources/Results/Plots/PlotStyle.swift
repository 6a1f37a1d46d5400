import Configuration

/// Colours and symbols that differ for colour-blind readers and on grey paper.
enum PlotStyle {
  /// Okabe and Ito's palette without its yellow, which is too light for lines.
  private static let colors = [
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000",
  ]
  /// Filled and open symbols that stay distinct when small.
  private static let points = [7, 5, 9, 13, 11, 6, 4, 8, 12, 10]
  private static let dashes = [1, 2, 4, 5, 3]

  /// The dash of a curve without many symbols, so that neighbours differ on grey paper.
  static func dash(_ index: Int) -> Int { dashes[index % dashes.count] }

  /// The line of a detector that guesses.
  static let chance = "lc rgb '#909090' lw 0.8 dt 3"

  /// Axes at the left and below, a grid, no key.
  static let frame = [
    "set border 3 lw 0.7", "set tics nomirror scale 0.5", "unset key",
    "set grid lc rgb '#c8c8c8' lw 0.6 dt 3",
  ]

  /// The commands that define line style i + 1 for each of `count` series.
  static func commands(count: Int) -> [String] {
    (0..<count).map { index in
      "set style line \(index + 1) lc rgb '\(colors[index % colors.count])' lw 1.6 "
        + "dt \(dashes[index / colors.count % dashes.count]) "
        + "pt \(points[index % points.count]) ps 0.8"
    }
  }

  /// The beginning of every script: terminal, output, separator, fonts.
  static func head(name: String, source: String, width: Int, height: Int) -> [String] {
    [
      "# \(source)",
      "# Draw it in this folder: gnuplot \(name).gp",
      "# As PNG: gnuplot -e \"term='pngcairo'; out='\(name).png'\" \(name).gp",
      "if (!exists(\"term\")) term='svg'",
      "if (!exists(\"out\")) out='\(name).svg'",
      "if (term eq 'svg') {",
      "  set terminal svg size \(width),\(height) font 'sans,12' noenhanced background '#ffffff'",
      "} else { if (term eq 'pngcairo') {",
      "  set terminal pngcairo size \(2 * width),\(2 * height) font 'sans,12' fontscale 2 \\",
      "    linewidth 2 pointscale 2 noenhanced background '#ffffff'",
      "} else {", "  set terminal @term", "} }",
      "set output out",
      "set encoding utf8",
      "set datafile separator ','",
      "set datafile columnheaders",
      "set datafile missing ''",
    ]
  }

  /// A number of shots for people: `1 shot`, `4 shots`.
  static func shots(_ count: String) -> String { "\(count) shot\(count == "1" ? "" : "s")" }

  /// A text between single quotes.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// A number without needless digits.
  static func short(_ value: Double) -> String { JSONValue.text(of: value) }

  /// A share of the page with four decimals.
  static func number(_ value: Double) -> String { DecimalText.text(value, decimals: 4) }

  /// The distance of tics on an axis: 1, 2 or 5 times a power of ten, so that at most so many fit.
  static func step(_ span: Double, most: Int) -> String {
    var unit = 1.0
    var exponent = 0
    while unit * 10 <= span / Double(most), exponent < 300 {
      (unit, exponent) = (unit * 10, exponent + 1)
    }
    while unit > span / Double(most), exponent > -300 {
      (unit, exponent) = (unit / 10, exponent - 1)
    }
    let factor = [1, 2, 5, 10].first { unit * Double($0) * Double(most) >= span } ?? 10
    return "\(factor)e\(exponent)"
  }
}
