import ArgumentParser
import FileFormats

/// A case that stays in memory and takes a step whenever it is asked for one.
///
/// `benchmarks/run` keeps ours and its peers like this and asks them in turn, because a process for
/// each measurement would time what only its first steps cost. Theirs is `peers/warm.py`.
struct WarmProgram {
  /// The case, by the name that the peer prints.
  let name: String
  /// What else is the same in each line, as JSON members.
  let facts: String

  /// Takes steps to warm up, then one for each line of standard input, and prints a line for each.
  ///
  /// - Parameters:
  ///   - warmUp: steps before the first that counts.
  ///   - more: JSON members that change from step to step.
  ///   - step: returns a number that shows that it did something.
  func answer(
    warmUp: Int, more: () -> String = { "" }, _ step: () throws -> Double
  ) throws {
    let clock = ContinuousClock()
    var result = 0.0
    for _ in 0..<warmUp { result = try step() }
    report("warm", 0, result, more())
    while let line = readLine() {
      guard line == "step" else { throw ValidationError("no command '\(line)'; there is: step") }
      let start = clock.now
      result = try step()
      report("step", (clock.now - start) / .seconds(1), result, more())
    }
  }

  /// Prints the line of a command.
  func report(_ command: String, _ seconds: Double, _ result: Double, _ more: String = "") {
    let members = [facts, more].filter { !$0.isEmpty }.map { ", \($0)" }.joined()
    StandardStream.output.write(
      """
      {"case": "\(name)", "program": "ood", "command": "\(command)", "seconds": \(seconds), \
      "result": \(result), "peak_mib": \(Measurement.peakKiB() / 1024)\(members)}

      """)
  }
}
