import FoundationEssentials
import Testing

@testable import FileFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Atomic files")
struct AtomicFileTests {
  /// A fresh folder; the caller removes it.
  private static func folder() throws -> String {
    let path = temporaryPath("folder")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func contents(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("replaces a file and leaves nothing else behind")
  func replacing() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write("old", to: folder + "/a")
    try AtomicFile.write("new", to: folder + "/a")
    #expect(try FileBytes.read(folder + "/a") == Array("new".utf8))
    #expect(try contents(folder) == ["a"])
  }

  @Test("writes texts as they come, and keeps the old file if one of them fails")
  func pieces() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write(to: folder + "/a") { output in
      try output.write("first\n")
      try output.write("")
      try output.write("zweite Zeile, länger als fünfzehn Byte\n")
    }
    let text = "first\nzweite Zeile, länger als fünfzehn Byte\n"
    #expect(try FileBytes.read(folder + "/a") == Array(text.utf8))
    #expect(throws: FormatError.self) {
      try AtomicFile.write(to: folder + "/a") { output in
        try output.write("lost")
        throw FormatError(path: "x", message: "x")
      }
    }
    #expect(try FileBytes.read(folder + "/a") == Array(text.utf8))
    #expect(try contents(folder) == ["a"])
  }

  @Test("keeps a symbolic link and replaces what it points to")
  func link() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write("old", to: folder + "/a")
    #expect(symlink("a", folder + "/b") == 0)
    try AtomicFile.write("new", to: folder + "/b")
    #expect(try FileBytes.read(folder + "/a") == Array("new".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/b") == "a")
  }

  @Test("names the path and the reason where it cannot write")
  func refusals() throws {
    #expect(
      throws: FormatError(
        path: "/absent/a", message: "cannot create a file in /absent: No such file or directory",
        kind: .storage)
    ) { try AtomicFile.write("x", to: "/absent/a") }
    #expect(throws: FormatError(path: "/tmp", message: "is a folder, cannot write a file here")) {
      try AtomicFile.write("x", to: "/tmp")
    }
  }

  @Test(
    "a full device is an error", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDevice() {
    #expect(
      throws: FormatError(
        path: "/dev/full", message: "cannot write: No space left on device", kind: .storage)
    ) { try AtomicFile.write("x", to: "/dev/full") }
  }

  @Test("a write that fails midway keeps the old file and removes the new one")
  func interrupted() async {
    // A limit on file sizes stands in for a full disk; it belongs to the whole process.
    await #expect(processExitsWith: .success) {
      let folder = try AtomicFileTests.folder()
      try AtomicFile.write("old", to: folder + "/a")
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 5000, rlim_max: 5000)
      #if canImport(Glibc)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
        setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      var writer = SafetensorsWriter()
      writer.add("big", shape: [100_000], floats: [Float](repeating: 1, count: 100_000))
      do {
        try writer.write(to: folder + "/a")
        exit(2)
      } catch {}
      guard try FileBytes.read(folder + "/a") == Array("old".utf8) else { exit(3) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      try FileManager.default.removeItem(atPath: folder)
      guard left == ["a"] else { exit(4) }
      exit(0)
    }
  }

  @Test("publishes once, and gives later writers the first one's bytes")
  func publishing() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/record"
    #expect(try AtomicFile.publish([1, 2], to: path, temporaryFolder: folder) == .published)
    #expect(
      try AtomicFile.publish([3], to: path, temporaryFolder: folder)
        == .alreadyThere(bytes: [1, 2]))
    #expect(try contents(folder) == ["record"])
  }

  @Test("of many that publish at once, one succeeds")
  func race() async throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
      for i in 0..<16 {
        group.addTask {
          try AtomicFile.publish([UInt8(i)], to: folder + "/r", temporaryFolder: folder)
            == .published
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(winners == 1)
    #expect(try contents(folder) == ["r"])
  }

  @Test(
    "reads files without a length to their end",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func withoutLength() throws {
    #expect(try FileBytes.read("/proc/self/status").count > 100)
  }
}
