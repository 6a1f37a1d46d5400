import FileFormats
import Testing

@testable import Datasets

@Suite("Metadata of images")
struct MetadataTests {
  /// Nine images of three classes in turn whose column `place` is their index.
  static let set = tinySet(9).describing(["place": (0..<9).map(String.init)])
    .adding(constants: ["modality": "toy"])

  @Test("every selection takes the values of its images along")
  func selections() throws {
    let set = Self.set
    #expect(set.selecting([8, 3]).metadata == ["place": ["8", "3"], "modality": ["toy", "toy"]])
    #expect(
      set.keeping(classes: [2, 0]).metadata["place"] == ["0", "2", "3", "5", "6", "8"])
    let sample = set.sampled(4, seed: 3)
    #expect(try sample.metadata["place"] == pixels(sample).map { String($0) })
    let (train, test) = try set.splitByIndex()
    #expect(try train.metadata["place"] == pixels(train).map { String($0) })
    #expect(try test.metadata["place"] == pixels(test).map { String($0) })
    let shots = try FewShotSplit.sample(from: set, shots: 2, seed: 1).images
    #expect(try shots.metadata["place"] == pixels(shots).map { String($0) })
  }

  @Test("has no part in the hash of contents and a hash of its own")
  func hashes() throws {
    let set = Self.set
    #expect(try set.contentHash() == tinySet(9).contentHash())
    let hash = try set.metadataHash(columns: ["place"])
    #expect(try set.metadataHash(columns: ["place", "place"]) == hash)
    #expect(
      try set.metadataHash(columns: ["place", "modality"])
        == set.metadataHash(columns: ["modality", "place"]))
    #expect(try set.metadataHash(columns: ["modality"]) != hash)
    #expect(
      try set.selecting([1, 0, 2, 3, 4, 5, 6, 7, 8]).metadataHash(columns: ["place"]) != hash)
    let other = set.describing(["place": [""] + (1..<9).map(String.init)])
    #expect(try other.metadataHash(columns: ["place"]) != hash)
  }

  @Test("names the columns there are when one is missing")
  func missing() {
    #expect(
      message { try Self.set.values(ofColumn: "colour") }
        == "tiny: has no metadata column 'colour'; it has modality, place")
    #expect(
      message { try tinySet(2).metadataHash(columns: ["colour"]) }
        == "tiny: has no metadata column 'colour'; it has none at all")
  }

  @Test("a manifest's columns but path and label are metadata, of copies of an image too")
  func manifest() throws {
    let files = [
      "a.png": try tinyPNG(1), "b.png": try tinyPNG(2), "c.png": try tinyPNG(2),
      "m.csv": [UInt8](
        "path,label,split,camera\na.png,x,train,ann\nc.png,x,train,bob\nb.png,x,train,\n".utf8),
    ]
    try withFolder(files) { folder in
      let listing = try ImageSource(
        .manifest("\(folder)/m.csv", filter: ["split": ["train"]])
      ).listing(isLabelled: true)
      #expect(listing.columns == ["split", "camera"])
      let set = try ImageSet.contents(
        of: listing, name: "m", classNames: ["x"], labelOf: ["x": 0])
      let one = try pixels(set).firstIndex(of: 1)
      #expect(set.metadata["split"] == ["train", "train", "train"])
      let cameras = try set.values(ofColumn: "camera")
      #expect(one.map { cameras[$0] } == "ann")
      // The two equal images: "" before "bob" whatever the order of the lines.
      #expect(cameras.filter { $0 != "ann" } == ["", "bob"])
    }
  }
}
