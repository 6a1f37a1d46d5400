import ArgumentParser
import Configuration
import Datasets
import Experiments
import FileFormats
import FoundationEssentials

/// `ood lint`: looks at the images of benchmarks for what would make numbers wrong.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check the images, classes and splits of benchmarks.",
    discussion: """
      Decodes every image and compares contents: the same image in and out of distribution, in \
      training and test, twice, or with two classes; class names that coincide; files that are \
      missing, damaged, outside of their folder or too large. Images that are nearly the same are \
      not found. Prints the protocol id that rows of a table must share. Exit code 1 says that \
      there are errors; warnings alone are fine.
      """)

  @Argument(
    help: "The YAML file of a sweep or of benchmarks, or the name of a shipped benchmark.",
    completion: .file(extensions: ["yaml"]))
  var target: String

  @Flag(help: "Print a JSON object with all findings.")
  var json = false

  @Option(help: "The folder with fetched data (default: OOD_DATA, else ~/.cache/ood).")
  var data: String?

  /// Findings of one kind about the same sets that are printed; more are counted.
  private static let shown = 5

  func run() throws {
    let (targets, dataRoot) = try targets()
    let reports = try targets.reports(root: Places.data(option: data, dataRoot: dataRoot))
    try Terminal.print(
      json
        ? JSONValue.object(["benchmarks": .array(reports.map(object))]).canonicalText + "\n"
        : reports.map(text).joined())
    let errors = reports.map(\.errorCount).reduce(0, +)
    let warnings = reports.map(\.findings.count).reduce(0, +) - errors
    Terminal.say(
      "\(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings") in "
        + "\(reports.map(\.imageCount).reduce(0, +)) images")
    if errors > 0 { throw ExitCode(ExitStatus.failed) }
  }

  /// What to check, and the folder of data that a sweep names.
  private func targets() throws -> (LintTargets, dataRoot: String?) {
    let isShipped = allBenchmarks.contains { $0.name == target }
    if isShipped, !FileManager.default.fileExists(atPath: target) {
      return (try LintTargets(shipped: target), nil)
    }
    let text = String(decoding: try FileBytes.read(target), as: UTF8.self)
    let node = try SettingNode(yaml: text, file: target)
    if node["ood"] == nil, node["grid"] == nil, node["name"] == nil {
      return (try LintTargets(file: node), nil)
    }
    let sweep = try SweepFile.read(target)
    return (try LintTargets(sweep), sweep.dataRoot)
  }

  private func text(_ report: LintReport) -> String {
    var lines: [String] = []
    var groups: [(key: String, findings: [LintFinding])] = []
    for finding in report.findings {
      let key = "\(finding.check) \(finding.severity) \(finding.sets)"
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].findings.append(finding)
      } else {
        groups.append((key, [finding]))
      }
    }
    for (_, findings) in groups {
      lines += findings.prefix(LintCommand.shown).map(\.description)
      let more = findings.count - LintCommand.shown
      guard more > 0, let first = findings.first else { continue }
      lines.append(
        "\(first.severity.rawValue): and \(more) more of \(first.check.rawValue) in \(first.sets) "
          + "(--json has all)")
    }
    for one in report.protocols {
      let limit = one.limit == 0 ? "all images" : "at most \(one.limit) images a set"
      lines.append("\(report.benchmark): protocol \(one.id) (\(limit))")
    }
    if report.protocols.isEmpty {
      lines.append("\(report.benchmark): no protocol, for it cannot be loaded")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func object(_ report: LintReport) -> JSONValue {
    .object([
      "name": .string(report.benchmark), "images": .integer(report.imageCount),
      "protocols": .array(
        report.protocols.map { .object(["limit": .integer($0.limit), "id": .string($0.id)]) }),
      "findings": .array(
        report.findings.map { finding in
          var members: [String: JSONValue] = [
            "check": .string(finding.check.rawValue),
            "severity": .string(finding.severity.rawValue), "sets": .string(finding.sets),
            "message": .string(finding.message),
          ]
          members["file"] = finding.place.map { .string($0.file) }
          members["line"] = finding.place?.line.map { .integer($0) }
          members["column"] = finding.place?.column.map { .integer($0) }
          return .object(members)
        }),
    ])
  }
}

extension LintReport {
  fileprivate var errorCount: Int { findings.count { $0.severity == .error } }
}
