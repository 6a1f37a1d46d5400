import ArgumentParser
import Configuration
import Experiments
import FoundationEssentials
import Tensors

/// `ood doctor`: one line a check, with its fix.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the machine, the data, the models and the results folder.",
    discussion: "Exit code 1 says that a check failed.")

  @Option(help: "The folder of results to check.")
  var out = "out"

  @Flag(help: "Measure how fast the shipped models run here, for the estimates of 'ood plan'.")
  var calibrate = false

  @Flag(help: "Print a JSON array.")
  var json = false

  @OptionGroup var places: Places

  func run() throws {
    if calibrate { try measure() }
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
  /// Measures every model folder and keeps the rates in the cache folder.
  private func measure() throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: places.models)) ?? []
    var calibration = Calibration(cache: places.cache)
    for name in names.sorted()
    where FileManager.default.fileExists(atPath: "\(places.models)/\(name)/config.json") {
      Terminal.redraw("measuring \(name)")
      let model = try ModelFolder("\(places.models)/\(name)")
      let costs = try Calibration.Costs(
        measuring: model, workers: Workers(threads: places.threads))
      calibration[model.weightsHash, threads: places.threads] = costs
      let steps = costs.secondsPerStep.sorted { $0.key < $1.key }
        .map { ", \(Terminal.fixed($0.value, 3)) s/step \($0.key)" }.joined()
      Terminal.redraw("")
      Terminal.say("\(name): \(Terminal.fixed(costs.imagesPerSecond, 0)) img/s\(steps)")
    }
    try calibration.write(cache: places.cache)
  }
}
