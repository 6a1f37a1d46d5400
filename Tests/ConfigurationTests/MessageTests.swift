import Configuration
import Testing

@Suite("Messages about settings")
struct MessageTests {
  @Test("all problems of a file are reported at once, in order, with place and caret")
  func everything() {
    let text = problems(
      """
      modle: x
      seed: four
      train:
        learningRate: 1
        schedule: cosin
        betas: 0.9
      detectors: [energi, {knn: {neighbours: 2.5}}]
      """)
    #expect(
      text == """
        a.yaml:1:1: error: unknown setting 'modle' for 'experiment'; known: aliases, detectors, \
        model, seed, stages, train
          1 | modle: x
            | ^~~~~ did you mean 'model'?
        a.yaml:2:7: error: expected an integer, found 'four'
          2 | seed: four
            |       ^~~~
        a.yaml:4:3: error: unknown setting 'learningRate' for 'train'; known: betas, \
        learning_rate, schedule, steps, warm_up
          4 |   learningRate: 1
            |   ^~~~~~~~~~~~ did you mean 'learning_rate'?
        a.yaml:5:13: error: expected one of constant, cosine, linear, found 'cosin'
          5 |   schedule: cosin
            |             ^~~~~ did you mean 'cosine'?
        a.yaml:6:10: error: expected a list, found '0.9'
          6 |   betas: 0.9
            |          ^~~ write [0.9]
        a.yaml:7:13: error: unknown detector 'energi'; known: energy, knn, plain
          7 | detectors: [energi, {knn: {neighbours: 2.5}}]
            |             ^~~~~~ did you mean 'energy'?
        a.yaml:7:40: error: expected an integer, found '2.5'
          7 | detectors: [energi, {knn: {neighbours: 2.5}}]
            |                                        ^~~
        7 errors; nothing was run
        """)
  }

  @Test(
    "what YAML 1.1 reads otherwise is refused",
    arguments: [
      ("model: no", "expected a text, found 'no', which YAML readers take for a Boolean"),
      ("model: 12", "expected a text, found the number 12"),
      ("model: 010", "expected a text, found the number 010"),
      ("model:", "expected a text, found nothing"),
      ("seed: 010", "the integer '010' has a leading zero, which YAML 1.1 reads as octal"),
      ("seed: 1:30", "'1:30' is a number to base 60 in YAML 1.1"),
      ("seed: 0x1F", "'0x1F' is not decimal"),
      ("seed: 1_000", "'1_000' has underscores, which only YAML 1.1 allows in numbers"),
      ("seed: '1'", "expected an integer, found the text \"1\""),
      ("seed: 1.0", "expected an integer, found '1.0'"),
      ("seed: true", "expected an integer, found 'true'"),
      ("seed: [1]", "expected an integer, found a list"),
      ("seed: 99999999999999999999", "the integer 99999999999999999999 is too large"),
      ("train: {learning_rate: .inf}", "expected a number, found '.inf'"),
      ("train: {learning_rate: 1e999}", "the number 1e999 is too large"),
      ("train: 5", "expected settings (key: value), found '5'"),
      ("detectors: [{knn: {normalise: yes}}]", "expected true or false, found 'yes'"),
      ("detectors: [{energy: {temperature: 0}}]", "temperature must be positive"),
      ("detectors: [[energy]]", "expected the name of a detector, found a list"),
      ("aliases: {a: no}", "expected a text, found 'no', which YAML readers take for a Boolean"),
    ])
  func traps(yaml: String, message: String) {
    let lines = problems(yaml).split(separator: "\n")
    #expect(lines.first?.hasSuffix("error: " + message) == true, "\(problems(yaml))")
    #expect(lines.last == "1 error; nothing was run")
  }

  @Test("a problem of one element of a list has the element's place")
  func element() {
    #expect(
      problems("stages: [{steps: 1}, {steps: 0}]").hasPrefix(
        "a.yaml:1:22: error: stages.1 must take a step"))
  }

  @Test("duplicate keys are all found, at their own places")
  func duplicates() {
    #expect(
      problems("seed: 1\ntrain:\n  steps: 1\n  steps: 2\n\"seed\": 3\n")
        == """
        a.yaml:4:3: error: duplicate key 'steps'
          4 |   steps: 2
            |   ^~~~~ first given in line 3
        a.yaml:5:1: error: duplicate key 'seed'
          5 | "seed": 3
            | ^~~~ first given in line 1
        2 errors; nothing was run
        """)
    #expect(
      problems("train: {a: 1, a: 2}").hasPrefix("a.yaml:1:15: error: duplicate key 'a'\n"))
  }

  @Test(
    "malformed YAML is reported with line and column",
    arguments: [
      (
        "seed: [1, 2\ntrain: 3\n",
        "a.yaml:2:6: error: malformed YAML: while parsing a flow sequence in line 1: "
          + "did not find expected ',' or ']'"
      ),
      (
        "train:\n\tsteps: 1\n",
        "a.yaml:2:1: error: malformed YAML: while scanning for the next token in line 2: "
          + "found character that cannot start any token"
      ),
      ("- 1\n- 2\n", "a.yaml:1:1: error: expected settings (key: value), found a list"),
      ("seed: 1\n---\nseed: 2\n", "a.yaml:2:1: error: malformed YAML"),
      ("a: *b\n", "a.yaml:1:4: error: malformed YAML: found undefined alias"),
    ])
  func malformed(yaml: String, message: String) {
    #expect(problems(yaml).hasPrefix(message), "\(problems(yaml))")
  }

  @Test("aliases that multiply without end are refused")
  func aliases() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(problems(text).contains("more than 1000000 values"))
  }

  @Test("arguments are laid over the file and judged by the same rules")
  func overrides() throws {
    let file = try SettingNode(yaml: "train: {steps: 3}", file: "a.yaml")
    let good = try Overrides(
      arguments: ["train.learning_rate=0.5", "train.steps=4", "detectors=[knn]"], offset: 3)
    let sample = try decode(Sample.self, from: good.applied(to: file))
    #expect(sample.train.learningRate == 0.5)
    #expect(sample.train.steps == 4)
    #expect(sample.detectors.map(\.name) == ["knn"])

    let bad = try Overrides(
      arguments: ["train.learning_rat=0.5", "train.steps=many"], offset: 3)
    let error = #expect(throws: ConfigurationError.self) {
      try decode(Sample.self, from: bad.applied(to: file))
    }
    #expect(
      error?.description == """
        argv[3]: train.learning_rat: unknown setting 'learning_rat' for 'train'; known: betas, \
        learning_rate, schedule, steps, warm_up; did you mean 'learning_rate'?
        argv[4]: train.steps: expected an integer, found 'many'
        2 errors; nothing was run
        """)
    let unreadable = #expect(throws: ConfigurationError.self) {
      try Overrides(arguments: ["steps", "a..b=1", "x=[1"], offset: 2)
    }
    #expect(unreadable?.diagnostics.map(\.file) == ["argv[2]", "argv[3]", "argv[4]"])
  }

  @Test("a component without settings takes none")
  func withoutSettings() {
    #expect(problems("detectors: [plain, {plain: {}}]").hasPrefix("no error"))
    #expect(
      problems("detectors: [{plain: {k: 1}}]") == """
        a.yaml:1:22: error: unknown setting 'k' for 'plain'; it has none
          1 | detectors: [{plain: {k: 1}}]
            |                      ^
        1 error; nothing was run
        """)
  }
}
