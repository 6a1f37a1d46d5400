import CLIPModels
import Configuration
import Datasets
import Experiments
import FileFormats
import FoundationEssentials
import Results
import TestModels
import TestSupport
import Testing

/// What may and what may not change a unit's identity: a stale record must never be taken for a new
/// one, and the same unit must be found again anywhere.
@Suite("A unit's identity")
struct RunIdentityTests {
  private let unit = """
    ood: 1
    name: toy
    model: toy
    id: fashion
    grid: {method: [zeroshot], shots: [0], seed: [1]}

    """

  private func runID(_ sweep: ToySweep, _ text: String? = nil) throws -> String {
    try #require(try sweep.run(text ?? unit).summary.runIDs.first)
  }

  @Test("does not depend on folders, and defaults may be written out")
  func folders() throws {
    let ids = try (0..<2).map { _ in
      try withTemporaryFolder { try runID(ToySweep(in: $0, run: "r\($0.count)")) }
    }
    #expect(ids[0] == ids[1])
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      #expect(try runID(sweep) == ids[0])
      #expect(
        try runID(sweep, unit + "limit: 0\ndetectors: [mcm, msp, max-logit, energy]\n") == ids[0])
      #expect(try runID(sweep, unit + "limit: 9\n") != ids[0])
    }
  }

  @Test(
    "depends on every file of the model folder that decides features",
    arguments: ["model.safetensors", "preprocessor_config.json", "merges.txt"])
  func modelFiles(file: String) throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let before = try runID(sweep)
      let path = "\(folder)/models/toy/\(file)"
      if file == "model.safetensors" {
        try ToyModel.make(seed: 2).write(folder: "\(folder)/models/toy")
      } else {
        var text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        text = text.replacing("0.25, 0.25", with: "0.25, 0.5").replacing("0.2\n", with: "0.3\n")
        try AtomicFile.write(text, to: path)
      }
      #expect(try runID(sweep) != before)
    }
  }

  @Test("depends on the images and on the prompts")
  func data() throws {
    try withTemporaryFolder { folder in
      let sweep = try ToySweep(in: folder)
      let toy = ToyImages.benchmark()
      let before = try sweep.run(unit, benchmark: toy).summary.runIDs
      let fewer = toy.limited(toImagesASet: 9)
      #expect(try sweep.run(unit, benchmark: fewer).summary.runIDs != before)
      let other = Benchmark(
        name: toy.name, train: toy.train, validation: toy.validation, test: toy.test,
        near: toy.near, far: toy.far, covariate: toy.covariate, promptTemplates: ["a {}."])
      #expect(try sweep.run(unit, benchmark: other).summary.runIDs != before)
      #expect(try sweep.store.runIDs().count == 3)
    }
  }
}
