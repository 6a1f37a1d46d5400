extension SweepReport {
  /// What training did beside its losses: single numbers, and the trajectory as a table.
  static func facts(of training: TrainingFacts) -> [Markup] {
    guard !training.measures.isEmpty else { return [] }
    let list = SweepReport.list(
      training.measures.map { ($0.name, Markup.element("code", $0.value)) })
    return [list] + (training.trajectory.map { [table(of: $0)] } ?? [])
  }

  private static func table(of trajectory: Trajectory) -> Markup {
    let splits = trajectory.sets.filter { $0.role != .id }
    let metrics = Set(trajectory.points.flatMap { $0.splits.values.flatMap(\.keys) }).sorted()
    let groups = splits.flatMap { split in
      metrics.map { metric in
        var column = metricColumn(metric)
        column.group = split.name
        return column
      }
    }
    let rows = trajectory.points.map { point in
      [Markup("\(point.stage)"), Markup("\(point.epoch)"), Markup(percent(point.accuracy))]
        + splits.flatMap { split in
          metrics.map { Markup(percent(point.splits[split.name]?[$0])) }
        }
    }
    let images = trajectory.sets.map { "\($0.images) of \($0.name)" }.joined(separator: ", ")
    return ReportTable(
      title: "Trajectory",
      columns: ["stage", "epoch"].map { ReportTable.column($0, isNumeric: true) }
        + [metricColumn("accuracy")] + groups,
      rows: rows,
      notes: "For analysis only: no choice depends on it. In %, by \(trajectory.detector), on "
        + "few images: \(images). Stage 0: before training."
    ).markup
  }
}
