/// Panels in rows and columns with equal axes and a shared legend below, all in pixels.
///
/// The legend is placed here rather than by gnuplot, which cuts it where it does not fit.
struct PanelGrid {
  let rows: Int
  let columns: Int
  /// Whether every panel has a title of its own, not only those of the first row.
  let hasTitles: Bool
  /// The width and height of a panel.
  private let panel: (width: Int, height: Int)
  private let verticalGap: Int
  /// The names of the legend in lines that fit the width.
  private let lines: [[LegendEntry]]

  /// How a series is shown in the legend.
  struct LegendEntry {
    let name: String
    /// The style of its point, such as `ls 1`, or nil.
    let point: String?
    /// The style of its line, or nil.
    let line: String?

    /// Symbol, gaps and an estimate of the text in a proportional font.
    var width: Int { (point == nil && line == nil ? 0 : 34) + 8 * name.count + 20 }
  }

  /// - Parameters:
  ///   - hasTitles: whether every panel has a title of its own.
  ///   - panel: the width and height of a panel.
  ///   - verticalGap: the room between rows; nil for what titles need.
  ///   - legend: the names below the panels.
  init(
    rows: Int, columns: Int, hasTitles: Bool = false,
    panel: (width: Int, height: Int) = (250, 200), verticalGap: Int? = nil, legend: [LegendEntry]
  ) {
    self.rows = rows
    self.columns = columns
    self.hasTitles = hasTitles
    self.panel = panel
    self.verticalGap = verticalGap ?? (hasTitles ? 46 : 22)
    let width = PanelGrid.width(columns: columns, panel: panel.width) - 24
    var lines: [[LegendEntry]] = []
    for entry in legend {
      let used = lines.last?.reduce(0) { $0 + $1.width } ?? width
      if used + entry.width > width { lines.append([]) }
      lines[lines.count - 1].append(entry)
    }
    self.lines = lines
  }

  private static let left = 72
  private static let right = 20
  private static let horizontalGap = 40
  private static let lineHeight = 22
  private let top = 34
  private let axis = 58

  /// The most small panels that stand side by side.
  static let mostColumns = 8

  /// Whether so many detectors are too many to stand side by side.
  static func isWide(_ detectors: Int) -> Bool { detectors > mostColumns }

  private static func width(columns: Int, panel: Int) -> Int {
    left + columns * panel + (columns - 1) * horizontalGap + right
  }

  var width: Int { PanelGrid.width(columns: columns, panel: panel.width) }
  var height: Int {
    top + rows * panel.height + (rows - 1) * verticalGap + axis
      + PanelGrid.lineHeight * lines.count
  }

  /// The command that places a panel; row 0 is at the top.
  func place(row: Int, column: Int) -> String {
    let x = PanelGrid.left + column * (panel.width + PanelGrid.horizontalGap)
    let y = top + row * (panel.height + verticalGap)
    return "set lmargin at screen \(horizontal(x)); "
      + "set rmargin at screen \(horizontal(x + panel.width)); "
      + "set tmargin at screen \(vertical(y)); "
      + "set bmargin at screen \(vertical(y + panel.height))"
  }

  /// The commands that add the legend to the panel drawn next.
  func legend() -> [String] {
    var commands: [String] = []
    for (row, line) in lines.enumerated() {
      var x = (width - line.reduce(0) { $0 + $1.width } + 20) / 2
      let y = vertical(height - PanelGrid.lineHeight * (lines.count - row) + 8)
      for entry in line {
        if let style = entry.line {
          commands.append(
            "set arrow from screen \(horizontal(x)),\(y) to screen \(horizontal(x + 28)),\(y) "
              + "nohead \(style)")
        }
        if let style = entry.point {
          commands.append(
            "set label '' at screen \(horizontal(x + 14)),\(y) point \(style)")
        }
        let text = entry.point == nil && entry.line == nil ? x : x + 34
        commands.append(
          "set label \(PlotStyle.quoted(entry.name)) at screen \(horizontal(text)),\(y) left")
        x += entry.width
      }
    }
    return commands
  }

  private func horizontal(_ pixels: Int) -> String {
    PlotStyle.number(Double(pixels) / Double(width))
  }

  private func vertical(_ pixels: Int) -> String {
    PlotStyle.number(Double(height - pixels) / Double(height))
  }
}
