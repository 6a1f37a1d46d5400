import Configuration
import FileFormats
import Metrics
import Testing
import TestSupport

@testable import Results

@Suite("Operating point files")
struct OperatingPointFileTests {
  private func point() throws -> OperatingPoint {
    var point = try OperatingPoint(
      detector: "energy", settings: "temperature=0.5",
      validation: (0..<60).map { 0.1 * Double($0) }, levels: [0.95, 0.99])
    try point.realise(on: [-1, 3, 4], set: "test", role: .inDistribution)
    try point.realise(on: [-2, -1, 1], set: "near", role: .outOfDistribution)
    return point
  }

  @Test("what is written reads back equal")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/point.json"
      let point = try point()
      try OperatingPointFile.write(point, to: path)
      #expect(try OperatingPointFile.read(path) == point)
      let json = try JSONValue(parsing: FileBytes.read(path), name: path)
      #expect(json["positive"] == .string("in-distribution"))
      guard case .array(let thresholds)? = json["thresholds"] else {
        Issue.record("no thresholds")
        return
      }
      // 61 x 0.05 = 3.05: the third of 0, 0.1, 0.2; 99 % cannot be promised from 60 images.
      #expect(thresholds[0]["threshold"]?.double == 0.2)
      #expect(thresholds[2]["threshold"] == .null)
    }
  }

  @Test("files of another kind and with members missing are refused with the path")
  func faults() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/point.json"
      for (text, message) in [
        ("{}", "no format, expected ood-operating-point/1"),
        (#"{"format":"ood-operating-point/2"}"#, "format ood-operating-point/2, expected"),
        (#"{"format":"ood-operating-point/1"}"#, "'thresholds' is missing"),
      ] {
        try AtomicFile.write(text, to: path)
        let error = #expect(throws: ResultsError.self) { try OperatingPointFile.read(path) }
        #expect(error?.description.hasPrefix("\(path): ") == true)
        #expect(error?.description.contains(message) == true)
      }
    }
  }
}
