import FileFormats
import TestSupport
import Testing

@testable import Datasets

@Suite("Shipped data sets")
struct SetTests {
  /// The first ten test images of each class: scripts/fixtures/fashion_sample.py.
  static func fashion() throws -> ImageSet {
    func contents(_ name: String) throws -> [UInt8] {
      let path = fixture("fashion-\(name).gz")
      return try Gzip.decompress(FileBytes.read(path), name: path)
    }
    return try FashionMNIST.images("test", contents("images"), contents("labels"))
  }

  @Test("Fashion-MNIST has ten classes of 28 x 28 gray images")
  func fashionImages() throws {
    let set = try Self.fashion()
    #expect(set.count == 100)
    #expect(set.indicesByClass.map(\.count) == [Int](repeating: 10, count: 10))
    // The labels of the official test set start 9, 2, 1, 1, 6, 1.
    #expect(set.labels.prefix(6) == [9, 2, 1, 1, 6, 1])
    let image = try set.image(at: 0)
    #expect((image.width, image.height, image.mode) == (28, 28, .gray))
    #expect(image.samples.max() == 255)
  }

  @Test("a near-OOD hold-out leaves its classes to the near set alone")
  func heldOut() throws {
    let all = try Self.fashion()
    let benchmark = try Gray28.benchmark(
      name: "b", train: all, test: all, heldOut: [2, 4, 6], far: [tinySet(3)],
      promptTemplates: ["a {}"])
    #expect(benchmark.idClassNames.count == 7)
    #expect(benchmark.near[0].classNames == ["pullover", "coat", "shirt"])
    #expect(benchmark.near[0].count == 30)
    #expect((benchmark.train.count, benchmark.validation.count) == (63, 7))
    #expect(Set(benchmark.train.sampleIDs).isDisjoint(with: benchmark.validation.sampleIDs))
    let limited = benchmark.limited(toImagesASet: 5)
    #expect((limited.train.count, limited.test.count, limited.near[0].count) == (63, 5, 5))
  }

  @Test("Animal-MNIST's arrays start at bytes 150 and 146")
  func animals() throws {
    var images = [UInt8](repeating: 0, count: 150 + 2 * 784 + 14)
    images[150] = 1
    images[150 + 784] = 2
    var labels = [UInt8](repeating: 0, count: 146 + 16)
    labels[146 + 8] = 9
    let set = try AnimalMNIST.images(images, labels, count: 2)
    #expect(set.labels == [0, 9])
    #expect(try pixels(set) == [1, 2])
    #expect(message { try AnimalMNIST.images(images, labels, count: 3) }.contains("too few"))
  }

  @Test("optdigits map 0...16 to 0...255")
  func optDigits() throws {
    let row = (0..<64).map { "\($0 % 17)" }.joined(separator: ",") + ",7\n"
    let set = try OptDigits.images([UInt8](row.utf8))
    #expect(set.labels == [7])
    let image = try set.image(at: 0)
    #expect((image.width, image.height) == (8, 8))
    // 255/16 = 15.94; 8 levels make 127.5, which rounds away from zero.
    #expect([0, 1, 8, 16].map { image.samples[$0] } == [0, 16, 128, 255])
  }

  @Test("the code's checks name the file, the digest and the remedy")
  func checksums() throws {
    let file = DataFile(path: "x.txt", sha256: "0123", suite: "gray28")
    try withFolder(["root/x.txt": [UInt8]("abc".utf8)]) { folder in
      // SHA-256 of "abc": FIPS 180-2, example B.1.
      #expect(
        message { try DataFolder(folder).contents(of: file) }
          == "\(folder)/root/x.txt: has SHA-256 "
          + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad (3 bytes unpacked), "
          + "expected 0123; delete it and run: scripts/fetch-data gray28")
      #expect(
        message { try DataFolder("\(folder)/no").contents(of: file) }
          == "\(folder)/no/root/x.txt: is missing; get it with: scripts/fetch-data gray28 "
          + "(or set OOD_DATA)")
    }
  }

  @Test("the data folder comes from OOD_DATA, else from the home folder")
  func dataFolder() {
    #expect(DataFolder.standard(environment: ["OOD_DATA": "/d", "HOME": "/h"]).path == "/d")
    #expect(
      DataFolder.standard(environment: ["OOD_DATA": "", "HOME": "/h"]).path == "/h/.cache/ood")
  }

  @Test("benchmarks have unique names, and unknown ones are told the known ones")
  func registry() throws {
    let names = allBenchmarks.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.prefix(2) == ["fashion", "fashion-near-246"])
    for name in names { #expect(try benchmark(named: name).name == name) }
    #expect(message { try benchmark(named: "fashon") }.contains("known: fashion, fashion-near-246"))
  }
}
