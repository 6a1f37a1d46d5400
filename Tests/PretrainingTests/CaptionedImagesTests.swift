import Configuration
import FileFormats
import Pretraining
import TestSupport
import Testing

@Suite("Captioned images")
struct CaptionedImagesTests {
  @Test("hold captions, sources and the side of the images")
  func reading() throws {
    try withTemporaryFolder { folder in
      let corpus = try ToyCorpus.write(to: folder)
      #expect(corpus.count == 40)
      #expect(corpus.side == 16)
      #expect(corpus.captions[7] == ["blue columns", "a photo of blue columns"])
      #expect(corpus.sources[7] == "toy")
      let again = try ToyCorpus.write(to: folder)
      #expect(again.contentHash == corpus.contentHash)
      #expect(try ToyCorpus.write(to: folder, seed: 2).contentHash != corpus.contentHash)
    }
  }

  @Test(
    "faults name the file, the line and what was expected",
    arguments: [
      ("a,b\n1,2\n", "captions.csv: the first line has no column 'captions'"),
      ("captions,source\nx,y\nz\n", "captions.csv:3: 1 fields, expected 2"),
      ("captions\nx\n|\n", "captions.csv:3: no caption"),
      ("captions\nx\n", "holds 40 images"),
      ("", "captions.csv: the first line has no column 'captions'"),
    ])
  func faults(text: String, message: String) throws {
    try withTemporaryFolder { folder in
      _ = try ToyCorpus.write(to: folder)
      try AtomicFile.write(text, to: "\(folder)/captions.csv")
      let error = #expect(throws: PretrainingError.self) {
        try CaptionedImages(
          captionsFile: "\(folder)/captions.csv", imagesFile: "\(folder)/images.safetensors")
      }
      #expect(error?.description.contains(message) == true, "\(String(describing: error))")
    }
  }

  @Test("images of another shape or type are refused, not misread")
  func imageFaults() throws {
    try withTemporaryFolder { folder in
      _ = try ToyCorpus.write(to: folder)
      let path = "\(folder)/images.safetensors"
      func expectRefusal(_ found: String, _ add: (inout SafetensorsWriter) -> Void) throws {
        var writer = SafetensorsWriter()
        add(&writer)
        try writer.write(to: path)
        let error = #expect(throws: PretrainingError.self) {
          try CaptionedImages(captionsFile: "\(folder)/captions.csv", imagesFile: path)
        }
        #expect(error?.description.contains(found) == true, "\(String(describing: error))")
      }
      try expectRefusal("found [40, 2, 2, 3] F32") {
        $0.add("images", shape: [40, 2, 2, 3], floats: [Float](repeating: 0, count: 480))
      }
      try expectRefusal("found [40, 2, 3, 3] U8") {
        $0.add("images", shape: [40, 2, 3, 3], bytes: [UInt8](repeating: 0, count: 720))
      }
      try expectRefusal("found [40, 0, 0, 3] U8") {
        $0.add("images", shape: [40, 0, 0, 3], bytes: [])
      }
      try expectRefusal("found none") { $0.add("pixels", shape: [1], bytes: [0]) }
    }
  }

  @Test("settings out of range are reported with their place, all at once")
  func settings() throws {
    let node = try SettingNode(
      yaml: "batch_size: 0\nvocabulary_size: 100\nmean: [1]\npatch_share: 2\n", file: "p.yaml")
    let error = #expect(throws: ConfigurationError.self) {
      try decode(PretrainingConfiguration.self, from: node)
    }
    #expect(error?.diagnostics.map(\.line) == [1, 2, 3, 4])
  }
}
