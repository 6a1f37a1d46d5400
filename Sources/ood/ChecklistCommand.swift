import ArgumentParser
import Configuration
import Experiments
import FileFormats
import Metrics
import Results

/// `ood checklist`: a paper's claims against its records, and what reviewers ask for.
struct ChecklistCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checklist",
    abstract: "Check a paper's claims against records; print what an artifact appendix needs.",
    discussion: """
      Markdown on standard output: claims with command, time, expected and found number; then what \
      the NeurIPS checklist asks about commands, error bars and compute. Needs no data and no \
      weights. Exit code 1 says that a claim fails, 2 that records are missing.
      """)

  @Argument(help: "The YAML file of the claims.", completion: .file(extensions: ["yaml"]))
  var claims = "claims.yaml"

  @Flag(help: "Print a JSON array of the claims.")
  var json = false

  @Option(help: "Where records are: DIR/NAME.")
  var out: String?

  func run() throws {
    let text = String(decoding: try FileBytes.read(claims), as: UTF8.self)
    let list = try decode(Claims.self, from: SettingNode(yaml: text, file: claims)).claims
    var sweeps: [String: (sweep: Sweep<UnitSettings>, records: [UnitRecord])] = [:]
    var order: [String] = []
    for claim in list where sweeps[claim.sweep] == nil {
      let sweep = try SweepFile.read(claim.sweep)
      let folders = SweepFolders(out: out, name: sweep.name)
      sweeps[claim.sweep] = (sweep, try sweep.records(in: RecordStore(folder: folders.results)))
      order.append(claim.sweep)
    }
    let checks = try list.compactMap { claim in
      try sweeps[claim.sweep].map { try ClaimCheck(claim, sweep: $0.sweep, records: $0.records) }
    }
    if json {
      try Terminal.print(JSONValue.array(checks.map(object)).canonicalText + "\n")
    } else {
      var text = "## Claims\n\n" + table(checks) + "\n## Commands, error bars, compute\n\n"
      for file in order {
        if let (sweep, records) = sweeps[file] { text += compute(file, sweep, records) }
      }
      text += "- Error bars: sample standard deviation (divisor n - 1) over the units of a claim.\n"
      text += "- Every setting, data and weights hash is in the records: `ood show ID`.\n"
      try Terminal.print(text)
    }
    if checks.contains(where: { $0.verdict == .fails }) { throw ExitCode(ExitStatus.failed) }
    if checks.contains(where: { $0.verdict == .missing }) {
      throw ExitCode(ExitStatus.incomplete)
    }
  }

  private func table(_ checks: [ClaimCheck]) -> String {
    var text = "| claim | command | time | expected (%) | found (%) | n | |\n"
    text += "| --- | --- | --- | ---: | ---: | ---: | --- |\n"
    for check in checks {
      let claim = check.claim
      let command = claim.command.isEmpty ? "ood sweep \(claim.sweep)" : claim.command
      let time = claim.time.isEmpty ? Terminal.duration(check.seconds) : claim.time
      let found = check.found.map { summary in
        let spread = summary.standardDeviation.map { " ± \(Terminal.fixed($0, 2))" } ?? ""
        return Terminal.fixed(summary.mean, 2) + spread
      }
      let cells = [
        claim.claim, "`\(command)`", time,
        "\(Terminal.fixed(claim.expected, 2)) ± \(Terminal.fixed(claim.tolerance, 2))",
        found ?? "--", "\(check.unitCount)", check.verdict.rawValue,
      ]
      text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    return text
  }

  private func compute(
    _ file: String, _ sweep: Sweep<UnitSettings>, _ records: [UnitRecord]
  ) -> String {
    let seconds = records.map { $0.timing.values.reduce(0, +) }
    let machines = Set(records.compactMap { $0.env["processor"]?.string }).sorted()
    let threads = Set(records.compactMap { $0.env["threads"]?.double.map { Int($0) } }).sorted()
    return "- `ood sweep \(file)`: \(records.count) of \(sweep.units.count) units, "
      + "\(Terminal.duration(seconds.reduce(0, +))) in total, at most "
      + "\(Terminal.duration(seconds.max() ?? 0)) a unit, on \(machines.joined(separator: ", ")) with "
      + "\(threads.map(String.init).joined(separator: " or ")) threads, no GPU.\n"
  }

  private func object(_ check: ClaimCheck) -> JSONValue {
    var members: [String: JSONValue] = [
      "claim": .string(check.claim.claim), "verdict": .string(check.verdict.rawValue),
      "expected": .number(check.claim.expected), "tolerance": .number(check.claim.tolerance),
      "units": .integer(check.unitCount),
    ]
    members["found"] = check.found.map { .number($0.mean) }
    return .object(members)
  }
}
