import FoundationEssentials
import TestSupport
import Testing

@testable import FileFormats

@Suite("Safetensors")
struct SafetensorsTests {
  private let values: [Float] = [0, -1.5, 65504, 0x1p-24, 1 / 3, .infinity]

  @Test("reads what the reference implementation wrote (scripts/fixtures/stored_arrays.py)")
  func reference() throws {
    let file = try SafetensorsFile(fixture("reference.safetensors"))
    #expect(
      file.names
        == ["a/é", "b", "bytes", "count", "double", "empty", "flag", "scalar", "small"])
    #expect(file.metadata == ["format": "np \"quoted\"\n"])
    #expect(try file.floats("b") == values)
    #expect(file.shape("b") == [2, 3])
    #expect(file.dtype("a/é") == "F16")
    #expect(try file.floats("a/é") == values.map { Float(Float16($0)) })
    #expect(try file.doubles("double") == values.map { Double($0) })
    #expect(try file.floats("empty") == [])
    #expect(try file.floats("scalar") == [2.5])
    #expect(file.shape("scalar") == [])
    #expect(try file.integers("count") == [-1, 1 << 40])
    #expect(try file.integers("flag") == [1, 0])
    #expect(try file.integers("small") == [-7, 300])
    #expect(try file.bytes("bytes") == [0, 1, 2])
  }

  @Test("writes the bytes that the reference implementation writes")
  func identicalBytes() throws {
    let path = temporaryPath("safetensors")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let reference = try SafetensorsFile(fixture("reference.safetensors"))
    var writer = SafetensorsWriter(metadata: reference.metadata)
    writer.add("small", shape: [2], integers32: [-7, 300])
    writer.add("flag", shape: [2], flags: [true, false])
    writer.add("scalar", shape: [], floats: [2.5])
    writer.add("empty", shape: [0, 4], floats: [])
    writer.add("double", shape: [6], doubles: values.map { Double($0) })
    writer.add("count", shape: [2], integers: [-1, 1 << 40])
    writer.add("bytes", shape: [3], bytes: [0, 1, 2])
    writer.add("b", shape: [2, 3], floats: values)
    writer.add("a/é", shape: [6], floats: values, as: .f16)
    try writer.write(to: path)
    #expect(try FileBytes.read(path) == FileBytes.read(fixture("reference.safetensors")))
  }

  @Test("reads every 16-bit float exactly")
  func halfPrecision() throws {
    let all = (0...UInt16.max).map { $0 }
    // The compiler's own conversion is the reference; NaN compares by its bits.
    let expected = all.map { Float(Float16(bitPattern: $0)) }
    let read = try stored(all, as: "F16")
    for i in 0..<all.count where !expected[i].isNaN || !read[i].isNaN {
      if expected[i].bitPattern != read[i].bitPattern { Issue.record("half \(all[i])") }
    }
    let brain = try stored(all, as: "BF16")
    for i in 0..<all.count { #expect(brain[i].bitPattern == UInt32(all[i]) << 16) }
    #expect(brain.filter { !$0.isNaN }.count == 65536 - 2 * 127)
    #expect(brains(from: brain).elementsEqual(all) { $0 == $1 || $0 == $1 | 0x40 })
  }

  /// What a file that holds these 16-bit patterns gives, from an odd address on.
  private func stored(_ patterns: [UInt16], as type: String) throws -> [Float] {
    let offsets = "\"data_offsets\":[1,\(1 + 2 * patterns.count)]"
    let header =
      "{\"a\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[0,1]},"
      + "\"b\":{\"dtype\":\"\(type)\",\"shape\":[\(patterns.count)],\(offsets)}}"
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    bytes += [UInt8](header.utf8) + [0]
    for pattern in patterns { bytes += [UInt8(pattern & 0xff), UInt8(pattern >> 8)] }
    return try withTemporaryFolder { folder in
      try AtomicFile.write(bytes, to: "\(folder)/x.safetensors")
      let file = try SafetensorsFile("\(folder)/x.safetensors")
      let whole = try file.floats("b")
      var part = [Float](repeating: 7, count: patterns.count + 2)
      var span = part.mutableSpan
      try file.read("b", into: &span, at: 1)
      #expect(part.first == 7 && part.last == 7)
      #expect(part.dropFirst().dropLast().map(\.bitPattern) == whole.map(\.bitPattern))
      return whole
    }
  }

  @Test("rounds bfloat16 to nearest, ties to even")
  func brainRounding() throws {
    // bfloat16 keeps 8 bits of significand: above 256 the step is 2.
    let halfway = try stored(brains(from: [257, 259, 258.5, -257]), as: "BF16")
    #expect(halfway == [256, 260, 258, -256])
    #expect(try stored(brains(from: [.greatestFiniteMagnitude]), as: "BF16") == [.infinity])
    #expect(try stored(brains(from: [Float(bitPattern: 0x7f80_0001)]), as: "BF16")[0].isNaN)
  }

  @Test("says what is there when a tensor is missing or of another type")
  func messages() throws {
    let path = fixture("reference.safetensors")
    let file = try SafetensorsFile(path)
    #expect(
      throws: FormatError(
        path: path, message: "tensor 'b' has dtype F32, expected an integer type or BOOL")
    ) {
      try file.integers("b")
    }
    let missing = #expect(throws: FormatError.self) { try file.floats("logits") }
    #expect(missing?.message.hasPrefix("has no tensor 'logits'; it has 9: a/é, b, bytes") == true)
  }
}

/// A fresh path in the system's temporary folder.
func temporaryPath(_ suffix: String) -> String {
  FileManager.default.temporaryDirectory.appending(path: "ood-\(UUID().uuidString).\(suffix)").path
}
