import Configuration
import Testing

/// Two methods that exist only here.
private struct Prompts: Configurable {
  static let name = "coop"
  var context = 16
}

private struct LowRank: Configurable {
  static let name = "lora"
  var rank = 4
  var alpha = 8.0
}

private enum SampleMethods: Registry {
  static let kind = "method"
  static var members: [any Configurable.Type] { [Prompts.self, LowRank.self] }
}

private struct Cell: Configurable {
  static let name = "experiment"
  var id = "fashion"
  var method = Chosen<SampleMethods>(Prompts())
  var shots = 1
  var seed = 0
  var train = Training()
}

@Suite("Sweep files")
struct SweepTests {
  private func sweep(
    _ text: String, _ arguments: [String] = [], files: [String: String] = [:]
  ) throws -> Sweep<Cell> {
    let overrides = try Overrides(arguments: arguments, offset: 3)
    return try Sweep<Cell>(path: "sweeps/a.yaml", overrides: overrides) { path in
      if path == "sweeps/a.yaml" { return text }
      guard let file = files[path] else { throw SettingMissing(path: path) }
      return file
    }
  }

  private struct SettingMissing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path): no such file" }
  }

  private func cells(_ text: String, _ arguments: [String] = []) throws -> [String] {
    try sweep(head + text, arguments).units.map(\.cell.description)
  }

  private func message(_ text: String, _ arguments: [String] = []) -> String {
    do {
      return "no error: \(try sweep(text, arguments).units.map(\.cell))"
    } catch {
      return "\(error)"
    }
  }

  private let head = "ood: 1\nname: few-shot\n"

  @Test("a grid is all combinations, the last dimension fastest")
  func grid() throws {
    let sweep = try sweep(
      head
        + "train: {steps: 9}\ngrid: {method: [coop, lora], shots: [1, 4], seed: \"range(0,2)\"}\n")
    #expect(sweep.name == "few-shot")
    #expect(sweep.dimensions.map(\.name) == ["method", "shots", "seed"])
    #expect(sweep.dimensions.map(\.count) == [2, 2, 2])
    #expect(
      sweep.units.map(\.cell.description) == [
        "method=coop shots=1 seed=0", "method=coop shots=1 seed=1",
        "method=coop shots=4 seed=0", "method=coop shots=4 seed=1",
        "method=lora shots=1 seed=0", "method=lora shots=1 seed=1",
        "method=lora shots=4 seed=0", "method=lora shots=4 seed=1",
      ])
    let last = sweep.units[7].settings
    #expect(last.method.name == "lora")
    #expect(last.shots == 4)
    #expect(last.seed == 1)
    #expect(last.train.steps == 9)
  }

  @Test("a scalar is a constant, a reference takes another list, settings belong to a method")
  func values() throws {
    let sweep = try sweep(
      head + "id: fashion\ngrid:\n  id: ${id}\n  method: [coop, {lora: {rank: 8}}]\n  shots: 2\n")
    #expect(
      sweep.units.map(\.cell.description) == [
        "id=fashion method=coop shots=2", "id=fashion method=lora shots=2",
      ])
    #expect((sweep.units[1].settings.method.value as? LowRank)?.rank == 8)
  }

  @Test("the members of a zip vary together and cross the grid")
  func zipped() throws {
    let sweep = try sweep(
      head + "grid: {seed: [0, 1]}\n"
        + "zip: {sched: {train.learning_rate: [2e-3, 1e-3], train.steps: [50, 200]}}\n")
    #expect(
      sweep.units.map(\.cell.description) == [
        "seed=0 train.learning_rate=2e-3 train.steps=50",
        "seed=0 train.learning_rate=1e-3 train.steps=200",
        "seed=1 train.learning_rate=2e-3 train.steps=50",
        "seed=1 train.learning_rate=1e-3 train.steps=200",
      ])
    #expect(sweep.units[1].settings.train.learningRate == 1e-3)
    #expect(sweep.units[1].settings.train.steps == 200)
  }

  @Test("exclude takes cells out, include_cells puts cells in")
  func excluded() throws {
    #expect(
      try cells(
        """
        grid: {id: fashion, method: [coop, lora], shots: [1, 2, 4]}
        exclude:
          - {method: coop, shots: ">1"}
          - {method: lora, shots: [1, 2]}
        include_cells:
          - {shots: 16, method: lora, train.steps: 7}
        """) == [
          "id=fashion method=coop shots=1", "id=fashion method=lora shots=4",
          "id=fashion method=lora shots=16 train.steps=7",
        ])
  }

  @Test("set gives settings under a condition; the cell and the arguments win over it")
  func conditional() throws {
    let text =
      head + """
        grid: {method: [coop, {lora: {alpha: 2}}, {lora: {rank: 3}}]}
        set:
          - {when: {method: lora}, method.lora.rank: 16, train: {steps: 5, schedule: linear}}
          - {when: {method: coop}, train.steps: 6}
        """
    let sweep = try sweep(text)
    #expect(sweep.units.map(\.settings.train.steps) == [6, 5, 5])
    #expect(sweep.units.map(\.settings.train.schedule) == [.cosine, .linear, .linear])
    let ranks = sweep.units.dropFirst().map { ($0.settings.method.value as? LowRank)?.rank }
    #expect(ranks == [16, 3])
    #expect((sweep.units[1].settings.method.value as? LowRank)?.alpha == 2)
    #expect(try self.sweep(text, ["train.steps=1"]).units.map(\.settings.train.steps) == [1, 1, 1])
  }

  @Test("an argument with the name of a dimension replaces its values")
  func dimensionOverride() throws {
    let text = "grid: {method: [coop, lora], seed: [0, 1, 2]}\n"
    #expect(
      try cells(text, ["seed=7", "grid.method=[lora]"]) == ["method=lora seed=7"])
    #expect(try cells(text, ["seed=range(3,5)", "method=coop"]).count == 2)
    #expect(
      message(head + text, ["grid.sed=1"])
        == "argv[3]: grid.sed: unknown dimension 'sed'; known: method, seed; "
        + "did you mean 'seed'?\n1 error; nothing was run")
  }

  @Test("included files are merged first, their paths are relative to the including file")
  func includes() throws {
    let files = [
      "sweeps/common/base.yaml": "include: deeper.yaml\ntrain: {steps: 3, schedule: linear}\n",
      "sweeps/common/deeper.yaml": "train: {steps: 1, warm_up: 2}\nid: digits\n",
    ]
    let text = head + "include: [common/base.yaml]\ntrain: {steps: 4}\ngrid: {seed: 0}\n"
    let settings = try sweep(text, files: files).units[0].settings
    #expect(settings.train.steps == 4)
    #expect(settings.train.schedule == .linear)
    #expect(settings.train.warmUp == 2)
    #expect(settings.id == "digits")
    #expect(
      message(head + "include: missing.yaml\ngrid: {seed: 0}\n").hasPrefix(
        "sweeps/a.yaml:3:10: error: cannot include 'missing.yaml': sweeps/missing.yaml: no such"))
    #expect(
      message(head + "include: a.yaml\ngrid: {seed: 0}\n").hasPrefix(
        "sweeps/a.yaml:3:10: error: 'a.yaml' includes itself: sweeps/a.yaml -> sweeps/a.yaml"))
  }

  @Test("all problems of grammar and settings are reported at once, each once")
  func problems() {
    #expect(
      message(
        """
        name: Few Shot
        gird: {}
        grid:
          method: [coop, lorra]
          shots: [1, 1]
          seed: range(0,0)
        zip:
          sched:
            train.learning_rate: [2e-3, 1e-3, 5e-4]
            train.steps: [50, 200]
        exclude: [{metod: coop}]
        set:
          - {when: {method: coop}, train.steps: many}
          - {when: {shots: 1}, train.steps: 3}
        """)
          == """
          sweeps/a.yaml:1:1: error: missing 'ood: 1', the version of the grammar
            1 | name: Few Shot
              | ^
          sweeps/a.yaml:1:7: error: expected a name of a-z, 0-9 and -, found 'Few Shot'
            1 | name: Few Shot
              |       ^~~~~~~~
          sweeps/a.yaml:2:1: error: unknown setting 'gird' for 'experiment'; known: id, method, \
          seed, shots, train
            2 | gird: {}
              | ^~~~ did you mean 'grid'?
          sweeps/a.yaml:4:18: error: unknown method 'lorra'; known: coop, lora
            4 |   method: [coop, lorra]
              |                  ^~~~~ did you mean 'lora'?
          sweeps/a.yaml:5:14: error: the value '1' is given twice
            5 |   shots: [1, 1]
              |              ^
          sweeps/a.yaml:6:9: error: the range is empty
            6 |   seed: range(0,0)
              |         ^~~~~~~~~~
          sweeps/a.yaml:8:3: error: zip 'sched' has members of different length: \
          train.learning_rate has 3 values (line 9), train.steps has 2 values (line 10)
            8 |   sched:
              |   ^~~~~
          sweeps/a.yaml:11:12: error: unknown dimension 'metod'; known: method, shots
            11 | exclude: [{metod: coop}]
               |            ^~~~~ did you mean 'method'?
          sweeps/a.yaml:13:41: error: expected an integer, found 'many'
            13 |   - {when: {method: coop}, train.steps: many}
               |                                         ^~~~
          sweeps/a.yaml:14:24: error: 'train.steps' is set differently in line 13, which also \
          holds for method=coop shots=1
            14 |   - {when: {shots: 1}, train.steps: 3}
               |                        ^~~~~~~~~~~
          10 errors; nothing was run
          """)
  }

  @Test(
    "ranges follow Python",
    arguments: [
      ("range(0,3)", ["0", "1", "2"]), ("range(5, 1, -2)", ["5", "3"]),
      ("range(0,0.3,0.1)", ["0", "0.1", "0.2"]), ("range(1,1e1,4)", ["1", "5", "9"]),
    ])
  func ranges(text: String, values: [String]) throws {
    #expect(
      try self.cells("grid:\n  train.learning_rate: \(text)\n")
        == values.map {
          "train.learning_rate=" + $0
        })
  }

  @Test("a filter picks cells")
  func filter() throws {
    let sweep = try sweep(head + "grid: {method: [coop, lora], shots: [1, 4, 16]}")
    let filter = try SweepFilter("method=lora shots<=4", dimensions: sweep.dimensions.map(\.name))
    #expect(
      sweep.units.map(\.cell).filter(filter.admits).map(\.description) == [
        "method=lora shots=1", "method=lora shots=4",
      ])
    let error = #expect(throws: ConfigurationError.self) {
      try SweepFilter("metod=lora shots", dimensions: ["method", "shots"])
    }
    #expect(
      error?.description == """
        --only: metod=lora shots: unknown dimension 'metod'; known: method, shots; \
        did you mean 'method'?
        --only: metod=lora shots: cannot read 'shots'; write method=coop,lora or shots<=4
        2 errors; nothing was run
        """)
  }
}
