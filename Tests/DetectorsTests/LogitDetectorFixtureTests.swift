import Detectors
import FileFormats
import Tensors
import TestSupport
import Testing

/// Expected scores: the formulas in float64 by scripts/fixtures/logit_detectors.py, which asserts
/// each against pytorch-ood 0.4.0 or the relation to it.
@Suite("Detectors on logits, patches and features through the head, against the formulas")
struct LogitDetectorFixtureTests {
  @Test("the script's cases are all there")
  func complete() throws {
    let cases = DetectorCase.all("logit_detectors.safetensors")
    #expect(cases.count == 21)
    let tested = try Set(
      cases.flatMap { try $0.expectations().map { String($0.detector.prefix { $0 != ":" }) } })
    #expect(
      tested == [
        "entropy", "variance", "gen", "doctor", "kl-matching", "odin", "gradnorm",
        "temperature-scaling", "react", "ash-b", "ash-p", "ash-s", "scale", "dice", "gl-mcm",
        "neglabel", "value", "rationale-gap",
      ])
  }

  @Test("scores agree to 1e-9", arguments: DetectorCase.all("logit_detectors.safetensors"))
  func agrees(sample: DetectorCase) throws {
    for (text, expected) in try sample.expectations() {
      let found = try sample.scores(text)
      #expect(found.count == expected.count)
      for (image, (a, b)) in zip(found, expected).enumerated() {
        #expect(
          abs(a - b) <= 1e-9 * max(abs(b), floor(text)),
          "\(sample.name)=\(text), image \(image): \(a), expected \(b)")
      }
    }
  }

  /// The size of the numbers whose differences a score is.
  ///
  /// Below it, digits are lost in any order of the additions. Scores without differences agree in all
  /// their digits, however small.
  private func floor(_ text: String) -> Double {
    switch text.prefix(while: { $0 != ":" }) {
    case "kl-matching", "rationale-gap", "gradnorm": 1
    case "variance": 1e-6
    default: 1e-290
    }
  }

  @Test(
    "the mining rule takes the words that torch.quantile and a sort take",
    arguments: ["mining", "mining_one_class", "mining_ties"])
  func mining(name: String) throws {
    let file = try SafetensorsFile(fixture("negative_labels.safetensors"))
    func matrix(_ part: String) throws -> DoubleMatrix {
      let shape = try #require(file.shape("\(name).\(part)"))
      return DoubleMatrix(
        rows: shape[0], columns: shape[1], values: try file.doubles("\(name).\(part)"))
    }
    let settings = try #require(file.metadata[name]).split(separator: " ").compactMap {
      Double(String($0))
    }
    var rule = NegativeLabelMining()
    (rule.quantile, rule.fraction) = (settings[0], settings[1])
    let expected = try file.integers("\(name).negatives").map { Int($0) }
    #expect(try rule.negatives(words: matrix("words"), classes: matrix("classes")) == expected)
  }
}
