import FileFormats
import FoundationEssentials

/// Times a piece of work as `peers/scoring.py` does: once to warm up, then the fastest of some.
struct Measurement {
  let repetitions: Int

  /// Runs the work and prints its JSON line.
  ///
  /// - Parameters:
  ///   - name: the case, by the name that the peer prints.
  ///   - threads: the threads that the work uses.
  ///   - work: returns a number that shows that it did the same as the peer.
  func report(_ name: String, threads: Int, _ work: () throws -> Double) throws {
    let clock = ContinuousClock()
    let before = Measurement.peakKiB()
    var fastest = Double.infinity
    var result = 0.0
    for repetition in 0...repetitions {
      let start = clock.now
      result = try work()
      if repetition > 0 { fastest = min(fastest, (clock.now - start) / .seconds(1)) }
    }
    let after = Measurement.peakKiB()
    StandardStream.output.write(
      """
      {"case": "\(name)", "program": "ood", "threads": \(threads), "seconds": \(fastest), \
      "result": \(result), "peak_mib": \(after / 1024), "work_mib": \((after - before) / 1024)}

      """)
  }

  /// The largest resident size of the process so far.
  static func peakKiB() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}
