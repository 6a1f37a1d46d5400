import Configuration

extension SweepReport {
  /// The sweep as arguments of a command.
  var command: String { ShellText.line(arguments) }

  /// The commands that make records, tables and this page again.
  var again: [Markup] {
    let kernels = Occurrences.ordered(
      records.compactMap { $0.record.env["openblas_coretype"]?.string })
    var lines: [String] = []
    if kernels.count == 1 {
      lines.append(ShellText.line(["export", "OPENBLAS_CORETYPE=\(kernels[0])"]))
    }
    lines += [
      "ood doctor", "ood plan \(command)", "ood sweep \(command) --out out",
      ShellText.line(["ood", "diff", "results/\(name)", "out/\(name)"]),
    ]
    return [
      .element(
        "p",
        "In a clone of the repository, with its data (scripts/fetch-data) and weights; the "
          + "last line compares the new records with these:"),
      .element("pre", [.element("code", lines.joined(separator: "\n"))]),
      .element("p", "From the records alone, without data, weights or network:"),
      .element(
        "pre",
        [
          .element(
            "code",
            [
              "ood verify", "ood regenerate --check \(ShellText.line([arguments[0]]))",
              "ood table \(command) --long", "ood report \(command) --out report.html",
            ].joined(separator: "\n"))
        ]),
    ]
  }
}

/// Arguments as a shell reads them.
enum ShellText {
  /// A command line: arguments with spaces between, quoted where they need it.
  static func line(_ arguments: [String]) -> String {
    arguments.map(quoted).joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch UInt8(byte) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "_-./=,:+@%".utf8.contains(byte)
      }
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
