import Testing

@testable import Datasets

@Suite("FewShotSplit")
struct FewShotSplitTests {
  @Test("has k different images of each class", arguments: [1, 2, 5])
  func balanced(shots: Int) throws {
    let split = try FewShotSplit.sample(from: tinySet(30), shots: shots, seed: 1)
    #expect(split.images.indicesByClass.map(\.count) == [shots, shots, shots])
    #expect(Set(split.images.sampleIDs).count == 3 * shots)
    #expect(split.indices.map { tinySet(30).sampleIDs[$0] } == split.images.sampleIDs)
  }

  @Test("is nested: the k-shot images are among the 2k-shot images", arguments: [0, 1, 2])
  func nested(seed: UInt64) throws {
    let training = tinySet(60)
    var smaller: Set<String> = []
    for shots in [1, 2, 4, 8, 16] {
      let split = try FewShotSplit.sample(from: training, shots: shots, seed: seed)
      let ids = Set(split.images.sampleIDs)
      #expect(smaller.isSubset(of: ids))
      smaller = ids
    }
  }

  @Test("depends on the seed alone")
  func seeded() throws {
    func ids(_ seed: UInt64) throws -> [String] {
      try FewShotSplit.sample(from: tinySet(300), shots: 4, seed: seed).images.sampleIDs
    }
    #expect(try ids(1) == ids(1))
    #expect(try ids(1) != ids(2))
  }

  @Test("chooses the same images of a class when other classes are held out")
  func independentOfOtherClasses() throws {
    let all = try FewShotSplit.sample(from: tinySet(60), shots: 4, seed: 3).images
    let some = try FewShotSplit.sample(from: tinySet(60).keeping(classes: [2]), shots: 4, seed: 3)
    #expect(some.images.sampleIDs == all.keeping(classes: [2]).sampleIDs)
  }

  @Test("takes all images of a small class and names it")
  func shortClasses() throws {
    // 7 images in 3 classes: 3, 2 and 2.
    let split = try FewShotSplit.sample(from: tinySet(7), shots: 3, seed: 0)
    #expect(split.images.indicesByClass.map(\.count) == [3, 2, 2])
    #expect(split.shortClasses == ["class 1", "class 2"])
    #expect(try FewShotSplit.sample(from: tinySet(7), shots: 2, seed: 0).shortClasses.isEmpty)
  }

  @Test("refuses classes without images and counts below one")
  func refused() {
    #expect(
      message { try FewShotSplit.sample(from: tinySet(2), shots: 1, seed: 0) }
        == "tiny: class 'class 2' has no training image; leave the class out")
    #expect(
      message { try FewShotSplit.sample(from: tinySet(7), shots: 0, seed: 0) }
        == "tiny: 0 shots asked for, expected 1 or more")
  }
}
