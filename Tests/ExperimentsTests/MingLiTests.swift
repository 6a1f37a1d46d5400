import CLIPModels
import Configuration
import Datasets
import Experiments
import FileFormats
import FoundationEssentials
import Results
import Tensors
import TestModels
import TestSupport
import Testing
import Tokenizers

/// The sweeps after Ming & Li, on made-up data in the layout that they ask for.
@Suite("The sweeps after Ming & Li")
struct MingLiTests {
  private static let sweeps = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../sweeps").standardized.path

  /// Images to be told apart, handed out one by one.
  private struct Images {
    private let all = ToyImages.set("ming-li", [.noise], count: 100)
    private var used = 0

    /// Writes the next image, and the folders on its way.
    mutating func write(_ path: String) throws {
      let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
      try FileManager.default.createDirectory(
        atPath: String(folder), withIntermediateDirectories: true)
      try AtomicFile.write(PNG.encode(all.image(at: used), name: path), to: path)
      used += 1
    }
  }

  /// Two classes a data set, with two training images and one of every other kind each.
  private func writeData(_ root: String) throws {
    var images = Images()
    for (folder, list, inner) in [
      ("caltech-101", "Caltech101", "101_ObjectCategories/"),
      ("stanford_cars", "StanfordCars", ""), ("food-101", "Food101", "images/"),
      ("oxford_pets", "OxfordPets", "images/"),
    ] {
      var parts: [String] = []
      for (part, count) in [("train", 2), ("val", 1), ("test", 1)] {
        var entries: [String] = []
        for (label, name) in ["ant_lion", "bee"].enumerated() {
          for index in 0..<count {
            let path = "\(name)/\(part)_\(index).png"
            try images.write("\(root)/\(folder)/\(inner)\(path)")
            entries.append("[\"\(path)\", \(label), \"\(name)\"]")
          }
        }
        parts.append("\"\(part)\": [\(entries.joined(separator: ", "))]")
      }
      try AtomicFile.write(
        "{\(parts.joined(separator: ", "))}", to: "\(root)/\(folder)/split_zhou_\(list).json")
    }
    for (part, count) in [("train", 2), ("val", 1)] {
      var rows = ["path,label,wnid"]
      // A class of ImageNet-10 and one of ImageNet-20.
      for (id, name) in [("n04552348", "warplane"), ("n04147183", "schooner")] {
        for index in 0..<count {
          let path = "images/\(part)/\(id)/\(index).png"
          try images.write("\(root)/imagenet/\(path)")
          rows.append("\(path),\"\(name)\",\(id)")
        }
      }
      try AtomicFile.write(rows.joined(separator: "\n"), to: "\(root)/imagenet/\(part).csv")
    }
    for name in ["iNaturalist/images", "SUN/images", "Places/images", "dtd/images/banded"] {
      for index in 0..<2 { try images.write("\(root)/ood/\(name)/\(index).png") }
    }
  }

  /// Random weights of ViT-B/32's widths, heads and patches, with one layer a tower.
  private func writeModel(_ folder: String) throws {
    func tower(_ width: Int) -> TowerConfiguration {
      TowerConfiguration(
        width: width, hiddenWidth: 4 * width, layers: 1, heads: width / 64, activation: .quickGELU)
    }
    let tokenizer = ToyModel.tokenizer
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try CLIPModel(
      random: CLIPConfiguration(
        vision: tower(768), text: tower(512), imageSize: 224, patchSize: 32,
        vocabularySize: tokenizer.vocabularyCount, contextLength: 77, embeddingSize: 512,
        pooling: .token(tokenizer.endToken)), seed: 1
    ).write(folder: folder)
    try tokenizer.write(folder: folder, contextLength: 77)
    try AtomicFile.write(
      """
      {"crop_size": 224, "size": {"shortest_edge": 224}, "resample": 3,
       "image_mean": [0.48145466, 0.4578275, 0.40821073],
       "image_std": [0.26862954, 0.26130258, 0.27577711]}
      """, to: "\(folder)/preprocessor_config.json")
  }

