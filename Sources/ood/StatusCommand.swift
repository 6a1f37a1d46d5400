import ArgumentParser
import Configuration
import Experiments

/// `ood status SWEEP`: how far a sweep is, and what is in its way.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Count a sweep's units by state and list those that are not done, with the reason.",
    discussion: """
      States: done, running, failed, stale (data, weights or a revision changed since the record), \
      conflict, missing. Nothing is stored: they follow from the files of the results folder. Exit \
      code 2 says that units are not done.
      """)

  @Argument(help: "The YAML file of the sweep.", completion: .file(extensions: ["yaml"]))
  var sweep: String

  @Argument(help: "Settings to override, as key=value; of a dimension, its values.")
  var overrides: [String] = []

  @Flag(help: "Print a JSON object.")
  var json = false

  @Option(help: "Where records are: DIR/NAME.")
  var out: String?

  @OptionGroup var places: Places

  func run() throws {
    let plan = try SweepFile.read(sweep, overrides: overrides)
    let folders = SweepFolders(out: out, name: plan.name)
    let state = try SweepFile.survey(plan, folders: folders, places: places).state
    try Terminal.print(json ? object(plan, state).canonicalText + "\n" : text(plan, state))
    for fault in state.faults {
      Terminal.say("note: units are matched with records by their settings alone: \(fault)")
    }
    if !state.isComplete { throw ExitCode(ExitStatus.incomplete) }
  }

  private func text(_ plan: Sweep<UnitSettings>, _ state: SweepState) -> String {
    let counts = state.counts.map { "\($0.count) \($0.state)" }.joined(separator: ", ")
    var text = "\(plan.name): \(plan.units.count) units: \(counts)\n"
    let open = state.units.filter { $0.state != .done }
    text += TextColumns.aligned(
      open.map { [$0.runID ?? "-", $0.state.name, $0.cell, $0.state.reason ?? ""] }, left: .max)
    if !state.orphans.isEmpty {
      text +=
        "\(state.orphans.count) records belong to no unit: "
        + state.orphans.joined(separator: " ") + "\n"
    }
    return text
  }

  private func object(_ plan: Sweep<UnitSettings>, _ state: SweepState) -> JSONValue {
    .object([
      "sweep": .string(plan.name), "units": .integer(plan.units.count),
      "counts": .object(
        Dictionary(uniqueKeysWithValues: state.counts.map { ($0.state, .integer($0.count)) })),
      "open": .array(state.units.filter { $0.state != .done }.map { .object($0.members) }),
      "orphans": .array(state.orphans.map { .string($0) }),
    ])
  }
}
