import Testing

@testable import Datasets

@Suite("ImageSet")
struct ImageSetTests {
  @Test("selects images with their labels, IDs and pixels, also from a selection")
  func selecting() throws {
    let set = tinySet(9).selecting([8, 3, 4]).selecting([2, 0], name: "two")
    #expect(set.name == "two")
    #expect(set.labels == [1, 2])
    #expect(set.sampleIDs == ["tiny/4", "tiny/8"])
    #expect(try pixels(set) == [4, 8])
  }

  @Test("keeps some classes and renumbers them in the order given")
  func keeping() throws {
    let set = tinySet(9).keeping(classes: [2, 0], name: "kept")
    #expect(set.classNames == ["class 2", "class 0"])
    #expect(try pixels(set) == [0, 2, 3, 5, 6, 8])
    #expect(set.labels == [1, 0, 1, 0, 1, 0])
  }

  @Test("samples without repetition, in order, the same for the same seed")
  func sampled() throws {
    let set = tinySet(50)
    let chosen = try pixels(set.sampled(20, seed: 7))
    #expect(chosen.count == 20)
    #expect(chosen == Set(chosen).sorted())
    #expect(try pixels(set.sampled(20, seed: 7)) == chosen)
    #expect(try pixels(set.sampled(20, seed: 8)) != chosen)
    #expect(set.sampled(50, seed: 7).count == 50)
  }

  @Test("hashes labels, IDs, classes and pixels, not the name")
  func contentHash() throws {
    let hash = try tinySet(6).contentHash()
    #expect(try tinySet(6).selecting([0, 1, 2, 3, 4, 5], name: "other").contentHash() == hash)
    let others = [
      tinySet(6).selecting([1, 0, 2, 3, 4, 5]), tinySet(5), tinySet(6, classes: 2),
      tinySet(6, name: "other"),
      ImageSet(
        name: "tiny", classNames: tinySet(6).classNames, labels: tinySet(6).labels,
        sampleIDs: tinySet(6).sampleIDs, width: 1, height: 1, samples: [0, 1, 2, 3, 4, 6]),
    ]
    for other in others { #expect(try other.contentHash() != hash) }
  }

  @Test("splits by index: the first four fifths of each class for training, copies never in test")
  func splitByIndex() throws {
    // Two classes of 5 images; the fifth of class 0 is a copy of its first.
    let set = ImageSet(
      name: "s", classNames: ["a", "b"], labels: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
      sampleIDs: (0..<10).map(String.init), width: 1, height: 1,
      samples: [1, 2, 3, 4, 1, 5, 6, 7, 8, 9])
    let (train, test) = try set.splitByIndex()
    #expect(train.sampleIDs == ["0", "1", "2", "3", "5", "6", "7", "8"])
    #expect(test.sampleIDs == ["9"])
    #expect((train.name, test.name) == ("s-train", "s-test"))
  }

  @Test("parts the last tenth of each class off for validation")
  func splitValidation() throws {
    let (train, validation) = try tinySet(60).splitValidation()
    #expect(validation.sampleIDs == (54..<60).map { "tiny/\($0)" })
    #expect(train.count == 54)
  }

  @Test("a validation image that equals a training one is in neither")
  func repeatedValidation() throws {
    let set = ImageSet(
      name: "s", classNames: ["a"], labels: [Int](repeating: 0, count: 20),
      sampleIDs: (0..<20).map(String.init), width: 1, height: 1,
      samples: (0..<20).map { $0 == 18 ? 3 : UInt8($0) })
    let (train, validation) = try set.splitValidation()
    #expect(train.sampleIDs == (0..<18).map(String.init))
    #expect(validation.sampleIDs == ["19"])
  }
}
