import Datasets
import FileFormats
import Testing

@Suite("Joined image sets")
struct JoinedImagesTests {
  private func set(_ name: String, _ levels: [UInt8], metadata: [String: [String]] = [:])
    -> ImageSet
  {
    ImageSet(
      name: name, classNames: ["a", "b"], labels: levels.map { _ in 0 },
      sampleIDs: levels.indices.map { "\($0)" }, width: 1, height: 1, samples: levels,
      metadata: metadata)
  }

  @Test("hold the images of both, in order, through selections")
  func images() throws {
    let first = set("one", [1, 2, 3], metadata: ["x": ["p", "q", "r"]]).selecting([2, 0])
    let second = set("two", [7, 8, 9], metadata: ["y": ["s", "t", "u"]]).selecting([1])
    let joined = first.joined(with: second, labels: [1])
    #expect(try (0..<3).map { try joined.image(at: $0).samples } == [[3], [1], [8]])
    #expect(joined.labels == [0, 0, 1])
    #expect(joined.sampleIDs == ["2", "0", "two/1"])
    #expect(joined.metadata == ["x": ["r", "p", ""]])
    let chosen = joined.joined(with: second, labels: [0]).selecting([3, 2, 0])
    #expect(try (0..<3).map { try chosen.image(at: $0).samples } == [[8], [8], [3]])
    #expect(try chosen.contentHash() != joined.contentHash())
    #expect(
      try joined.selecting([0, 1]).contentHash() == first.contentHash())
    #expect(joined.sourceOrder == [1, 0, 2])
  }

  @Test("an image is found again by its pixels")
  func shared() throws {
    let one = set("one", [1, 2, 3])
    let two = set("two", [7, 3])
    let found = try #require(try one.firstImage(sharedWith: [set("none", [4]), two]))
    #expect(found.index == 2 && found.set == "two")
    #expect(try one.firstImage(sharedWith: [set("none", [4])]) == nil)
    #expect(try one.firstImage(sharedWith: []) == nil)
  }
}
