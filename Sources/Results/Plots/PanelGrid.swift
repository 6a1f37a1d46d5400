/// Panels in rows and columns with equal axes, a shared legend below, all in pixels.
struct PanelGrid {
  let rows: Int
  let columns: Int
  let legendRows: Int

  /// Six short names fit below a single panel, more below several.
  init(rows: Int, columns: Int, names: [String]) {
    self.rows = rows
    self.columns = columns
    let perRow = PanelGrid.perRow(names, columns: columns)
    legendRows = max(1, (names.count + perRow - 1) / perRow)
  }

  static func perRow(_ names: [String], columns: Int) -> Int {
    let longest = names.map(\.count).max() ?? 1
    let width = 92 + 250 * columns
    return max(1, min(names.count, width / (60 + 8 * longest)))
  }

  private let left = 72
  private let right = 20
  private let top = 34
  private let panel = (width: 250, height: 200)
  private let gap = (x: 22, y: 26)
  private let axis = 58
  private var legend: Int { 22 * legendRows + 8 }

  var width: Int { left + columns * panel.width + (columns - 1) * gap.x + right }
  var height: Int { top + rows * panel.height + (rows - 1) * gap.y + axis + legend }

  /// The commands that place the next panel; row 0 is at the top.
  func place(row: Int, column: Int) -> String {
    let x = left + column * (panel.width + gap.x)
    let y = top + row * (panel.height + gap.y)
    func share(_ pixels: Int, _ all: Int) -> String {
      PlotStyle.number(Double(pixels) / Double(all))
    }
    return "set lmargin at screen \(share(x, width)); "
      + "set rmargin at screen \(share(x + panel.width, width)); "
      + "set tmargin at screen \(share(height - y, height)); "
      + "set bmargin at screen \(share(height - y - panel.height, height))"
  }

  /// The commands that draw the legend below all panels; `entries` are plot elements.
  func legend(entries: [String], names: [String]) -> [String] {
    let perRow = PanelGrid.perRow(names, columns: columns)
    let share = PlotStyle.number(Double(legend) / Double(height))
    return [
      "set lmargin at screen 0; set rmargin at screen 1",
      "set bmargin at screen 0; set tmargin at screen \(share)",
      "unset border; unset tics; unset xlabel; unset ylabel; unset title; unset logscale",
      "unset grid; unset label; unset arrow",
      "set key at screen 0.5, screen \(share) center top horizontal maxrows \(legendRows) "
        + "maxcols \(perRow) Left reverse samplen 3",
      "set xrange [0:1]; set yrange [0:1]",
      "plot " + entries.joined(separator: ", \\\n     "),
    ]
  }
}
