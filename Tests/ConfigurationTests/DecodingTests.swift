import Configuration
import Testing

@Suite("Decoding settings")
struct DecodingTests {
  private func sample(_ yaml: String) throws -> Sample {
    try decode(Sample.self, from: SettingNode(yaml: yaml, file: "a.yaml"))
  }

  @Test("keeps every default that the text does not mention")
  func defaults() throws {
    let sample = try sample("train: {steps: 5}")
    #expect(sample.train.steps == 5)
    #expect(sample.train.learningRate == 2e-3)
    #expect(sample.train.warmUp == nil)
    #expect(sample.model == "ood-tiny")
    #expect(sample.detectors.map(\.name) == ["energy"])
  }

  @Test(
    "an empty text and an empty section are all defaults", arguments: ["", "# nothing", "train:"])
  func empty(text: String) throws {
    #expect(try sample(text).train == Training())
  }

  @Test("reads every kind of setting")
  func kinds() throws {
    let sample = try sample(
      """
      model: "123"
      seed: 7
      train:
        learning_rate: 1e-3
        schedule: linear
        warm_up: 10
        betas: [0.8, 0.99]
      detectors: [energy, {energy: {temperature: 0.5}}, {name: knn, neighbours: 3}]
      aliases: {someKey: other_value}
      stages:
        - {steps: 1}
        - {schedule: constant}
      """)
    #expect(sample.model == "123")
    #expect(sample.train.learningRate == 1e-3)
    #expect(sample.train.schedule == .linear)
    #expect(sample.train.warmUp == 10)
    #expect(sample.train.betas == [0.8, 0.99])
    #expect(sample.detectors.map(\.name) == ["energy", "energy", "knn"])
    #expect(sample.detectors[1].value as? Energy == Energy(temperature: 0.5))
    #expect(sample.detectors[2].value as? Nearest == Nearest(neighbours: 3))
    #expect(sample.aliases == ["someKey": "other_value"])
    #expect(sample.stages.map(\.steps) == [1, 200])
    #expect(sample.stages[1].schedule == .constant)
  }

  @Test("an optional setting can be emptied again")
  func optional() throws {
    #expect(try sample("train: {warm_up: null}").train.warmUp == nil)
  }

  @Test("stored settings read back equal, whether defaults were written or not")
  func roundTrip() throws {
    let short = try sample("detectors: [knn]\ntrain: {warm_up: 3}")
    let long = try sample(
      "model: ood-tiny\ndetectors: [{knn: {normalise: true}}]\ntrain: {steps: 200, warm_up: 3}")
    let text = try settings(of: short).canonicalText
    #expect(try settings(of: long).canonicalText == text)
    #expect(
      text == #"{"aliases":{},"detectors":[{"knn":{"neighbours":50,"normalise":true}}],"#
        + #""model":"ood-tiny","seed":0,"stages":[],"train":{"betas":[0.9,0.999],"#
        + #""learning_rate":0.002,"schedule":"cosine","steps":200,"warm_up":3}}"#)
    let back = try decode(Sample.self, from: JSONValue(parsing: text, name: "text"))
    #expect(try settings(of: back).canonicalText == text)
  }

  @Test("a stored value that lacks a setting is refused with its path")
  func incomplete() throws {
    let json = try JSONValue(parsing: #"{"temperature": "hot"}"#, name: "text")
    #expect(throws: DecodingError.self) { try decode(Energy.self, from: json) }
    #expect(throws: DecodingError.self) { try decode(Energy.self, from: .object([:])) }
  }

  @Test("a component is chosen from a registry by name")
  func registry() throws {
    let node = try SettingNode(yaml: "energy: {temperature: 2}", file: "a.yaml")
    let value = try decode(node, from: SampleDetectors.members, kind: "detector")
    #expect(value as? Energy == Energy(temperature: 2))
  }
}
