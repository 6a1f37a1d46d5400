import FoundationEssentials
import TestSupport
import Testing

@testable import FileFormats

@Suite("Faulty matrices")
struct MatrixFaultTests {
  /// The message of reading a whole file with the given contents; nil if it can be read.
  private func fault(_ contents: [UInt8], _ name: String) throws -> String? {
    try withTemporaryFolder { folder in
      try AtomicFile.write(contents, to: "\(folder)/\(name)")
      do {
        var reader = try MatrixReader("\(folder)/\(name)")
        while try !reader.next(2).isEmpty {}
        return nil
      } catch let error as FormatError {
        return String("\(error)".dropFirst(folder.count + 1))
      }
    }
  }

  private func fault(csv text: String) throws -> String? { try fault(Array(text.utf8), "x.csv") }

  @Test(
    "tables name file, line and column",
    arguments: [
      ("a,b\n1,2\n3,x\n", "x.csv:3:2: expected a number in column 2, found 'x'"),
      ("1,2\n\n\n3,\n", "x.csv:4:2: expected a number in column 2, found ''"),
      ("1,2\n3,\"  \"\n", "x.csv:2:2: expected a number in column 2, found '  '"),
      ("1,2\r\n3\r\n", "x.csv:2: has 1 fields, expected 2 as in the rows before"),
      ("1,2\n3,4,5\n", "x.csv:2: has 3 fields, expected 2 as in the rows before"),
      (
        "1.5,x\n1,2\n",
        "x.csv:1: has numbers and texts; expected numbers, or the names of the columns"
      ),
      ("1 2\n", "x.csv: holds no row of numbers"), ("", "x.csv: holds no row of numbers"),
      ("a,b\n", "x.csv: holds no row of numbers"), ("\n\n", "x.csv: holds no row of numbers"),
      (
        ",0,1\n0,2.5,3.5\n",
        "x.csv:1: has no name for its first column: row numbers, as pandas writes them? Write it "
          + "with index=False"
      ),
      (
        "0,1,2\n2.5,3.5,1\n",
        "x.csv:1: is 0,1,...: column numbers, as pandas writes them? Write it with header=False, or "
          + "with names that are no numbers"
      ),
      ("1,2\n3,\"4\n", "x.csv:3: ends inside a quoted field; is a quote missing?"),
      (
        "1,2\n3,4\"5\n",
        "x.csv:2: is no valid CSV: error parsing data while strict checking enabled; is a quote "
          + "missing?"
      ),
    ])
  func tables(text: String, message: String) throws {
    #expect(try fault(csv: text) == message)
  }

  @Test(
    "tables may have quotes, blanks, empty lines, a byte order mark, NaN and infinities",
    arguments: ["1,2\n", "\u{feff}a,b\n1,2", "\"1\",\" 2 \"\n", " 1 ,\t2\r\n\r\n", "nan,-inf\n"])
  func goodTables(text: String) throws { #expect(try fault(csv: text) == nil) }

  @Test("a table is read in pieces that end anywhere")
  func longTable() throws {
    try withTemporaryFolder { folder in
      var text = "first,second\n"
      for row in 0..<20_000 { text += "\(row),\(Double(row) / 3)\n" }
      try AtomicFile.write(text, to: "\(folder)/x.csv")
      var reader = try MatrixReader("\(folder)/x.csv")
      #expect(try reader.next(7) == (0..<7).flatMap { [Double($0), Double($0) / 3] })
      let rest = try reader.rest()
      #expect(rest == (7..<20_000).flatMap { [Double($0), Double($0) / 3] })
    }
  }

  @Test("arrays that are cut, too long or of an impossible shape are refused")
  func arrays() throws {
    let good = header("'<f8'", "False", "(2, 3)") + bytes([1, 2, 3, 4, 5, 6])
    #expect(try fault(good, "x.npy") == nil)
    for count in 0..<good.count {
      #expect(try fault([UInt8](good[..<count]), "x.npy") != nil, "\(count) bytes")
    }
    #expect(
      try fault(good + [0], "x.npy")
        == "x.npy: has 49 bytes of data, expected 48 for shape [2, 3] of <f8; is it cut off?")
    for (shape, message) in [
      ("(2, 0)", "the array has shape [2, 0]: rows without numbers"),
      ("(9223372036854775807, 2)", "has an impossible shape [9223372036854775807, 2]"),
      ("(-1,)", "has a header that cannot be read"), ("7", "has a header that cannot be read"),
    ] {
      let found = try fault(header("'<f8'", "False", shape), "x.npy")
      #expect(found?.hasPrefix("x.npy: \(message)") == true, "\(found ?? "")")
    }
    for type in ["'|O'", "'<c16'", "'f8'", "[('a', '<f4')]", "'='"] {
      #expect(try fault(header(type, "False", "(2,)"), "x.npy") != nil, "\(type)")
    }
  }

  @Test("compressed files that are cut, damaged or columns first are refused")
  func compressed() throws {
    let name = "f4-little-rows-v1.npy.gz"
    let good = try FileBytes.read(fixture("matrices/\(name)"))
    #expect(try fault(good, "x.npy.gz") == nil)
    for count in 0..<good.count {
      #expect(try fault([UInt8](good[..<count]), "x.npy.gz") != nil, "\(count) bytes")
    }
    // Beyond the ten bytes of gzip's header every damage is found, at the latest by the checksum.
    for index in 10..<good.count {
      var damaged = good
      damaged[index] ^= 1
      #expect(try fault(damaged, "x.npy.gz") != nil, "byte \(index)")
    }
    #expect(
      try fault(good + good, "x.npy.gz") == "x.npy.gz: has more data than shape [4, 2, 3] needs")
    let columns = try FileBytes.read(fixture("matrices/f4-little-columns-v1.npy.gz"))
    let message = try #require(try fault(columns, "x.npy.gz"))
    #expect(message.hasPrefix("x.npy.gz: is compressed and stored column by column"))
    let table = try FileBytes.read(fixture("matrices/named.csv.gz"))
    #expect(
      try fault(table + table, "x.csv.gz")
        == "x.csv.gz:6:1: expected a number in column 1, found 'a'")
    #expect(try fault([UInt8](table.dropLast()), "x.csv.gz") != nil)
  }

  @Test(
    "files of other kinds are refused with what to do",
    arguments: [
      ("logits.pt", "pickle"), ("logits.npz", "numpy.save"), ("x.safetensors.gz", "gunzip"),
      ("logits.txt", "known by their names: .safetensors, .npy, .csv"),
      ("x.safetensors", "name one of its tensors"),
    ])
  func otherKinds(name: String, hint: String) throws {
    let message = try #require(try fault([], name))
    #expect(message.contains(hint))
  }

  @Test("a file that shrinks while it is read is an error")
  func shrinking() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/x.npy"
      try AtomicFile.write(header("'<f8'", "False", "(2,)") + bytes([1, 2]), to: path)
      var reader = try MatrixReader(path)
      #expect(try reader.next(1) == [1])
      try Data(header("'<f8'", "False", "(2,)") + bytes([1])).write(to: URL(filePath: path))
      #expect(throws: FormatError.self) { try reader.next(1) }
    }
  }
}
