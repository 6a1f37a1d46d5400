/// A table of the page: sorted and filtered by the page's script where that runs, static elsewhere.
struct ReportTable {
  /// A column with its heading.
  struct Column {
    /// What stands in the heading.
    let heading: Markup
    /// Whether its cells are sorted as numbers, and stand right.
    var isNumeric = false
    /// Whether the reader may choose among its values.
    var hasChoices = false
    /// What several columns have in common; empty for none.
    var group = ""
  }

  /// What the table is, its accessible name.
  let title: String
  let columns: [Column]
  /// The cells by row.
  let rows: [[Markup]]
  /// Sentences below the table; empty for none.
  var notes = ""
  /// Whether its cells hold words that may break into lines, rather than names and numbers.
  var isProse = false

  /// A column whose heading is a plain text.
  static func column(_ heading: String, isNumeric: Bool = false, hasChoices: Bool = false) -> Column
  {
    Column(heading: Markup(heading), isNumeric: isNumeric, hasChoices: hasChoices)
  }

  /// Whether texts are all numbers, so that a column of them sorts as such.
  static func areNumbers(_ texts: [String]) -> Bool {
    !texts.isEmpty && texts.allSatisfy { Double($0) != nil }
  }

  /// The table with its notes.
  var markup: Markup {
    let table = Markup.element(
      "table", ["class": isProse ? "data prose" : "data"],
      [
        .element("caption", title),
        .element("thead", header),
        .element("tbody", rows.map(row)),
      ])
    // A region that scrolls must be reachable by keyboard and have a name.
    let region = Markup.element(
      "div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": title], [table])
    return notes.isEmpty
      ? region : Markup([region, .element("p", ["class": "notes"], notes)])
  }

  /// The line of groups, where there are any, and the line of headings.
  private var header: [Markup] {
    guard columns.contains(where: { !$0.group.isEmpty }) else {
      return [.element("tr", columns.indices.map { heading($0) })]
    }
    var first: [Markup] = []
    var second: [Markup] = []
    var index = 0
    while index < columns.count {
      let group = columns[index].group
      guard !group.isEmpty else {
        first.append(heading(index, rows: "2"))
        index += 1
        continue
      }
      let width = columns[index...].prefix { $0.group == group }.count
      first.append(
        .element(
          "th", ["scope": "colgroup", "colspan": "\(width)", "class": "group"], group))
      second += (index..<index + width).map { heading($0) }
      index += width
    }
    return [.element("tr", first), .element("tr", second)]
  }

  private func heading(_ index: Int, rows: String = "1") -> Markup {
    let column = columns[index]
    return .element(
      "th",
      [
        "scope": "col", "rowspan": rows, "class": column.isNumeric ? "number" : "text",
        "data-column": "\(index)", "data-choices": column.hasChoices ? "yes" : "no",
      ], [column.heading])
  }

  private func row(_ cells: [Markup]) -> Markup {
    .element(
      "tr",
      cells.indices.map {
        .element("td", ["class": columns[$0].isNumeric ? "number" : "text"], [cells[$0]])
      })
  }
}
