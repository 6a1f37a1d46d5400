import ArgumentParser
import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Results

/// `ood show ID`: one record, and how to make it again.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a record: settings, results, where it was made, how to run it again.",
    discussion: "The beginning of a run id is enough where no other has it.")

  @Argument(help: "The run id, its beginning, or the file of a record.")
  var id: String

  @Flag(help: "Print the record's file.")
  var json = false

  @Option(help: "The folder of all results.")
  var out = "results"

  func run() throws {
    let finder = RecordFinder(root: out)
    let record: UnitRecord
    var folder: String?
    if id.hasSuffix(".json") {
      record = try finder.records(id)[0]
    } else {
      let found = try finder.record(id: id)
      record = found.record
      folder = found.folder
    }
    guard !json else { return try Terminal.print(record.text()) }
    try Terminal.print(text(of: record, folder: folder))
  }

  private func text(of record: UnitRecord, folder: String?) throws -> String {
    let run = try record.runID()
    var text = "run \(run)  \(record.title)\n"
    if let folder { text += "file \(RecordStore(folder: folder).path(of: run))\n" }
    text += "result \(try record.resultSHA256())\n"
    text += "protocol \(record.evaluationProtocol.id)\n"
    text += "again: \(try command(for: record, folder: folder))\n"
    for (heading, value) in [
      ("settings", record.identity.config), ("conditions", conditions(record)),
      ("environment", record.env),
    ] {
      text += "\n\(heading)\n"
      text += TextColumns.aligned(leaves(value, ""), left: .max).split(separator: "\n")
        .map { "  \($0)\n" }.joined()
    }
    text += "\nresults (%)\n"
    let names = Set(record.results.flatMap(\.metrics.keys)).sorted()
    var rows = [["detector", "ood", "role"] + names]
    for row in record.results {
      rows.append(
        [row.detector, row.split, row.role.rawValue]
          + names.map { row.metrics[$0].map { Terminal.fixed(100 * $0, 2) } ?? "--" })
    }
    text += TextColumns.aligned(rows, left: 3)
    for (name, value) in record.metrics.sorted(by: { $0.key < $1.key }) {
      text += "\(name) \(Terminal.fixed(value, 6))\n"
    }
    if let training = record.training { text += ShowCommand.text(of: training) }
    let seconds = record.timing.sorted { $0.key < $1.key }
      .map { "\($0.key) \(Terminal.fixed($0.value, 3)) s" }
    return text + (seconds.isEmpty ? "" : "time: \(seconds.joined(separator: ", "))\n")
  }

  /// What training did, with its trajectory as a table of percentages.
  private static func text(of training: TrainingFacts) -> String {
    var text = training.measures.isEmpty ? "" : "\ntraining\n"
    text += TextColumns.aligned(training.measures.map { [$0.name, $0.value] }, left: .max)
      .split(separator: "\n").map { "  \($0)\n" }.joined()
    guard let trajectory = training.trajectory else { return text }
    let splits = trajectory.sets.filter { $0.role != .id }
    let columns = splits.flatMap { split in
      Set(trajectory.points.flatMap { ($0.splits[split.name] ?? [:]).keys }).sorted().map {
        (split: split.name, metric: $0)
      }
    }
    var rows = [
      ["stage", "epoch", "accuracy"]
        + columns.map { "\($0.split) \(trajectory.detector) \($0.metric)" }
    ]
    for point in trajectory.points {
      let values = columns.map { point.splits[$0.split]?[$0.metric] }
      rows.append(
        ["\(point.stage)", "\(point.epoch)", Terminal.fixed(100 * point.accuracy, 2)]
          + values.map { $0.map { Terminal.fixed(100 * $0, 2) } ?? "--" })
    }
    let images = trajectory.sets.map { "\($0.images) of \($0.name)" }.joined(separator: ", ")
    return text + "\ntrajectory (%, for analysis only; \(images))\n"
      + TextColumns.aligned(rows, left: 0)
  }

  private func conditions(_ record: UnitRecord) -> JSONValue {
    .object([
      "data": .object(record.identity.data.mapValues { .string($0) }),
      "weights": .object(record.identity.weights.mapValues { .string($0) }),
      "revs": .object(record.identity.revs.mapValues { .integer($0) }),
      "numerics": record.identity.numerics,
    ])
  }

  private func leaves(_ value: JSONValue, _ path: String) -> [[String]] {
    guard case .object(let members) = value, !members.isEmpty else {
      return [[path, value.string ?? value.canonicalText]]
    }
    return members.sorted { $0.key < $1.key }.flatMap {
      leaves($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)")
    }
  }

  /// The command that runs the unit: the sweep of the folder's name, narrowed to the unit's cell.
  private func command(for record: UnitRecord, folder: String?) throws -> String {
    guard let name = folder?.split(separator: "/").last else {
      return "ood sweep FILE, of the sweep that the record belongs to"
    }
    let file = "sweeps/\(name).yaml"
    guard FileManager.default.fileExists(atPath: file) else {
      return "ood sweep FILE, of the sweep named \(name); there is no \(file)"
    }
    let plan = try SweepFile.read(file)
    let unit = try plan.units.first {
      try $0.settings.deciding() == record.identity.config
    }
    guard let unit else { return "no unit of \(file) has these settings any more" }
    return "ood sweep \(file) --only '\(unit.cell)'"
  }
}
