import FileFormats
import FoundationEssentials
import Testing

@testable import Datasets

@Suite("UserBenchmark")
struct UserBenchmarkTests {
  /// Training images of three animals, ten each; image i of animal a is one pixel of 20 a + i.
  private func withAnimals(_ body: (String) throws -> Void) throws {
    var files: [String: [UInt8]] = [:]
    for (label, animal) in ["dog", "ant", "cat"].enumerated() {
      for i in 0..<10 { files["train/\(animal)/\(i).png"] = try tinyPNG(UInt8(20 * label + i)) }
      files["test/\(animal)/new.png"] = try tinyPNG(UInt8(20 * label + 15))
    }
    files["far/a.png"] = try tinyPNG(200)
    files["far/deep/b.png"] = try tinyPNG(201)
    try withFolder(files, body)
  }

  private func animals(_ folder: String) -> UserBenchmark {
    var benchmark = UserBenchmark(
      name: "animals2", train: ImageSource(.folder("\(folder)/train")),
      test: ImageSource(.folder("\(folder)/test")))
    benchmark.far = [.init("things", ImageSource(.folder("\(folder)/far")))]
    return benchmark
  }

  @Test("classes are sorted, and the last tenth of each is parted off for validation")
  func load() throws {
    try withAnimals { folder in
      let benchmark = try animals(folder).load(root: "")
      #expect(benchmark.idClassNames == ["ant", "cat", "dog"])
      #expect((benchmark.train.count, benchmark.validation.count) == (27, 3))
      #expect(benchmark.validation.labels == [0, 1, 2])
      #expect(benchmark.test.name == "animals2-test")
      #expect(try pixels(benchmark.test) == [35, 55, 15])
      #expect(benchmark.far[0].labels == [-1, -1])
      #expect(Set(try pixels(benchmark.far[0])) == [200, 201])
      var whole = animals(folder)
      whole.holdsOutTenth = false
      let all = try whole.load(root: "")
      #expect((all.train.count, all.validation.count) == (30, 0))
      #expect(!whole.hasValidation)
    }
  }

  @Test("images are ordered and named by the SHA-256 of their files, of equal ones with numbers")
  func contents() throws {
    try withAnimals { folder in
      try AtomicFile.write(tinyPNG(200), to: "\(folder)/far/again.png")
      let far = try animals(folder).load(root: "").far[0]
      let a = String(try SHA256.hexDigest(of: tinyPNG(200)).prefix(16))
      let b = String(try SHA256.hexDigest(of: tinyPNG(201)).prefix(16))
      #expect(far.sampleIDs == (a < b ? [a, "\(a)-2", b] : [b, a, "\(a)-2"]))
    }
  }

  @Test("the four formats, other paths and another order give the same hashes")
  func formats() throws {
    try withAnimals { folder in
      var manifest = ["split,path,label"]
      var list: [String] = []
      var entries: [String] = []
      let names = ["cat", "ant", "dog"]
      for i in (0..<10).reversed() {
        for (label, animal) in names.enumerated() {
          let path = "moved/\(i)\(animal).png"
          try FileManager.default.createDirectory(
            atPath: "\(folder)/moved", withIntermediateDirectories: true)
          try AtomicFile.write(
            FileBytes.read("\(folder)/train/\(animal)/\(i).png"), to: "\(folder)/\(path)")
          manifest.append("train,\(path),\(animal)")
          list.append("\(path) \(label)")
          entries.append("[\"\(path)\", \(label), \"\(animal)\"]")
        }
      }
      try AtomicFile.write(manifest.joined(separator: "\n"), to: "\(folder)/m.csv")
      try AtomicFile.write(list.joined(separator: "\n"), to: "\(folder)/lists.txt")
      try AtomicFile.write(
        "{\"train\": [\(entries.joined(separator: ","))]}", to: "\(folder)/split.json")
      let expected = try animals(folder).load(root: "").train.contentHash()
      for format: ImageSource.Format in [
        .manifest("\(folder)/m.csv", filter: ["split": ["train"]]),
        .imageList("\(folder)/lists.txt"), .coOp("\(folder)/split.json", part: "train"),
      ] {
        var benchmark = UserBenchmark(
          name: "animals2", train: ImageSource(format),
          test: ImageSource(.folder("\(folder)/test")))
        if case .imageList = format { benchmark.classes = names }
        let train = try benchmark.load(root: "").train
        let hash = try train.contentHash()
        #expect(train.name == "animals2-train")
        #expect(hash == expected, "\(format)")
      }
      try AtomicFile.write(tinyPNG(99), to: "\(folder)/train/cat/3.png")
      let changed = try animals(folder).load(root: "").train.contentHash()
      #expect(changed != expected)
    }
  }

  @Test("names for prompts replace those of the sources")
  func promptNames() throws {
    try withAnimals { folder in
      var benchmark = animals(folder)
      benchmark.promptNames = ["ant": "formica"]
      let loaded = try benchmark.load(root: "")
      #expect(loaded.idClassNames == ["cat", "dog", "formica"])
      #expect(try pixels(loaded.test) == [55, 15, 35])
      benchmark.promptNames = ["ant": "cat"]
      #expect(
        message { try benchmark.load(root: "") }
          == "animals2: classes 'ant' and 'cat' are both 'cat' in prompts, so no text tells them "
          + "apart; rename one under 'names'")
      benchmark.promptNames = ["yak": "ox"]
      #expect(
        message { try benchmark.load(root: "") }
          == "animals2: 'names' has 'yak', which is no class; classes: ant, cat, dog")
    }
  }

  @Test("refuses test classes that training has not, and image lists without class names")
  func refused() throws {
    try withAnimals { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/test/yak", withIntermediateDirectories: true)
      try AtomicFile.write(tinyPNG(1), to: "\(folder)/test/yak/1.png")
      #expect(
        message { try animals(folder).load(root: "") }
          == "\(folder)/test: has class 'yak', which is none of the 3 of the training images: ant, "
          + "cat, dog")
      let source = ImageSource(.imageList("list.txt"))
      #expect(
        message { try source.listing(isLabelled: true) }
          == "list.txt: has numbers for classes; name these in their order as 'classes'")
    }
  }

  @Test("an image that changes after the benchmark was loaded is refused")
  func changed() throws {
    try withAnimals { folder in
      let far = try animals(folder).load(root: "").far[0]
      for name in ["a.png", "deep/b.png"] {
        try AtomicFile.write(tinyPNG(7), to: "\(folder)/far/\(name)")
      }
      #expect(
        message { try far.image(at: 0) }.hasSuffix(
          "changed while the program was running; run the command again"))
    }
  }
}
