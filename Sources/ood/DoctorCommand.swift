import ArgumentParser
import Configuration
import Experiments
import FoundationEssentials

/// `ood doctor`: one line a check, with its fix.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the machine, the data, the models and the results folder.",
    discussion: "Exit code 1 says that a check failed.")

  @Option(help: "The folder of results to check.")
  var out = "out"

  @Flag(help: "Print a JSON array.")
  var json = false

  @OptionGroup var places: Places

  func run() throws {
    let doctor = Doctor(
      folders: places.folders(results: out), environment: ProcessInfo.processInfo.environment)
    let findings = doctor.findings()
    if json {
      let objects = findings.map { finding in
        JSONValue.object([
          "level": .string(finding.level.rawValue), "name": .string(finding.name),
          "fact": .string(finding.fact), "fix": .string(finding.fix),
        ])
      }
      try Terminal.print(JSONValue.array(objects).canonicalText + "\n")
    } else {
      for finding in findings {
        let fix = finding.fix.isEmpty ? "" : " — \(finding.fix)"
        try Terminal.print("\(finding.level.rawValue) \(finding.name): \(finding.fact)\(fix)\n")
      }
    }
    if findings.contains(where: { $0.level == .fail }) { throw ExitCode(ExitStatus.failed) }
  }
}
