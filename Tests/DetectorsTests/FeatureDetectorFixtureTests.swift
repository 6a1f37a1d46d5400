import Detectors
import Tensors
import Testing

/// Expected scores: the formulas in float64, checked against pytorch-ood 0.4.0 and scikit-learn, by
/// scripts/fixtures/feature_detectors.py.
@Suite("Detectors of features against the formulas in float64")
struct FeatureDetectorFixtureTests {
  static let cases = DetectorCase.all("feature_detectors.safetensors")

  @Test("there are cases")
  func isComplete() { #expect(Self.cases.count == 12) }

  // The floor serves relative distances, whose terms cancel; they are thousands of times larger.
  @Test("scores agree to 1e-9", arguments: cases)
  func agrees(test: DetectorCase) throws {
    try test.expectAgreement(tolerance: 1e-9, floor: 1e-3)
  }

  @Test("distances to a near mean agree to 1e-9 of themselves where means are far apart")
  func nearMeans() throws {
    let test = try #require(Self.cases.first { $0.name == "near_means" })
    try test.expectAgreement(tolerance: 1e-9)
  }
}
