import Dispatch
import FileFormats
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@Suite("A lock")
struct FolderLockTests {
  @Test("is held by one at a time, says by whom, and is free after its release")
  func exclusion() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/.lock"
      let first = try FolderLock(path, holder: "the first")
      let error = #expect(throws: FolderLockedError.self) {
        _ = try FolderLock(path, holder: "the second")
      }
      #expect(
        error?.description == "\(path): held by the first; try again when it has ended")
      #expect(try FileBytes.read(path) == [UInt8]("the first".utf8))
      first.release()
      #expect(try FileBytes.read(path).isEmpty)
      let third = try FolderLock(path, holder: "x")
      #expect(try FileBytes.read(path) == [UInt8]("x".utf8))
      third.release()
    }
  }

  @Test("is taken while others look whether it is held")
  func looking() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/.lock"
      let refusals = Mutex(0)
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        for _ in 0..<500 {
          if index == 0 {
            _ = FolderLock.isHeld(path)
          } else {
            do {
              try FolderLock(path, holder: "x").release()
            } catch {
              refusals.withLock { $0 += 1 }
            }
          }
        }
      }
      #expect(refusals.withLock { $0 } == 0)
      #expect(!FolderLock.isHeld(path))
      let lock = try FolderLock(path, holder: "last")
      #expect(FolderLock.isHeld(path))
      lock.release()
    }
  }

  @Test("is free when its holder is gone")
  func disappearance() throws {
    try withTemporaryFolder { folder in
      func hold() throws { _ = try FolderLock("\(folder)/.lock", holder: "gone") }
      try hold()
      try FolderLock("\(folder)/.lock", holder: "next").release()
    }
  }

  @Test("in a folder that is not there is an error of the system")
  func missingFolder() {
    let error = #expect(throws: FormatError.self) {
      _ = try FolderLock("/absent/.lock", holder: "nobody")
    }
    #expect(error?.kind == .storage)
  }

  /// No process has the largest number that Linux gives, 2^22; process 1 always runs.
  @Test(
    "unfinished files are abandoned when their process on this machine has ended",
    arguments: [
      (".ood-HOST-4194304-7.tmp", true), (".ood-HOST-1-7.tmp", false),
      (".ood-elsewhere-4194304-7.tmp", false), (".ood-7.tmp", false),
      ("ood-HOST-4194304-7.tmp", false),
      (".ood-HOST-4194304-7", false), ("3fa91c.json", false),
    ])
  func abandonment(name: String, expected: Bool) {
    let name = name.replacing("HOST", with: ProcessIdentity.host)
    #expect(TemporaryName.isAbandoned(name) == expected)
  }
}
