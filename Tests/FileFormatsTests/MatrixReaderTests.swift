import FoundationEssentials
import TestSupport
import Testing

@testable import FileFormats

/// The numbers -7 to 16 in a box [4, 2, 3], stored in many ways by `scripts/fixtures/stored_arrays.py`.
private let matrices = fixture("matrices")
private let arrayFiles =
  ((try? FileManager.default.contentsOfDirectory(atPath: matrices)) ?? []).sorted()
  .filter { $0.hasSuffix(".npy") }

/// What a file of that name holds, row by row.
private func expected(_ name: String) -> [Double] {
  (0..<24).map { index in
    let number = Double(index - 7)
    return switch name.prefix(1) {
    case "f": number * 0.375
    case "u": number + 7
    case "b": (index - 7) % 2 == 0 ? 0 : 1
    default: number
    }
  }
}

/// All values of a reader, taken in tiles of some rows.
private func tiles(_ reader: MatrixReader, of limit: Int) throws -> [Double] {
  var reader = reader
  var values: [Double] = []
  while true {
    let tile = try reader.next(limit)
    if tile.isEmpty { return values }
    #expect(tile.count % reader.columns == 0 && tile.count <= limit * reader.columns)
    values += tile
  }
}

@Suite("Matrix reader")
struct MatrixReaderTests {
  @Test("reads every type, byte order, order of elements and version", arguments: arrayFiles)
  func arrays(_ name: String) throws {
    for limit in [1, 3, 4, 100] {
      let reader = try MatrixReader("\(matrices)/\(name)")
      #expect(reader.shape == [4, 2, 3])
      #expect(reader.rows == 4)
      #expect(reader.columns == 6)
      #expect(try tiles(reader, of: limit) == expected(name))
    }
  }

  @Test("there is a file of each kind")
  func kinds() { #expect(arrayFiles.count == 44) }

  @Test(
    "reads tables and compressed files",
    arguments: [
      "plain.csv", "named.csv", "named.csv.gz", "f4-little-rows-v1.npy.gz", "f8-big-rows-v1.npy.gz",
    ])
  func streams(_ name: String) throws {
    for limit in [1, 3, 4, 100] {
      let reader = try MatrixReader("\(matrices)/\(name)")
      #expect(reader.columns == 6)
      #expect(reader.shape == (name.contains("csv") ? nil : [4, 2, 3]))
      #expect(try tiles(reader, of: limit) == expected("f"))
    }
  }

  @Test("reads tensors of every type", arguments: ["f2", "f4", "f8", "i1", "i2", "i4", "i8"])
  func tensors(_ name: String) throws {
    let file = try SafetensorsFile("\(matrices)/types.safetensors")
    for limit in [1, 3, 100] {
      #expect(try tiles(file.rows(name), of: limit) == expected(name))
    }
  }

  @Test("a scalar is a row of one number, and a vector a column")
  func smallShapes() throws {
    let file = try SafetensorsFile(fixture("reference.safetensors"))
    var scalar = try file.rows("scalar")
    #expect(scalar.rows == 1)
    #expect(try scalar.rest() == [2.5])
    #expect(try scalar.rest() == [])
    var vector = try file.rows("bytes")
    #expect((vector.rows, vector.columns) == (3, 1))
    #expect(try vector.rest() == [0, 1, 2])
    #expect(try file.rows("empty").rows == 0)
    #expect(try tiles(file.rows("empty"), of: 5) == [])
  }

  @Test("64-bit floats keep every bit, and larger integers are refused")
  func exactness() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/exact.safetensors"
      var writer = SafetensorsWriter()
      writer.add("whole", shape: [2], integers: [1 << 53, -(1 << 53) - 1])
      writer.add("brain", shape: [1, 3], floats: [0.375, -1.5, .infinity], as: .bf16)
      try writer.write(to: path)
      var brain = try SafetensorsFile(path).rows("brain")
      #expect(try brain.rest() == [0.375, -1.5, .infinity])
      var whole = try SafetensorsFile(path).rows("whole")
      #expect(try whole.next(1) == [0x1p53])
      let error = #expect(throws: FormatError.self) { try whole.next(1) }
      #expect(
        error?.message
          == "tensor 'whole' holds -9007199254740993, more than a 64-bit float can hold exactly")
      try AtomicFile.write(
        header("'<f8'", "False", "(2,)") + bytes([1 / 3, .nan]), to: path + ".npy")
      var reader = try MatrixReader(path + ".npy")
      let values = try reader.rest()
      #expect(values[0] == 1.0 / 3)
      #expect(values[1].isNaN)
    }
  }

  @Test("columns first are read across the borders of slabs")
  func slabs() throws {
    try withTemporaryFolder { folder in
      // 2^18 rows of 9 columns of 8 bytes are 18 MiB, more than a slab.
      let rows = 1 << 18
      var columns: [Double] = []
      columns.reserveCapacity(rows * 9)
      for column in 0..<9 { for row in 0..<rows { columns.append(Double(row * 9 + column)) } }
      let path = "\(folder)/columns.npy"
      try AtomicFile.write(header("'<f8'", "True", "(\(rows), 9)") + bytes(columns), to: path)
      var reader = try MatrixReader(path)
      var next = 0.0
      var inOrder = true
      while true {
        let tile = try reader.next(10_007)
        if tile.isEmpty { break }
        for value in tile {
          inOrder = inOrder && value == next
          next += 1
        }
      }
      #expect(inOrder)
      #expect(next == Double(rows * 9))
    }
  }
}

/// The start of a .npy file of version 1.
func header(_ descr: String, _ isFortranOrder: String, _ shape: String) -> [UInt8] {
  let text = "{'descr': \(descr), 'fortran_order': \(isFortranOrder), 'shape': \(shape), }\n"
  return [0x93] + Array("NUMPY".utf8)
    + [1, 0, UInt8(text.utf8.count % 256), UInt8(text.utf8.count / 256)] + Array(text.utf8)
}

/// Numbers as little-endian bytes.
func bytes(_ values: [Double]) -> [UInt8] {
  values.withUnsafeBytes { [UInt8]($0) }
}
