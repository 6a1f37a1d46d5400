import Configuration
import FoundationEssentials
import Tensors

/// Where a record was made; outside its hashed part.
enum Provenance {
  /// Program, machine and libraries.
  static func environment(threads: Int) -> JSONValue {
    let information = ProcessInfo.processInfo
    var members: [String: JSONValue] = [
      "blas": .string(MatrixLibrary.buildDescription),
      "blas_kernel": .string(MatrixLibrary.kernelName),
      "threads": .integer(threads),
      "cores": .integer(information.processorCount),
      "system": .string(information.operatingSystemVersionString),
      "processor": .string(processor()),
    ]
    members["peak_memory"] = peakMemory().map { .integer($0) }
    #if DEBUG
      members["build"] = .string("debug")
    #else
      members["build"] = .string("release")
    #endif
    if let type = information.environment["OPENBLAS_CORETYPE"] {
      members["openblas_coretype"] = .string(type)
    }
    return .object(members)
  }

  /// Begins a new count of `peakMemory`, from what the process holds now.
  ///
  /// Where the system does not let it, the count goes on from the start of the process.
  static func resetPeakMemory() {
    // "5" resets the peak resident set: proc(5), /proc/pid/clear_refs.
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
  }

  /// The most memory that the process has held since `resetPeakMemory`, in bytes (VmHWM); nil where
  /// the system does not say.
  static func peakMemory() -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return nil
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)).map { $0 * 1_024 }
  }

  private static func processor() -> String {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("model name") }),
      let colon = line.firstIndex(of: ":")
    else { return "unknown" }
    return String(line[line.index(colon, offsetBy: 2)...])
  }
}

/// Wall-clock seconds of the phases of a unit; never part of a result.
struct PhaseClock {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private(set) var seconds: [String: Double] = [:]

  init() { last = clock.now }

  /// Ends a phase, or another part of it.
  ///
  /// - Parameter other: a phase that has run in between, and how long.
  mutating func mark(_ phase: String, without other: (phase: String, time: Duration)? = nil) {
    let now = clock.now
    add(now - last - (other?.time ?? .zero), to: phase)
    if let other { add(other.time, to: other.phase) }
    last = now
  }

  /// Gives a phase another name.
  mutating func rename(_ phase: String, to other: String) {
    seconds[other] = seconds.removeValue(forKey: phase)
  }

  private mutating func add(_ time: Duration, to phase: String) {
    let milliseconds = (seconds[phase] ?? 0) * 1_000 + time / .milliseconds(1)
    seconds[phase] = milliseconds.rounded() / 1_000
  }
}
