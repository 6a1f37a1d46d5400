import FileFormats
import Foundation
import TestSupport

/// The built `ood`, run as a user runs it.
struct Program {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// A folder that nothing but the program and the test write into; also the working folder.
  let folder: String

  /// The executable beside the test bundle.
  static let path: String = {
    // Either the bundle is the program that runs, or it is named in the arguments.
    let candidates =
      CommandLine.arguments.filter { $0.contains(".xctest") } + [Bundle.main.bundlePath + "/x"]
    let folders = candidates.map { argument -> String in
      var url = URL(fileURLWithPath: argument)
      while url.path.contains(".xctest") { url.deleteLastPathComponent() }
      return url.path
    }
    let found = folders.map { "\($0)/ood" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return found ?? "ood"
  }()

  /// Runs the program with arguments and waits for it.
  ///
  /// - Parameters:
  ///   - input: what stands on standard input.
  ///   - output: the file that standard output goes to; nil for one that is read back.
  ///   - prefix: shell commands before the program starts.
  func run(
    _ arguments: [String], input: String = "", output: String? = nil, after prefix: String? = nil
  ) throws -> Outcome {
    // Files instead of pipes: a full pipe would stop the program, and a child of another test may
    // hold a pipe open.
    let streams = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask,
      appropriateFor: URL(fileURLWithPath: folder), create: true
    ).path
    defer { try? FileManager.default.removeItem(atPath: streams) }
    try AtomicFile.write(input, to: "\(streams)/in")
    for name in ["out", "err"] { try AtomicFile.write("", to: "\(streams)/\(name)") }
    let process = Process()
    if let prefix {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "\(prefix); exec \"$0\" \"$@\"", Program.path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["OOD_DATA"] = "\(folder)/no-data"
    process.environment = environment
    process.standardInput = FileHandle(forReadingAtPath: "\(streams)/in")
    process.standardOutput = FileHandle(forWritingAtPath: output ?? "\(streams)/out")
    process.standardError = FileHandle(forWritingAtPath: "\(streams)/err")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try FileBytes.read("\(streams)/\(name)"), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationStatus, output: try text("out"), error: try text("err"))
  }

  /// The names of everything below the folder, sorted.
  func contents() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    try AtomicFile.write(text, to: "\(folder)/\(name)")
  }

  /// Creates a folder in the folder.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
  }
}

/// The path of a file that another test target has committed, such as `ImagesTests/Fixtures/rgb8.png`.
func committed(_ path: String, file: StaticString = #filePath) -> String {
  URL(fileURLWithPath: "\(file)").deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(path).path
}

/// Calls the body with a program whose working folder is new and empty.
func withProgram(_ body: (Program) throws -> Void) throws {
  try withTemporaryFolder { folder in try body(Program(folder: folder)) }
}
