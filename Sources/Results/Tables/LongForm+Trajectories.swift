import FileFormats

extension LongForm {
  /// The trajectories of all records, one number a line, for analysis only; nil where no record has
  /// one.
  ///
  /// - Parameters:
  ///   - records: the records.
  ///   - sweep: the name of the sweep.
  ///   - dimensions: the settings that get a column, by dotted key.
  public static func trajectories(
    _ records: [UnitRecord], sweep: String, dimensions: [String]
  ) throws -> String? {
    var lines: [(run: String, text: String)] = []
    for record in records {
      guard let trajectory = record.training?.trajectory else { continue }
      let run = try record.runID()
      let head = CSV.line([sweep, run] + dimensions.map { record.identity.label($0) ?? "" })
      let roles = Dictionary(
        trajectory.sets.map { ($0.name, $0.role.rawValue) }, uniquingKeysWith: { $1 })
      var text = ""
      for point in trajectory.points {
        let place = "\(point.stage),\(point.epoch)"
        text += "\(head),\(place),,\(OODRole.id.rawValue),,accuracy,\(point.accuracy)\n"
        for (name, value) in point.accuracies.sorted(by: { $0.key < $1.key }) {
          // `held-out/SET` and `domain/VALUE`.
          let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
          let fields = CSV.line(
            ["", OODRole.id.rawValue, parts.last ?? "", "accuracy/\(parts.first ?? "")"])
          text += "\(head),\(place),\(fields),\(value)\n"
        }
        for (split, metrics) in point.splits.sorted(by: { $0.key < $1.key }) {
          for (metric, value) in metrics.sorted(by: { $0.key < $1.key }) {
            let fields = CSV.line([trajectory.detector, roles[split] ?? "", split, metric])
            text += "\(head),\(place),\(fields),\(value)\n"
          }
        }
      }
      lines.append((run, text))
    }
    guard !lines.isEmpty else { return nil }
    let header =
      ["sweep", "run"] + dimensions
      + ["stage", "epoch", "detector", "role", "ood", "metric", "value"]
    return CSV.line(header) + "\n" + lines.sorted { $0.run < $1.run }.map(\.text).joined()
  }
}
