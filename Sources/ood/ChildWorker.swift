import Configuration
import Experiments
import FileFormats
import Foundation
import Synchronization

/// A worker in a process of its own, started when there is work and again when it has died.
final class ChildWorker: UnitWorker {
  private struct State {
    var process: Process?
    var input: FileHandle?
    var output: FileHandle?
    var isStopped = false
  }

  private let arguments: [String]
  /// Where the child's words on standard error go: the last of them tell why it died.
  private let errorFile: String
  private let state = Mutex(State())

  /// Describes a child; nothing is started.
  init(arguments: [String], errorFile: String) {
    self.arguments = arguments
    self.errorFile = errorFile
  }

  func run(_ task: UnitTask, report: (UnitProgress) -> Void) -> UnitOutcome {
    var phase = UnitProgress.loading
    var memory = PeakMemory()
    do {
      guard let child = try started() else { return .stopped }
      memory.process = child.process.processIdentifier
      // A child that died meanwhile shows by the end of its output.
      try? child.input.write(contentsOf: Data((try task.line() + "\n").utf8))
      var lines = LineReader(child.output)
      while let line = lines.next() {
        memory.sample()
        let json = try JSONValue(parsing: line, name: "worker")
        if let progress = UnitProgress(json) {
          phase = progress
          report(progress)
        } else if case .failed(var failure) = UnitOutcome(json) {
          failure.peakMemory = memory.bytes
          return .failed(failure)
        } else if let outcome = UnitOutcome(json) {
          return outcome
        }
      }
      return lost(child.process, phase: phase, memory: memory)
    } catch {
      return .failed(UnitFailure("cannot run a worker: \(error)", phase: phase.description))
    }
  }

  /// Asks the child to stop behind a checkpoint; none is started any more.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      if let process = state.process, process.isRunning { process.terminate() }
    }
  }

  /// Ends the child at once.
  func kill() {
    state.withLock { state in
      if let process = state.process, process.isRunning {
        Glibc.kill(process.processIdentifier, SIGKILL)
      }
    }
  }

  /// Lets the child end, which it does when there is no more input.
  func close() {
    let process = state.withLock { state -> Process? in
      try? state.input?.close()
      defer { state = State(isStopped: state.isStopped) }
      return state.process
    }
    process?.waitUntilExit()
    try? FileManager.default.removeItem(atPath: errorFile)
  }

  /// The child that runs, or a new one; nil once it was stopped.
  private func started() throws -> (process: Process, input: FileHandle, output: FileHandle)? {
    try state.withLock { state in
      if state.isStopped { return nil }
      if let process = state.process, let input = state.input, let output = state.output {
        return (process, input, output)
      }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: ChildWorker.executable)
      process.arguments = ["worker"] + arguments
      let (input, output) = (Pipe(), Pipe())
      process.standardInput = input
      process.standardOutput = output
      // On a full disk the child's words are lost, and its unit will say so itself.
      let hasFile = FileManager.default.createFile(atPath: errorFile, contents: nil)
      process.standardError =
        hasFile ? FileHandle(forWritingAtPath: errorFile) : FileHandle.nullDevice
      try process.run()
      state.process = process
      state.input = input.fileHandleForWriting
      state.output = output.fileHandleForReading
      return (process, input.fileHandleForWriting, output.fileHandleForReading)
    }
  }

  /// What became of a unit whose worker has died; the next unit gets a new worker.
  private func lost(_ process: Process, phase: UnitProgress, memory: PeakMemory) -> UnitOutcome {
    process.waitUntilExit()
    let isStopped = state.withLock { state -> Bool in
      state = State(isStopped: state.isStopped)
      return state.isStopped
    }
    if isStopped { return .stopped }
    let status = Int(process.terminationStatus)
    let isSignal = process.terminationReason == .uncaughtSignal
    var message =
      isSignal ? "the worker died of signal \(status)" : "the worker ended with \(status)"
    if isSignal, status == SIGKILL { message += "; did memory run out?" }
    let words = (try? FileBytes.read(errorFile)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let last = words.split(separator: "\n").suffix(5).joined(separator: "\n")
    if !last.isEmpty { message += "\n\(last)" }
    var failure = UnitFailure(message, phase: phase.description)
    failure.signal = isSignal ? status : nil
    failure.peakMemory = memory.bytes
    return .failed(failure)
  }

  /// This program.
  private static let executable =
    FileManager.default.fileExists(atPath: "/proc/self/exe")
    ? URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    : CommandLine.arguments[0]
}

/// The lines that come through a pipe; waits for each.
private struct LineReader {
  private let file: FileHandle
  private var rest = Data()

  init(_ file: FileHandle) { self.file = file }

  mutating func next() -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        defer { rest = Data(rest[(end + 1)...]) }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      let more = file.availableData
      // Half a line of a worker that died says nothing.
      if more.isEmpty { return nil }
      rest += more
    }
  }
}

/// The most memory that a process was seen to hold, at most once a second.
private struct PeakMemory {
  var process: Int32 = 0
  private(set) var bytes: Int?
  private var last = ContinuousClock.now - .seconds(2)

  mutating func sample() {
    let now = ContinuousClock.now
    guard now - last > .seconds(1), let status = try? FileBytes.read("/proc/\(process)/status")
    else { return }
    last = now
    for line in String(decoding: status, as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("VmHWM:") {
      let digits = line.filter { $0.isASCII && $0.isNumber }
      bytes = Int(digits).map { $0 << 10 } ?? bytes
    }
  }
}
