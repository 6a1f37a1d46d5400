import FileFormats
import FoundationEssentials
import Testing

@testable import Datasets

@Suite("UserBenchmark")
struct UserBenchmarkTests {
  @Test("joins several formats and counts labels in the training classes")
  func load() throws {
    var files: [String: [UInt8]] = [
      "test.csv": [UInt8]("path,label\ntrain/dog/1.png,dog\n".utf8),
      "far.txt": [UInt8]("train/cat/0.png -1\n".utf8),
    ]
    for animal in ["ant", "cat", "dog"] {
      for i in 0..<10 { files["train/\(animal)/\(i).png"] = try tinyPNG(UInt8(i)) }
    }
    try withFolder(files) { folder in
      let text = """
        {"name": "mine", "train": {"folder": "\(folder)/train"}, "test": {"manifest":
        "\(folder)/test.csv"}, "near": [], "far": [{"list": "\(folder)/far.txt"}], "covariate": [],
        "promptTemplates": ["a {}"]}
        """
      let definition = try JSONDecoder().decode(UserBenchmark.self, from: Data(text.utf8))
      let benchmark = try definition.load(root: "/nowhere")
      #expect(benchmark.idClassNames == ["ant", "cat", "dog"])
      #expect((benchmark.train.count, benchmark.validation.count) == (27, 3))
      #expect(benchmark.test.labels == [2])
      #expect(benchmark.test.classNames == ["ant", "cat", "dog"])
      #expect(benchmark.far[0].labels == [-1])
    }
  }

  @Test("refuses test classes that training has not, and sources without a format")
  func refused() throws {
    let files = try [
      "a/cat/1.png": tinyPNG(1), "b/cat/1.png": tinyPNG(1), "b/yak/1.png": tinyPNG(2),
    ]
    try withFolder(files) { folder in
      var definition = UserBenchmark()
      definition.train.folder = "\(folder)/a"
      definition.test.folder = "\(folder)/b"
      #expect(
        message { try definition.load(root: "") }
          == "b: has classes that training has not: yak; known: cat")
      definition.test = ImageSource()
      #expect(
        message { try definition.load(root: "") }
          == "images: need one of folder, manifest, list, coop; found 0 of them")
    }
  }
}
