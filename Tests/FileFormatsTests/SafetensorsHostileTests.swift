import FoundationEssentials
import Testing

@testable import FileFormats

@Suite("Broken safetensors files")
struct SafetensorsHostileTests {
  /// Writes a file of the given header and data length, and gives the error of opening it.
  private func fault(_ header: String, data: Int, statedLength: UInt64? = nil) throws -> String? {
    let length = statedLength ?? UInt64(header.utf8.count)
    let bytes = withUnsafeBytes(of: length.littleEndian) { [UInt8]($0) } + Array(header.utf8)
    return try faultOfBytes(bytes + [UInt8](repeating: 0, count: data))
  }

  private func faultOfBytes(_ bytes: [UInt8]) throws -> String? {
    let path = temporaryPath("safetensors")
    try AtomicFile.write(bytes, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      _ = try SafetensorsFile(path)
      return nil
    } catch let error as FormatError {
      #expect(error.path == path)
      return error.message
    }
  }

  private func entry(_ shape: String, _ offsets: String, dtype: String = "F32") -> String {
    "{\"dtype\":\"\(dtype)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
  }

  @Test("a sound file opens, with blanks behind its header too")
  func sound() throws {
    #expect(try fault("{\"a\":\(entry("[2]", "[0,8]"))}  ", data: 8) == nil)
    #expect(try fault("{}", data: 0) == nil)
  }

  @Test(
    "a header that is no header",
    arguments: [
      "", "[]", " {}", "{", "{}x", "{\"a\"}", "{\"a\":1}", "{'a':1}", "{\"a\":{}}", "nul",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}}", "{\"__metadata__\":[]}",
      "{\"__metadata__\":{\"a\":1}}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\u{1}\"}", "{\"a\":01}",
    ])
  func noHeader(_ header: String) throws {
    #expect(try fault(header, data: 0) != nil)
  }

  @Test("nesting so deep that it would overflow the stack")
  func nesting() throws {
    let header = "{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(try fault(header, data: 0)?.contains("at most 32 levels") == true)
  }

  @Test("bytes that are no text in the header")
  func invalidText() throws {
    #expect(try faultOfBytes([6, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x22, 0xff, 0x22, 0x3a, 0x7d]) != nil)
  }

  @Test("a header length beyond the file", arguments: [3, 1 << 40, UInt64.max])
  func headerLength(_ length: UInt64) throws {
    #expect(try fault("{}", data: 0, statedLength: length)?.contains("states a header") == true)
  }

  @Test("a file of a few bytes", arguments: 0..<8)
  func short(_ count: Int) throws {
    #expect(try faultOfBytes([UInt8](repeating: 0, count: count))?.contains("too few") == true)
  }

  @Test(
    "data that does not fit the shapes",
    arguments: [
      ("[2]", "[0,4]", 4), ("[2]", "[0,16]", 16), ("[2]", "[8,0]", 8), ("[2]", "[0]", 8),
      ("[2]", "[0,8,8]", 8), ("[-2]", "[0,8]", 8), ("[2.0]", "[0,8]", 8), ("[1e1]", "[0,40]", 40),
      ("[2]", "[-8,0]", 8), ("[9223372036854775807,9]", "[0,8]", 8),
      ("[4611686018427387904]", "[0,0]", 0), ("[99999999999999999999]", "[0,8]", 8),
      ("[2]", "[9223372036854775799,9223372036854775807]", 8), ("2", "[0,8]", 8),
    ])
  func shapes(_ shape: String, _ offsets: String, _ data: Int) throws {
    #expect(try fault("{\"a\":\(entry(shape, offsets))}", data: data) != nil)
  }

  @Test("data that is cut off, or longer than the tensors", arguments: [0, 7, 9])
  func truncated(_ data: Int) throws {
    let message = try fault("{\"a\":\(entry("[2]", "[0,8]"))}", data: data)
    #expect(message?.hasPrefix("has \(data) bytes of data, expected 8") == true)
  }

  @Test("tensors that overlap or leave a hole")
  func layout() throws {
    let overlap = "{\"a\":\(entry("[2]", "[0,8]")),\"b\":\(entry("[2]", "[4,12]"))}"
    #expect(try fault(overlap, data: 12)?.contains("overlap or leave a hole") == true)
    let same = "{\"a\":\(entry("[2]", "[0,8]")),\"b\":\(entry("[2]", "[0,8]"))}"
    #expect(try fault(same, data: 8)?.contains("overlap or leave a hole") == true)
    let hole = "{\"a\":\(entry("[2]", "[0,8]")),\"b\":\(entry("[2]", "[12,20]"))}"
    #expect(try fault(hole, data: 20)?.contains("overlap or leave a hole") == true)
    #expect(try fault("{\"a\":\(entry("[2]", "[4,12]"))}", data: 12) != nil)
  }

  @Test("a name that occurs twice")
  func duplicate() throws {
    let header = "{\"a\":\(entry("[1]", "[0,4]")),\"a\":\(entry("[1]", "[4,8]"))}"
    #expect(try fault(header, data: 8)?.contains("the key 'a' occurs twice") == true)
  }

  @Test("a type that is unknown lists the known ones")
  func type() throws {
    let message = try fault("{\"a\":\(entry("[8]", "[0,8]", dtype: "F4"))}", data: 8)
    #expect(message?.contains("dtype 'F4'; known: BOOL, U8") == true)
  }

  @Test("a missing file and a folder")
  func noFile() {
    #expect(
      throws: FormatError(
        path: "/absent/x", message: "cannot open: No such file or directory", kind: .system)
    ) {
      try SafetensorsFile("/absent/x")
    }
    #expect(throws: FormatError(path: "/", message: "is a folder, expected a file")) {
      try SafetensorsFile("/")
    }
  }
}
