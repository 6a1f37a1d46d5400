import Configuration
import Datasets
import Experiments
import FileFormats
import FineTuning
import FoundationEssentials
import Results
import TestModels
import TestSupport
import Testing

@Suite("Named presets of the axes")
struct NamedPresetTests {
  /// The toy task with the metadata that presets read: two styles, two attributes.
  private static func benchmark() -> Benchmark {
    let toy = ToyImages.benchmark()
    func described(_ images: ImageSet) -> ImageSet {
      let indices = images.labels.indices
      return images.describing([
        "style": indices.map { $0 % 2 == 0 ? "dark" : "pale" },
        "modality": indices.map { _ in "pattern" },
        "attributes": images.labels.map { $0 == 0 ? "long lines" : "short lines" },
      ])
    }
    return Benchmark(
      name: "toy", train: described(ToyImages.set("toy-train", ToyImages.classes, count: 40)),
      validation: toy.validation, test: described(toy.test), near: toy.near, far: toy.far,
      covariate: [], promptTemplates: ["a photo of {}.", "{}"])
  }

  @Test("are settings of registered methods, with a page each and without code of their own")
  func pages() throws {
    let pages = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/presets").standardized.path
    for preset in namedMethods {
      #expect(allMethods.contains { $0 == type(of: preset.value) }, "\(preset.name)")
      let plain = preset.name.split(separator: "@")[0]
      // one-stage-full is gmai3's control and stands on its page.
      let page = plain == "one-stage-full" ? "gmai3" : plain
      let text = String(decoding: try FileBytes.read("\(pages)/\(page).md"), as: UTF8.self)
      #expect(text.contains(plain))
      #expect(text.contains("**Not taken:**"))
      #expect(preset.value.problems.isEmpty, "\(preset.name)")
    }
    for page in ["lp-ft", "ming-li"] {
      #expect(FileManager.default.fileExists(atPath: "\(pages)/\(page).md"))
    }
  }

  @Test("run for small models and give the standard record, under their names")
  func records() throws {
    try withTemporaryFolder { folder in
      let names = namedMethods.map(\.name).filter { $0.hasSuffix("@small") }
      #expect(names.count == namedMethods.count / 2)
      let words = NamedPresetTests.benchmark().train.classNames
        .map { "\"\($0)\": [\"long lines\", \"short lines\"]" }
      let path = "\(folder)/descriptors.json"
      try AtomicFile.write("{\(words.joined(separator: ", "))}", to: path)
      let sweep = try ToySweep(in: folder)
      let (summary, errors) = try sweep.run(
        """
        ood: 1
        name: toy
        model: toy
        id: fashion
        shots: 8
        seed: 1
        trajectory: 0
        descriptors: \(path)
        detectors: [mcm, energy]
        grid: {method: ["\(names.joined(separator: "\", \""))"]}

        """, threads: 2, benchmark: NamedPresetTests.benchmark())
      #expect(errors == [])
      #expect(summary.run == names.count)
      let records = try sweep.store.records()
      #expect(Set(records.compactMap { $0.identity.label("method") }) == Set(names))
      for record in records {
        // Two detectors on one near and one far split.
        #expect(record.results.count == 4)
        #expect((record.training?.steps ?? 0) > 0)
      }
      let icft = try #require(records.first { $0.identity.label("method") == "icft@small" })
      #expect(icft.training?.objective["exposures"] != nil)
      #expect(icft.training?.supervision != nil)
      #expect(icft.identity.label("supervision") == "weak-groups")
      let gmai = try #require(records.first { $0.identity.label("method") == "gmai3@small" })
      let control = try #require(
        records.first { $0.identity.label("method") == "one-stage-full@small" })
      #expect(gmai.training?.steps == control.training?.steps)
    }
  }
}
