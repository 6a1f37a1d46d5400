import Foundation
import Testing

@testable import ood

@Suite("Revision in git")
struct GitRevisionTests {
  /// The exit code of a shell's commands in a folder.
  private func shell(_ commands: String, in folder: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", commands]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("is the commit, marked where a known file was changed, and nothing outside of git")
  func revision() throws {
    try withProgram { program in
      #expect(GitRevision.ofFolder("\(program.folder)/none") == nil)
      #expect(GitRevision.ofFolder(program.folder) == nil)
      // A source archive has no git, and its machine may have none.
      guard try shell("git --version", in: program.folder) == 0 else { return }
      let git = "git -c user.name=a -c user.email=a@b"
      let commands = [
        "git init -q", "echo 1 > a", "git add a", "\(git) commit -q -m first",
        "\(git) tag -a -m t v1",
      ]
      #expect(try shell(commands.joined(separator: " && "), in: program.folder) == 0)
      let revision = try #require(GitRevision.ofFolder(program.folder))
      #expect(revision.count == 40 && revision.allSatisfy(\.isHexDigit))
      _ = try shell("echo 2 > b", in: program.folder)
      #expect(GitRevision.ofFolder(program.folder) == revision)
      _ = try shell("echo 2 > a", in: program.folder)
      #expect(GitRevision.ofFolder(program.folder) == "\(revision)-dirty")
    }
  }
}
