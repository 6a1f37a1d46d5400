import FoundationEssentials
import TestSupport
import Testing

@testable import FileFormats

@Suite("Safetensors")
struct SafetensorsTests {
  @Test("reads back what it wrote")
  func roundTrip() throws {
    let path = temporaryPath("safetensors")
    defer { try? FileManager.default.removeItem(atPath: path) }
    var writer = SafetensorsWriter(metadata: ["format": "pt", "quote": "\"\n\u{1}"])
    let values: [Float] = [0, -0.0, 1.5, -65504, 0x1p-24, .infinity]
    writer.add("f32", shape: [2, 3], floats: values)
    writer.add("f16", shape: [6], floats: values, as: .f16)
    writer.add("bf16", shape: [3, 2], floats: values, as: .bf16)
    writer.add("f64", shape: [1, 6], floats: values, as: .f64)
    writer.add("i", shape: [2], integers: [.max, -1])
    writer.add("b", shape: [3], bytes: [1, 2, 255])
    writer.add("scalar", shape: [], floats: [2.6592])
    writer.add("empty", shape: [0, 4], floats: [])
    try writer.write(to: path)
    let file = try SafetensorsFile(path)
    #expect(file.names == ["b", "bf16", "empty", "f16", "f32", "f64", "i", "scalar"])
    #expect(file.metadata == ["format": "pt", "quote": "\"\n\u{1}"])
    #expect(try file.floats("f32") == values)
    #expect(try file.floats("f16") == values)
    #expect(try file.doubles("f64") == values.map { Double($0) })
    #expect(try file.floats("bf16") == [0, 0, 1.5, -65536, 0x1p-24, .infinity])
    #expect(try file.integers("i") == [.max, -1])
    #expect(try file.integers("b") == [1, 2, 255])
    #expect(try file.floats("scalar") == [2.6592])
    #expect(file.shape("empty") == [0, 4])
    #expect(file.dtype("bf16") == "BF16")
    #expect(throws: FormatError.self) { try file.floats("i") }
    #expect(throws: FormatError.self) { try file.floats("absent") }
  }
}

/// A fresh path in the system's temporary folder.
func temporaryPath(_ suffix: String) -> String {
  FileManager.default.temporaryDirectory.appending(path: "ood-\(UUID().uuidString).\(suffix)").path
}
