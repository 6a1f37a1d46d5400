import Configuration
import Experiments
import FineTuning
import Results
import Testing

@Suite("Axes of a training in a sweep file")
struct TrainingAxesSettingsTests {
  private func sweep(_ text: String) throws -> Sweep<UnitSettings> {
    try Sweep<UnitSettings>(path: "axes.yaml") { _ in "ood: 1\nname: axes\n" + text }
  }

  @Test("are settings of the method's training, whatever its name and way to write it")
  func short() throws {
    for method in ["lora@small", "{lora@small: {rank: 2}}", "{name: lora@small, rank: 2}"] {
      let units = try sweep(
        """
        grid:
          method: [\(method)]
          objective: [ce, contrastive]
          supervision: [clean, {label-noise: {rate: 0.4}}]
          curriculum: [{order: anti}]

        """
      ).units
      #expect(units.count == 4)
      let trainings = try units.map {
        try #require($0.settings.method.value as? any FineTuningMethod).training
      }
      #expect(trainings.map(\.objective.label) == ["ce", "ce", "contrastive", "contrastive"])
      #expect(
        trainings.map(\.supervision.name) == ["clean", "label-noise", "clean", "label-noise"])
      #expect(trainings.allSatisfy { $0.curriculum?.order == .anti })
    }
  }

  @Test("have one text in files, cells and labels, settings in it")
  func texts() throws {
    let units = try sweep(
      "grid: {method: [lora@small], supervision: [clean, 'label-noise:rate=0.4']}\n"
    ).units
    #expect(units.map { $0.cell["supervision"] } == ["clean", "label-noise:rate=0.4"])
    let rates = units.map {
      ($0.settings.method.value as? LoRA)?.training.chosenSupervision as? LabelNoise
    }
    #expect(rates.map { $0?.rate } == [nil, 0.4])
    let error = #expect(throws: ConfigurationError.self) {
      try sweep("grid: {method: [lora@small]}\nsupervision: label-noise:rate=7\n")
    }
    #expect(error?.description.contains("[0, 1]") == true)
  }

  @Test("written the long way mean the same run")
  func long() throws {
    let short = try sweep("grid: {method: [lora@small]}\nobjective: contrastive\n").units[0]
    let long = try sweep(
      """
      grid: {method: [lora@small]}
      set:
        - {when: {method: lora@small}, method.lora.training.objective: contrastive}

      """
    ).units[0]
    #expect(try short.settings.deciding() == long.settings.deciding())
  }

  @Test("of a method without a training are refused, where they stand")
  func refused() {
    let error = #expect(throws: ConfigurationError.self) {
      try sweep("grid: {method: [zeroshot]}\nobjective: ce\n")
    }
    #expect(error?.description.contains("training") == true)
    #expect(error?.description.contains("axes.yaml:4") == true)
  }

  @Test("leave run ids alone where they are not used")
  func identity() throws {
    let plain = try sweep("grid: {method: [wise-ft@small, lora@small, gradual-unfreezing@small]}\n")
    for unit in plain.units {
      let text = try unit.settings.deciding().canonicalText
      for axis in ["supervision", "curriculum", "domains", "replay", "guardrail", "forgetting"] {
        #expect(!text.contains("\"\(axis)\""), "\(axis)")
      }
    }
  }
}
