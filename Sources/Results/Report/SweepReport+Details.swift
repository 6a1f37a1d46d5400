import Configuration

extension SweepReport {
  /// Each unit's settings, conditions, losses and environment, folded.
  func details() throws -> [Markup] { try records.map(detail) }

  private func detail(_ entry: (id: String, cell: String, record: UnitRecord)) throws -> Markup {
    let record = entry.record
    let identity = record.identity
    let summary = Markup.element(
      "summary",
      [.element("h3", [.element("code", entry.id), Markup(" \(entry.cell)")])])
    var content = [
      summary,
      SweepReport.list([
        (
          "file", .element("code", "results/\(name)/records/\(entry.id.prefix(2))/\(entry.id).json")
        ),
        ("result", .element("code", try record.resultSHA256())),
        (
          "again",
          .element(
            "code", "ood sweep \(command) \(ShellText.line(["--only", entry.cell])) --out out")
        ),
        ("show", .element("code", "ood show \(entry.id)")),
      ]),
    ]
    if let training = record.training { content += SweepReport.losses(of: training) }
    if !record.detectors.isEmpty { content.append(facts(of: record)) }
    for (title, value) in [
      ("Settings", identity.config), ("Data", strings(identity.data)),
      ("Weights", strings(identity.weights)),
      ("Revisions", .object(identity.revs.mapValues { .integer($0) })),
      ("Numerics", identity.numerics), ("Environment", record.env),
      ("Seconds", .object(record.timing.mapValues { .number($0) })),
    ] {
      content.append(.element("h4", title))
      content.append(
        SweepReport.list(
          Occurrences.leaves(of: value, below: "").map {
            ($0.path, .element("code", Occurrences.text($0.value)))
          }))
    }
    return .element("details", ["id": "unit-\(entry.id)"], content)
  }

  private func strings(_ values: [String: String]) -> JSONValue {
    .object(values.mapValues { .string($0) })
  }

  /// What training did: its size and the mean loss of each epoch, drawn and in digits.
  private static func losses(of training: TrainingFacts) -> [Markup] {
    let digits = training.losses.map { DecimalText.text($0, decimals: 4) }
    let parameters = "\(training.trainableParameters) of \(training.totalParameters)"
    var content: [Markup] = [
      .element("h4", "Training"),
      .element(
        "p", "\(training.steps) steps, \(parameters) parameters trained; mean loss of each epoch:"),
    ]
    if let curve = LossCurve.markup(training.losses) { content.append(curve) }
    content.append(.element("p", ["class": "digits"], digits.joined(separator: ", ")))
    return content + facts(of: training)
  }

  /// The metrics of each detector apart from any set.
  private func facts(of record: UnitRecord) -> Markup {
    let metrics = Set(record.detectors.flatMap(\.metrics.keys)).sorted()
    return ReportTable(
      title: "Detectors of \(record.identity.labels(dimensions).joined(separator: ", "))",
      columns: [ReportTable.column("detector")] + metrics.map(SweepReport.metricColumn),
      rows: record.detectors.map { facts in
        [Markup(facts.detector)]
          + metrics.map { Markup(SweepReport.percent(facts.metrics[$0])) }
      }, notes: "Of the scores as confidences on in-distribution test images, in %."
    ).markup
  }
}

/// A small drawing of losses.
enum LossCurve {
  /// The curve; nil for fewer than two losses, or where one is not finite.
  static func markup(_ losses: [Double]) -> Markup? {
    guard losses.count > 1, losses.allSatisfy(\.isFinite), let high = losses.max() else {
      return nil
    }
    let low = min(0, losses.min() ?? 0)
    let range = high > low ? high - low : 1
    let points = losses.enumerated().map { index, loss in
      let x = 4 + 292 * Double(index) / Double(losses.count - 1)
      let y = 4 + 72 * (high - loss) / range
      return "\(DecimalText.text(x, decimals: 1)),\(DecimalText.text(y, decimals: 1))"
    }
    let ends = [losses[0], losses[losses.count - 1]].map { DecimalText.text($0, decimals: 4) }
    let label = "Mean loss of \(losses.count) epochs, from \(ends[0]) to \(ends[1])"
    return .element(
      "svg",
      [
        "class": "losses", "role": "img", "aria-label": label, "viewBox": "0 0 300 80",
        "width": "300", "height": "80",
      ],
      [
        .element("path", ["class": "axis", "d": "M4,76 H296"]),
        .element("polyline", ["points": points.joined(separator: " ")]),
      ])
  }
}
