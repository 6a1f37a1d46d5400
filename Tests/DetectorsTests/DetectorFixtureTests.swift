import Configuration
import Detectors
import FileFormats
import Tensors
import TestSupport
import Testing

/// Expected scores: the formulas in float64, equal to pytorch-ood 0.4.0, by
/// scripts/fixtures/detectors.py.
@Suite("Detectors against the formulas in float64")
struct DetectorFixtureTests {
  /// A fixture's detector, "mcm@0.01" or "max-logit", with its settings.
  private func detector(_ description: String) throws -> any Detector {
    let parts = description.split(separator: "@")
    let temperature = parts.count > 1 ? try #require(Double(String(parts[1]))) : 1
    switch parts[0] {
    case "mcm":
      var detector = MaximumConceptMatching()
      detector.temperature = temperature
      return detector
    case "msp":
      var detector = MaximumSoftmaxProbability()
      detector.temperature = temperature
      return detector
    case "energy":
      var detector = Energy()
      detector.temperature = temperature
      return detector
    default: return MaxLogit()
    }
  }

  @Test(
    "scores agree to 1e-12",
    arguments: [
      "classes10", "classes1000", "classes17", "one_class", "duplicate_rows", "zero_logits",
      "huge", "largest", "plain",
    ])
  func agrees(name: String) throws {
    let file = try SafetensorsFile(fixture("detectors.safetensors"))
    let shape = try #require(file.shape("\(name).logits"))
    let scale = try #require(Double(file.metadata[name] ?? ""))
    let outputs = try ModelOutputs(
      [
        .logits: DoubleMatrix(
          rows: shape[0], columns: shape[1], values: try file.doubles("\(name).logits"))
      ],
      logitScale: scale)
    let expectations = file.names.filter { $0.hasPrefix("\(name).") && !$0.hasSuffix(".logits") }
    #expect(expectations.count == 10)
    for expectation in expectations {
      let found = try detector(String(expectation.dropFirst(name.count + 1))).scores(for: outputs)
      let expected = try file.doubles(expectation)
      #expect(found.count == expected.count)
      for (a, b) in zip(found, expected) {
        #expect(abs(a - b) <= 1e-12 * max(1e-3, abs(b)), "\(expectation): \(a), \(b)")
      }
    }
  }
}
