import Configuration
import Detectors
import Testing

@Suite("Detectors chosen by name")
struct DetectorRegistryTests {
  private struct Evaluation: Configurable {
    static let name = "evaluation"
    var detector = Chosen<DetectorRegistry>(MaximumConceptMatching())
  }

  private func chosen(_ yaml: String) throws -> any Configurable {
    try decode(Evaluation.self, from: SettingNode(yaml: yaml, file: "sweep.yaml")).detector.value
  }

  @Test("a name alone has the defaults, settings change them")
  func settings() throws {
    #expect((try chosen("detector: mcm") as? MaximumConceptMatching)?.temperature == 1)
    #expect((try chosen("detector: max-logit") as? MaxLogit) != nil)
    #expect((try chosen("detector: {energy: {temperature: 0.5}}") as? Energy)?.temperature == 0.5)
  }

  @Test(
    "an unknown name, an unknown setting and a setting out of range are refused",
    arguments: [
      "detector: energi", "detector: {energy: {temprature: 1}}",
      "detector: {mcm: {temperature: 0}}",
    ])
  func refusals(yaml: String) {
    #expect(throws: ConfigurationError.self) { try chosen(yaml) }
  }
}
