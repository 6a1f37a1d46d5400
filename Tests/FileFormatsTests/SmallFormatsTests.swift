import FoundationEssentials
import TestSupport
import Testing

@testable import FileFormats

@Suite("SHA-256")
struct SHA256Tests {
  @Test("equals the examples of FIPS 180-2, appendix B")
  func examples() {
    #expect(
      SHA256.hexDigest(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexDigest(of: [])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hexDigest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("of pieces, floats and files is that of all their bytes")
  func pieces() throws {
    var hasher = SHA256.Hasher()
    hasher.update("ab")
    hasher.update([UInt8(ascii: "c")])
    #expect(hasher.finalize() == SHA256.hexDigest(of: Array("abc".utf8)))
    hasher.update([Float(1)])
    #expect(hasher.finalize() == SHA256.hexDigest(of: [0, 0, 0x80, 0x3f]))
    let path = temporaryPath("bin")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0) }
    try AtomicFile.write(bytes, to: path)
    #expect(try SHA256.hexDigest(ofFile: path) == SHA256.hexDigest(of: bytes))
  }
}

@Suite("Gzip")
struct GzipTests {
  /// `printf hello | gzip -n` (gzip 1.12).
  private let hello: [UInt8] = [
    0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 7, 0, 0x86, 0xa6, 0x10, 0x36,
    5, 0, 0, 0,
  ]

  @Test("decompresses one member, and several")
  func members() throws {
    #expect(try Gzip.decompress(hello, name: "x") == Array("hello".utf8))
    #expect(try Gzip.decompress(hello + hello, name: "x") == Array("hellohello".utf8))
  }

  @Test("refuses every cut, damage and excess")
  func faults() {
    for count in 0..<hello.count {
      #expect(throws: FormatError.self) { try Gzip.decompress([UInt8](hello[..<count]), name: "x") }
    }
    var damaged = hello
    damaged[18] ^= 1
    #expect(throws: FormatError.self) { try Gzip.decompress(damaged, name: "x") }
    #expect(throws: FormatError.self) { try Gzip.decompress(hello + [1], name: "x") }
    #expect(
      throws: FormatError(path: "x", message: "holds more than the 4 bytes expected at most")
    ) { try Gzip.decompress(hello, name: "x", maximumBytes: 4) }
  }
}

@Suite("CSV")
struct CSVTests {
  private func rows(_ text: String) throws -> [[String]] {
    try CSV.rows(Array(text.utf8), name: "x.csv")
  }

  @Test("reads quotes, line ends, blanks and a byte order mark")
  func reading() throws {
    #expect(try rows("a,b\r\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(
      try rows("\u{feff}a, b ,\"c,\"\"d\"\"\n\"\n\n,\n") == [["a", " b ", "c,\"d\"\n"], ["", ""]])
    #expect(try rows("") == [])
  }

  @Test("names the line of an unbalanced quote")
  func quotes() {
    #expect(throws: FormatError.self) { try rows("a\n\"b") }
    let error = #expect(throws: FormatError.self) { try rows("a,b\nc,d\"e\n") }
    #expect(error?.message.hasPrefix("line 2 is no valid CSV") == true)
    #expect(throws: FormatError.self) { try CSV.rows([0x61, 0xff, 0x0a], name: "x") }
  }

  @Test(
    "reads back what it writes",
    arguments: [["a", "b"], [""], ["", ""], ["a,b", "\"", "\n", " x "], ["é", "😀"]])
  func roundTrip(_ fields: [String]) throws {
    #expect(try rows(CSV.line(fields) + "\n" + CSV.line(fields)) == [fields, fields])
  }
}

@Suite("idx")
struct IDXTests {
  @Test("reads a box of bytes")
  func reading() throws {
    let file = try IDX.read(
      [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6], name: "x")
    #expect(file.shape == [2, 3])
    #expect(file.values == [1, 2, 3, 4, 5, 6])
  }

  @Test(
    "refuses what is cut off, too long, of another type or impossible",
    arguments: [
      [], [0, 0, 8], [0, 0, 8, 1, 0, 0], [0, 0, 8, 1, 0, 0, 0, 2, 1],
      [0, 0, 8, 1, 0, 0, 0, 1, 1, 2],
      [0, 0, 13, 1, 0, 0, 0, 1, 1], [1, 0, 8, 1, 0, 0, 0, 1, 1],
      [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12),
    ] as [[UInt8]])
  func faults(_ bytes: [UInt8]) {
    #expect(throws: FormatError.self) { try IDX.read(bytes, name: "x") }
  }
}

@Suite(".npy")
struct NPYTests {
  @Test("reads what NumPy wrote (scripts/fixtures/stored_arrays.py)")
  func reading() throws {
    for name in ["matrix.npy", "columns.npy"] {
      let matrix = try NPYFile(fixture(name))
      #expect(matrix.shape == [3, 2])
      var rows = try matrix.rows()
      #expect(try rows.rest() == [0, -1.5, 65504, 0x1p-24, Double(Float(1) / 3), .infinity])
    }
    let vector = try NPYFile(fixture("vector.npy"))
    #expect(vector.shape == [3])
    var rows = try vector.rows()
    #expect(try rows.rest() == [3, -4, 5])
  }

  @Test("refuses objects, whose reading could run code")
  func objects() {
    #expect(throws: FormatError.self) { try NPYFile(fixture("objects.npy")) }
  }
}

@Suite("NIfTI")
struct NIfTITests {
  /// A 2 x 1 x 1 volume of 16-bit numbers 3 and -4 with slope 0.5 and offset 1, by hand.
  private var volume: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 352)
    func put<Number: FixedWidthInteger>(_ value: Number, at position: Int) {
      withUnsafeBytes(of: value.littleEndian) { raw in
        for i in 0..<raw.count { bytes[position + i] = raw[i] }
      }
    }
    put(Int32(348), at: 0)
    for (i, size) in [3, 2, 1, 1].enumerated() { put(Int16(size), at: 40 + 2 * i) }
    put(Int16(4), at: 70)
    put(Float(352).bitPattern, at: 108)
    put(Float(0.5).bitPattern, at: 112)
    put(Float(1).bitPattern, at: 116)
    bytes.replaceSubrange(344..<348, with: [0x6e, 0x2b, 0x31, 0])
    return bytes + [3, 0, 0xfc, 0xff]
  }

  @Test("reads scaled values")
  func reading() throws {
    let read = try NIfTI.read(volume, name: "x")
    #expect(read.shape == [2, 1, 1])
    #expect(read.values == [2.5, -1])
  }

  @Test("refuses a cut file, an unknown type and impossible sizes")
  func faults() {
    for count in [0, 347, 352, 355] {
      #expect(throws: FormatError.self) { try NIfTI.read([UInt8](volume[..<count]), name: "x") }
    }
    for (position, value) in [(70, 99), (40, 9), (42, 0), (0, 1), (111, 0xff)] as [(Int, UInt8)] {
      var broken = volume
      broken[position] = value
      #expect(throws: FormatError.self, "byte \(position)") {
        try NIfTI.read(broken, name: "x")
      }
    }
  }
}
