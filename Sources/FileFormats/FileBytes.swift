/// Whole files as bytes.
public enum FileBytes {
  /// Reads a file; the error names the path and the system's reason.
  public static func read(_ path: String) throws -> [UInt8] {
    let file = try OpenFile(path)
    var bytes = try file.elementsAtMost(file.count)
    // Files without a length (pipes, /proc) and files that grow are read to their end.
    while true {
      let more = try file.elementsAtMost(1 << 16, at: bytes.count)
      if more.isEmpty { return bytes }
      bytes += more
    }
  }
}

extension OpenFile {
  /// Up to `limit` bytes: fewer only if the file ends before.
  fileprivate func elementsAtMost(_ limit: Int, at position: Int = 0) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialised in
      let all = UnsafeMutableRawBufferPointer(buffer)
      while initialised < limit {
        let size = try readSome(
          into: UnsafeMutableRawBufferPointer(rebasing: all[initialised...]),
          at: position + initialised)
        if size == 0 { break }
        initialised += size
      }
    }
  }
}
