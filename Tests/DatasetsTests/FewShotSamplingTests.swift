import FileFormats
import FoundationEssentials
import RandomStreams
import TestSupport
import Testing

@testable import Datasets

/// What CPython draws, by `scripts/fixtures/few_shot.py`.
private struct Draws: Decodable, Sendable {
  struct Draw: Decodable, Sendable {
    let count: Int
    let chosen: [Int]
  }
  struct Case: Decodable, Sendable {
    let seed: UInt64
    let draws: [Draw]
  }
  struct Words: Decodable, Sendable {
    let seed: UInt64
    let words: [UInt32]
  }
  struct Shots: Decodable, Sendable {
    let seed: UInt64
    let shots: Int
    let train: [String]
    let val: [String]
  }
  let draws: [Case]
  let words: [Words]
  let shots: [Shots]

  static func read() throws -> Draws {
    try JSONDecoder().decode(Draws.self, from: Data(FileBytes.read(fixture("few-shot.json"))))
  }
}

@Suite("Few-shot sampling as in CoOp")
struct FewShotSamplingTests {
  @Test("the generator gives CPython's bits for one and two words of seed")
  func words() throws {
    for expected in try Draws.read().words {
      var random = PythonRandom(seed: expected.seed)
      #expect(expected.words.map { _ in random.nextUInt32() } == expected.words)
    }
  }

  @Test("samples are CPython's, from pools and with rejection, one behind another")
  func draws() throws {
    let cases = try Draws.read().draws
    #expect(cases.count >= 40)
    for expected in cases {
      var random = PythonRandom(seed: expected.seed)
      for draw in expected.draws {
        let found = random.sample(draw.count, choosing: draw.chosen.count)
        #expect(found == draw.chosen, "seed \(expected.seed), \(draw.count)")
      }
    }
  }

  /// A file's contents are its path, so that images can be told apart.
  private func withBenchmark(_ body: (Benchmark) throws -> Void) throws {
    let split = fixture("split_zhou_toy.json")
    var files: [String: [UInt8]] = [:]
    for part in ["train", "val", "test"] {
      let source = ImageSource(.coOp(split, part: part))
      for entry in try source.listing(isLabelled: true).entries {
        files[entry.path] = [UInt8](entry.path.utf8)
      }
    }
    try withFolder(files) { folder in
      func source(_ part: String) -> ImageSource {
        ImageSource(.coOp(split, part: part), images: folder)
      }
      var benchmark = UserBenchmark(name: "toy", train: source("train"), test: source("test"))
      benchmark.validation = source("val")
      try body(benchmark.load(from: DataFolder("")))
    }
  }

  private func ids(_ paths: [String]) -> [String] {
    paths.map { String(SHA256.hexDigest(of: [UInt8]($0.utf8)).prefix(16)) }
  }

  @Test("of a split file takes Python's images in Python's order, validation after training")
  func splitFile() throws {
    try withBenchmark { benchmark in
      for expected in try Draws.read().shots {
        let training = try FewShotSampling.coop.training(
          benchmark.train, shots: expected.shots, seed: expected.seed)
        #expect(training.sampleIDs == ids(expected.train))
        let validation = try FewShotSampling.coop.validation(
          benchmark.validation, after: benchmark.train, shots: expected.shots, seed: expected.seed)
        #expect(validation.sampleIDs == ids(expected.val))
        // Labels are the benchmark's, whatever order the classes are drawn in.
        for index in 0..<training.count {
          let name = training.classNames[training.labels[index]]
          #expect(expected.train[index].hasPrefix("\(name)/"))
        }
      }
    }
  }

  @Test("nested sampling is that of FewShotSplit, four a class for validation")
  func nested() throws {
    try withBenchmark { benchmark in
      let shots = try FewShotSampling.nested.training(benchmark.train, shots: 8, seed: 1)
      let split = try FewShotSplit.sample(from: benchmark.train, shots: 8, seed: 1)
      #expect(shots.sampleIDs == split.images.sampleIDs)
      let validation = try FewShotSampling.nested.validation(
        benchmark.validation, after: benchmark.train, shots: 8, seed: 1)
      #expect(validation.indicesByClass.map(\.count).max() == 4)
    }
  }

  @Test("refuses a class without images, as all sampling does")
  func refusals() throws {
    try withBenchmark { benchmark in
      #expect(throws: DatasetError.self) {
        try FewShotSampling.coop.training(benchmark.train, shots: 0, seed: 1)
      }
      let some = benchmark.train.selecting(benchmark.train.indicesByClass[0])
      #expect(throws: DatasetError.self) {
        try FewShotSampling.coop.training(some, shots: 1, seed: 1)
      }
    }
  }
}
