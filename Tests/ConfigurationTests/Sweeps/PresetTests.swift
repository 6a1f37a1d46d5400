import Configuration
import Testing

private struct Prompts: Configurable {
  static let name = "coop"
  var context = 16
  var train = Training()

  static var small: Prompts {
    var prompts = Prompts()
    prompts.context = 4
    prompts.train.steps = 50
    return prompts
  }
  static var presets: [Preset] {
    [Preset("small", "fewer words", small), Preset("tiny", "one word", Prompts(context: 1))]
  }
}

private struct LowRank: Configurable {
  static let name = "lora"
  var rank = 4
}

private enum SampleMethods: Registry {
  static let kind = "method"
  static var members: [any Configurable.Type] { [Prompts.self, LowRank.self] }
}

private struct Cell: Configurable {
  static let name = "experiment"
  var method = Chosen<SampleMethods>(Prompts())
  var shots = 1

  static func names(of setting: String) -> [String] {
    setting == "method" ? ["coop", "coop@small", "coop@tiny", "lora"] : []
  }
}

@Suite("Presets")
struct PresetTests {
  private func sweep(_ text: String, _ arguments: [String] = []) throws -> Sweep<Cell> {
    try Sweep<Cell>(
      path: "a.yaml", overrides: Overrides(arguments: arguments, offset: 3)
    ) { _ in "ood: 1\nname: a\n" + text }
  }

  /// What each cell trains: label, context, steps; or the rank.
  private func cells(_ text: String, _ arguments: [String] = []) throws -> [String] {
    try sweep(text, arguments).units.map { unit in
      let method = unit.settings.method
      switch method.value {
      case let prompts as Prompts:
        return "\(method.label) \(prompts.context) \(prompts.train.steps)"
      case let lora as LowRank: return "\(method.label) \(lora.rank)"
      default: return method.label
      }
    }
  }

  private func message(_ text: String, _ arguments: [String] = []) -> String {
    do {
      return "no error: \(try cells(text, arguments))"
    } catch {
      return "\(error)"
    }
  }

  @Test("start a component's settings; what the file says goes over them")
  func start() throws {
    #expect(
      try cells(
        """
        grid:
          method:
            - coop
            - coop@small
            - {coop@tiny: {train: {steps: 9}}}
            - {name: coop@small, context: 2}

        """) == ["coop 16 200", "coop@small 4 50", "coop@tiny 1 9", "coop@small 2 50"])
  }

  @Test("are a label: the stored settings are those of the same values without it")
  func values() throws {
    let units = try sweep(
      "grid: {method: [coop@small, {coop: {context: 4, train: {steps: 50}}}]}\n"
    ).units
    let stored = try units.map { try settings(of: $0.settings).canonicalText }
    #expect(stored[0] == stored[1])
    #expect(units.map(\.cell.description) == ["method=coop@small", "method=coop"])
    #expect(units.map(\.settings.method.isPreset) == [true, false])
  }

  @Test("the settings of a component reach it under a preset, by its name and by both")
  func conditional() throws {
    for path in ["method.coop.train.steps", "method.coop@small.train.steps"] {
      #expect(
        try cells(
          """
          grid: {method: [coop@small, {coop@small: {context: 2}}]}
          set: [{when: {method: coop@small}, \(path): 5}]

          """) == ["coop@small 4 5", "coop@small 2 5"])
    }
    #expect(
      try cells(
        """
        grid: {method: [coop, coop@small]}
        set: [{when: {method: coop}, method.coop.context: 8}]

        """) == ["coop 8 200", "coop@small 4 50"])
  }

  @Test("settings of one component leave cells with another alone, and must concern some cell")
  func otherComponents() throws {
    let grid = "grid: {method: [coop@small, lora]}\n"
    #expect(try cells(grid, ["method.lora.rank=8"]) == ["coop@small 4 50", "lora 8"])
    #expect(
      try cells(grid + "set: [{when: {method: [coop@small, lora]}, method.coop.context: 2}]\n")
        == ["coop@small 2 50", "lora 4"])
    #expect(
      message("grid: {method: [coop]}\n", ["method.lora.rank=8"])
        .contains("'method.lora.rank' concerns none of the cells"))
  }

  @Test("an unknown one is reported with the known ones")
  func unknown() {
    #expect(
      message("grid: {method: [coop@smal]}\n").contains(
        "unknown preset 'smal' of method 'coop'; known: small, tiny"))
    #expect(message("grid: {method: [coop@smal]}\n").contains("did you mean 'small'?"))
    #expect(
      message("grid: {method: [lora@small]}\n").contains(
        "unknown preset 'small' of method 'lora'; it has none"))
    #expect(message("grid: {method: [cop@small]}\n").contains("did you mean 'coop'?"))
  }

  @Test("patterns pick them where they have an @")
  func patterns() throws {
    #expect(try cells("grid: {method: \"glob(*)\"}\n") == ["coop 16 200", "lora 4"])
    #expect(try cells("grid: {method: \"glob(*@s*)\"}\n") == ["coop@small 4 50"])
  }
}
