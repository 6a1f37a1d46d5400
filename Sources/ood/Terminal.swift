import FileFormats
import Foundation

/// Lines for people on standard error; data goes to standard output.
enum Terminal {
  /// Whether standard error is a terminal whose line can be redrawn.
  static let isInteractive =
    StandardStream.error.isTerminal && ProcessInfo.processInfo.environment["CI"] == nil
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Writes a line to standard error.
  static func say(_ line: String) { StandardStream.error.write(line + "\n") }

  /// Redraws the current line on a terminal; silent elsewhere.
  static func redraw(_ line: String) {
    guard isInteractive else { return }
    StandardStream.error.write("\r\u{1b}[2K" + line)
  }

  /// Draws lines over as many that were drawn before, each cut to the width of the terminal.
  static func redraw(_ lines: [String], over count: Int) {
    let width = max(20, StandardStream.error.columns) - 1
    let text = lines.map { coloured(String($0.prefix(width))) }.joined(separator: "\n")
    // One write, so that no half drawing shows.
    StandardStream.error.write(erasing(lines: count) + text + "\n")
  }

  /// Removes lines that were drawn.
  static func erase(lines count: Int) {
    if count > 0 { StandardStream.error.write(erasing(lines: count)) }
  }

  private static func erasing(lines count: Int) -> String {
    count > 0 ? "\u{1b}[\(count)A\r\u{1b}[J" : ""
  }

  /// Whether people want colours: NO_COLOR (no-color.org) says they do not.
  private static let hasColours: Bool = {
    let wish = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
    return isInteractive && wish.isEmpty
  }()

  /// The line with its outcome in colour: green for done, red for failed.
  static func coloured(_ line: String) -> String {
    guard hasColours else { return line }
    if line.hasPrefix("done ") { return "\u{1b}[32mdone\u{1b}[0m" + line.dropFirst(4) }
    if line.hasPrefix("failed ") { return "\u{1b}[31mfailed\u{1b}[0m" + line.dropFirst(6) }
    guard let count = line.range(of: "  failed ", options: .backwards),
      line[count.upperBound...] != "0"
    else { return line }
    return line[..<count.lowerBound] + "  \u{1b}[31m" + line[count.lowerBound...].dropFirst(2)
      + "\u{1b}[0m"
  }

  /// The local time as `12:04:11`.
  static func timeOfDay() -> String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.hour, .minute, .second], from: .now)
    return [parts.hour, parts.minute, parts.second].map { part in
      let digits = String(part ?? 0)
      return digits.count < 2 ? "0" + digits : digits
    }.joined(separator: ":")
  }

  /// Ends a redrawn line.
  static func endLine() {
    guard isInteractive else { return }
    StandardStream.error.write("\n")
  }

  /// Writes data to standard output.
  ///
  /// - Throws: `FormatError` where it cannot be written: output that ends early must not look whole.
  static func print(_ text: String) throws {
    guard StandardStream.output.write(text) else {
      throw FormatError(
        path: "standard output", message: "cannot write; is the disk full?", kind: .storage)
    }
  }

  /// A bar such as `━━━━━╸────` of the given share.
  static func bar(_ share: Double, width: Int = 24) -> String {
    let filled = Int((share * Double(width)).rounded(.down))
    return String(repeating: "━", count: filled) + (filled < width ? "╸" : "")
      + String(repeating: "─", count: max(0, width - filled - 1))
  }

  /// Seconds as `42 s`, `3 min 10 s` or `2 h 5 min`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.magnitude < 0x1p31 else { return "?" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
  }

  /// A number with a fixed count of decimals, without regard to the locale.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    var power = 1.0
    for _ in 0..<digits { power *= 10 }
    // Beyond 2^53 there are no decimals, and integers end soon after.
    guard abs(value) * power < 0x1p53 else { return "\(value)" }
    let scaled = (abs(value) * power).rounded()
    let whole = Int(scaled / power)
    let rest = Int(scaled - Double(whole) * power)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(whole)" }
    let text = String(rest)
    return "\(sign)\(whole)." + String(repeating: "0", count: digits - text.count) + text
  }
}
