import Foundation

/// The revision in git of a folder, for the environment of records.
enum GitRevision {
  /// The commit, with `-dirty` behind it where files that git knows were changed; nil outside of git
  /// and without git.
  static func ofFolder(_ folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // No tag is admitted, so that the commit stands there and not the distance to a tag.
    process.arguments = [
      "git", "-C", folder, "describe", "--always", "--abbrev=40", "--dirty", "--exclude=*",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    // The worker's own input are its tasks.
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let revision = text.split(whereSeparator: \.isWhitespace).first.map(String.init)
    return process.terminationStatus == 0 ? revision : nil
  }
}
