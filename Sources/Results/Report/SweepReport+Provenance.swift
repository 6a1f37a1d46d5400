import Configuration

extension SweepReport {
  /// What decided the numbers, and where they were made.
  var provenance: [Markup] {
    let identities = records.map(\.record.identity)
    let settings = Occurrences(identities.map(\.config)).leaves
    let differing = settings.filter { $0.values.count > 1 }
    let equal = settings.filter { $0.values.count == 1 }
    let environment = Occurrences(records.map(\.record.env)).leaves
    var content = [Markup.element("h3", "Machine and program"), revision(environment)]
    content.append(table("Environment", environment, name: "what", count: "units"))
    content.append(.element("h3", "Settings that differ between units"))
    content.append(table("Settings that differ", differing, name: "setting", count: "units"))
    content.append(
      .element(
        "details", ["data-print": "yes"],
        [
          .element(
            "summary", [.element("h3", "Settings that are equal in all units that have them")]),
          table("Settings that are equal", equal, name: "setting", count: "units"),
        ]))
    content.append(.element("h3", "Weights, data, revisions"))
    content.append(
      .element(
        "p",
        "SHA-256 of the model's weights and of each set's images; revisions of the parts of "
          + "the program that decide numbers. These and the settings make a unit's run id."
      ))
    for (title, values) in [
      ("Weights", identities.map { hashes($0.weights) }),
      ("Data", identities.map { hashes($0.data) }),
      ("Revisions", identities.map { .object($0.revs.mapValues { .integer($0) }) }),
      ("Numerics", identities.map(\.numerics)),
    ] {
      content.append(.element("h4", title))
      content.append(table(title, Occurrences(values).leaves, name: "name", count: "units"))
    }
    return content + [.element("h3", "Time"), times]
  }

  /// The revision in git if the records have one.
  private func revision(_ environment: [Occurrences.Leaf]) -> Markup {
    let known = environment.first { $0.path == "git" }
    let text =
      known.map { "Git revision of the folder that the sweep ran in: \($0.text)." }
      ?? "These records do not name a git revision; the revisions of the parts that decide numbers "
      + "are below."
    return .element("p", text)
  }

  private func hashes(_ names: [String: String]) -> JSONValue {
    .object(names.mapValues { .string($0) })
  }

  private func table(
    _ title: String, _ leaves: [Occurrences.Leaf], name: String, count: String
  ) -> Markup {
    ReportTable(
      title: title,
      columns: [
        ReportTable.column(name), ReportTable.column("value"),
        ReportTable.column(count, isNumeric: true),
      ],
      rows: leaves.map { leaf in
        // Few-shot images are others for every seed; all hashes are in the details.
        let isLong = leaf.values.count > 6 && leaf.values.allSatisfy { $0.value.string != nil }
        let text = isLong ? "\(leaf.values.count) different ones, see the units" : leaf.text
        return [
          .element("code", leaf.path), .element("code", text), Markup("\(leaf.count)"),
        ]
      }, isProse: true
    ).markup
  }

  /// The seconds of each phase over all units.
  private var times: Markup {
    var phases: [String: [Double]] = [:]
    for entry in records {
      for (phase, seconds) in entry.record.timing { phases[phase, default: []].append(seconds) }
    }
    phases["all phases"] = records.map { SweepReport.seconds($0.record) }
    return ReportTable(
      title: "Time",
      columns: [ReportTable.column("phase")]
        + ["units", "seconds in total", "longest unit, seconds"].map {
          ReportTable.column($0, isNumeric: true)
        },
      rows: phases.sorted { $0.key < $1.key }.map { phase, seconds in
        [
          phase, "\(seconds.count)", DecimalText.text(seconds.reduce(0, +), decimals: 1),
          DecimalText.text(seconds.max() ?? 0, decimals: 1),
        ].map { Markup($0) }
      },
      notes:
        "Wall-clock seconds of the units' records, added up; units that ran side by side count "
        + "each. Features that an earlier unit or sweep left in the cache cost nothing again."
    ).markup
  }
}
