import Configuration

extension SweepReport {
  /// What the sweep is, in a few lines.
  var overview: [Markup] {
    let all = records.map(\.record)
    let missing = units.count - records.count
    var facts: [(String, String)] = [
      ("Units", "\(records.count) of \(units.count) have a record")
    ]
    for path in Occurrences.ordered(["model"] + dimensions) {
      var values = Occurrences.labels(path, of: all)
      if ReportTable.areNumbers(values) { values = TableSpec().sorted(values, by: path) }
      if !values.isEmpty { facts.append((path, values.joined(separator: ", "))) }
    }
    facts.append(
      ("detectors", Occurrences.ordered(all.flatMap(detectorNames)).joined(separator: ", ")))
    for role in OODRole.allCases {
      let sets = Occurrences.ordered(
        all.flatMap(\.results).filter { $0.role == role }.map { "\($0.split) (\($0.nOOD) images)" })
      if !sets.isEmpty { facts.append(("OOD, \(role.rawValue)", sets.joined(separator: ", "))) }
    }
    let counts = Occurrences.ordered(all.flatMap(\.results).map { "\($0.nID)" })
    facts.append(("in-distribution test images", counts.joined(separator: ", ")))
    var content = [SweepReport.list(facts.map { ($0, Markup($1)) })]
    if missing > 0 {
      let cells = units.filter { $0.record == nil }.map { Markup.element("li", $0.cell) }
      content.append(
        .element(
          "div", ["class": "warning"],
          [
            .element("p", "\(missing) of \(units.count) units have no record and are left out:"),
            .element("ul", cells),
          ]))
    }
    return content
  }

  private func detectorNames(_ record: UnitRecord) -> [String] { record.results.map(\.detector) }

  /// Names with their values.
  static func list(_ facts: [(name: String, value: Markup)]) -> Markup {
    .element(
      "dl",
      facts.map { fact in
        Markup([.element("dt", fact.name), .element("dd", [fact.value])])
      })
  }
}

extension Markup {
  /// An element without attributes.
  static func element(_ name: String, _ children: [Markup]) -> Markup {
    element(name, [:], children)
  }

  /// An element without attributes that holds a text alone.
  static func element(_ name: String, _ text: String) -> Markup {
    element(name, [:], [Markup(text)])
  }
}