  /// One of the sweeps as it is shipped, in a folder of its own.
  private func sweep(
    _ name: String, in root: String, _ arguments: [String] = []
  ) throws -> Sweep<UnitSettings> {
    try Sweep<UnitSettings>(
      path: "\(root)/sweeps/\(name).yaml", overrides: Overrides(arguments: arguments, offset: 3)
    ) { String(decoding: try FileBytes.read($0), as: UTF8.self) }
  }

  @Test("run whole on data of the layout that they describe, but for the number of steps")
  func whole() throws {
    try withTemporaryFolder { root in
      try FileManager.default.copyItem(atPath: MingLiTests.sweeps, toPath: "\(root)/sweeps")
      try writeData("\(root)/data")
      try writeModel("\(root)/models/clip-vit-base-patch16")
      let sweep = try sweep(
        "ming-li-main", in: root,
        [
          "shots=[1]", "seed=[1]", "method.coop.training.epochs=1",
          "method.cocoop.training.epochs=1", "method.clip-adapter.training.epochs=1",
          "method.tip-adapter-f.training.epochs=1",
        ])
      let folders = SweepRunner.Folders(
        data: "", models: "\(root)/models", cache: "\(root)/cache", results: "\(root)/results")
      let errors = Collected()
      let summary = try SweepRunner(
        sweep, folders: folders, resources: UnitResources(folders, workers: Workers(threads: 2))
      ).run { event in
        if case .failed(let failure, _) = event.kind {
          errors.add("\(event.cell): \(failure.message)")
        }
      }
      #expect(errors.lines == [])
      #expect(summary.run == 30)
      let records = try RecordStore(folder: folders.results).records()
      #expect(records.count == 30)
      for record in records {
        #expect(record.identity.config["sampling"] == .string("coop"))
        #expect(record.results.count == 12)
        #expect(Set(record.results.map(\.split)) == ["inaturalist", "sun", "places", "textures"])
        #expect(Set(record.results.map(\.detector)) == ["mcm", "msp", "max-logit"])
        let trains = ["coop", "cocoop", "clip-adapter", "tip-adapter-f"]
        let isTrained = trains.contains(record.identity.label("method") ?? "")
        #expect((record.training?.steps ?? 0 > 0) == isTrained)
      }
    }
  }

  @Test("have the rules of each data set")
  func rules() throws {
    try withTemporaryFolder { root in
      try FileManager.default.copyItem(atPath: MingLiTests.sweeps, toPath: "\(root)/sweeps")
      let main = try sweep("ming-li-main", in: root)
      let shots = try sweep("ming-li-shots", in: root, ["id=[oxford-pets]", "seed=[2]"])
      func setting(
        _ cell: String, _ path: String, of sweep: Sweep<UnitSettings>
      ) throws -> JSONValue? {
        let unit = try #require(sweep.units.first { $0.cell.description == cell })
        var value: JSONValue? = try settings(of: unit.settings)
        for key in path.split(separator: ".") { value = value?[String(key)] }
        return value
      }
      let pets = "id=oxford-pets method"
      let epochs = "method.coop.training.epochs"
      #expect(
        try setting("\(pets)=coop shots=1 seed=2", epochs, of: shots)
          == .object(["1": .integer(50), "2": .integer(100), "8": .integer(200)]))
      #expect(
        try setting("id=imagenet method=coop shots=16 seed=1", epochs, of: main)
          == .integer(50))
      #expect(
        try setting(
          "\(pets)=tip-adapter shots=16 seed=1", "method.tip-adapter.cache.beta_scale",
          of: main) == .integer(7))
      #expect(
        try setting(
          "id=food-101 method=tip-adapter-f shots=16 seed=1",
          "method.tip-adapter-f.cache.alpha_scale", of: main) == .integer(10))
      // Five data sets: five methods with three seeds, and zero-shot once.
      #expect(main.units.count == 5 * (5 * 3 + 1))
    }
  }
}
