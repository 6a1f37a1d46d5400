import Configuration
import Datasets
import Experiments
import FileFormats
import FineTuning
import FoundationEssentials
import Results
import Tensors
import TestModels

/// A sweep over the made-up benchmark in a temporary folder, without any fetched data.
struct ToySweep {
  /// Every method as sweeps name it, with its preset for small models where it has one.
  static let methods = allMethods.map { type in
    type.presets.contains { $0.name == "small" } ? "\(type.name)@small" : type.name
  }

  /// Every method, with few steps where it trains.
  static let allUnits = """
    ood: 1
    name: toy
    model: toy
    id: fashion
    shots: 2
    grid: {method: [\(methods.joined(separator: ", "))], seed: [1]}

    """

  /// Forty nouns and twenty adjectives in WordNet's format.
  static func words() throws -> WordNet {
    func synsets(_ words: [String]) -> [UInt8] {
      [UInt8](words.map { "00001740 03 n 01 \($0) 0 000 | gloss\n" }.joined().utf8)
    }
    return try WordNet(
      nouns: synsets((1...40).map { "noun_\($0)" }),
      adjectives: synsets((1...20).map { "adj\($0)" }))
  }

  let root: String
  /// Where this run's records are.
  var results: String
  /// Where features of the frozen model are kept.
  var cache: String

  /// Names the folders of one run below a temporary folder and writes the model if it is missing.
  init(in root: String, run: String = "results", cache: String = "cache") throws {
    self.root = root
    results = "\(root)/\(run)"
    self.cache = "\(root)/\(cache)"
    let model = "\(root)/models/toy"
    guard !FileManager.default.fileExists(atPath: model) else { return }
    try FileManager.default.createDirectory(
      atPath: model, withIntermediateDirectories: true)
    try ToyModel.write(to: model)
  }

  var store: RecordStore { RecordStore(folder: results) }

  /// Runs the units of a sweep file and returns what happened, as words.
  @discardableResult
  func run(
    _ text: String = ToySweep.allUnits, threads: Int = 1, benchmark: Benchmark? = nil
  ) throws -> (summary: SweepRunner.Summary, errors: [String]) {
    let sweep = try Sweep<UnitSettings>(path: "toy.yaml") { _ in text }
    let prepared = try PreparedBenchmark(benchmark ?? ToyImages.benchmark())
    let folders = SweepRunner.Folders(
      data: "\(root)/data", models: "\(root)/models", cache: cache, results: results)
    let runner = SweepRunner(
      sweep, folders: folders,
      resources: UnitResources(
        folders, workers: Workers(threads: threads), load: { _, _ in prepared },
        loadWords: ToySweep.words))
    let errors = Collected()
    let summary = try runner.run { event in
      if case .failed(let failure, _) = event.kind {
        errors.add("\(event.cell): \(failure.message)")
      }
    }
    return (summary, errors.lines)
  }

  /// Every file below a folder with its bytes.
  static func contents(_ folder: String) throws -> [String: [UInt8]] {
    guard FileManager.default.fileExists(atPath: folder) else { return [:] }
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder = false
      let path = "\(folder)/\(name)"
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      if !isFolder { files[name] = try FileBytes.read(path) }
    }
    return files
  }
}

extension UnitRecord {
  /// The text of the record's file but for where and how fast it was made.
  func comparable() throws -> String {
    var record = self
    record.env = .object([:])
    record.timing = [:]
    return try record.text()
  }
}
