import ArgumentParser
import FileFormats
import FoundationEssentials

/// The argument of `--progress`.
enum ProgressMode: String, ExpressibleByArgument, CaseIterable {
  /// Lines that are redrawn, one a worker.
  case bar
  /// One line an event.
  case lines
  /// One line of JSON an event.
  case json
  case none

  /// What suits standard error: a bar on a terminal that can redraw lines, lines elsewhere.
  static var standard: ProgressMode { Terminal.isInteractive ? .bar : .lines }
}
