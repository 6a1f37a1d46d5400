import FileFormats
import FoundationEssentials
import Testing

@testable import Datasets

/// A minimal bad tree for each finding.
@Suite("BenchmarkLint")
struct LintTests {
  /// Two classes with a training and a test image each, and one far image; all differ.
  private func tree() throws -> [String: [UInt8]] {
    try [
      "train/ant/0.png": tinyPNG(0), "train/bee/1.png": tinyPNG(1),
      "test/ant/2.png": tinyPNG(2), "test/bee/3.png": tinyPNG(3), "far/things/4.png": tinyPNG(4),
    ]
  }

  private func benchmark(_ folder: String) -> UserBenchmark {
    var benchmark = UserBenchmark(
      name: "tiny", train: ImageSource(.folder("\(folder)/train")),
      test: ImageSource(.folder("\(folder)/test")))
    benchmark.far = [.init("junk", ImageSource(.folder("\(folder)/far")))]
    return benchmark
  }

  /// The findings as text, with the folder's path removed.
  private func findings(
    adding files: [String: [UInt8]] = [:], shots: Int = 0,
    _ change: (inout UserBenchmark, String) throws -> Void = { _, _ in }
  ) throws -> [String] {
    try withFolder(tree().merging(files) { $1 }) { folder in
      var benchmark = benchmark(folder)
      try change(&benchmark, folder)
      return BenchmarkLint(benchmark, shots: shots).findings.map {
        $0.description.replacing(folder + "/", with: "")
          .replacing(folder, with: "DIR")
      }
    }
  }

  @Test("a sound benchmark has none")
  func sound() throws {
    #expect(try findings() == [])
    try withFolder(tree()) { folder in
      #expect(BenchmarkLint(benchmark(folder)).imageCount == 5)
      let loaded = try benchmark(folder).load(root: "")
      #expect(BenchmarkLint(loaded).findings == [])
    }
  }

  @Test("the same image in training and test, byte for byte or not")
  func leak() throws {
    #expect(
      try findings(adding: ["test/ant/copy.png": tinyPNG(0)]) == [
        "test/ant/copy.png: error: in test is the same image as train/ant/0.png, byte for byte in "
          + "train; remove it from one of them"
      ])
    let colour = try PNG.encode(
      DecodedImage(width: 1, height: 1, mode: .rgb, samples: [1, 1, 1]), name: "x")
    #expect(
      try findings(adding: ["test/bee/copy.png": colour]) == [
        "test/bee/copy.png: error: in test is the same image as train/bee/1.png, in a file of other "
          + "bytes in train; remove it from one of them"
      ])
  }

  @Test("the same image in and out of distribution")
  func contamination() throws {
    #expect(
      try findings(adding: ["far/x.png": tinyPNG(3)]) == [
        "far/x.png: error: in far set junk is the same image as test/bee/3.png, byte for byte in "
          + "test; remove it from one of them"
      ])
  }

  @Test("duplicates in a set, and in two sets of one side, are warnings")
  func duplicates() throws {
    #expect(
      try findings(adding: ["train/ant/again.png": tinyPNG(0)]) == [
        "train/ant/again.png: warning: is in train twice: the same image as train/ant/0.png, byte "
          + "for byte; it counts twice"
      ])
    let two = try findings(adding: ["near/x.png": tinyPNG(4)]) { benchmark, folder in
      benchmark.near = [.init("kin", ImageSource(.folder("\(folder)/near")))]
    }
    #expect(two.count == 1 && two[0].hasPrefix("far/things/4.png: warning: in far set junk"))
  }

  @Test("an image with two classes")
  func twoLabels() throws {
    let found = try findings(adding: ["train/bee/0.png": tinyPNG(0)])
    #expect(
      found.last
        == "train/bee/0.png: error: has class 'bee' and, as train/ant/0.png, byte for byte, class "
        + "'ant'; correct one")
    #expect(found.count == 2)
  }

  @Test("class names that differ in case, blanks or signs only")
  func classNames() throws {
    let found = try findings(adding: ["train/Ant_/5.png": tinyPNG(5)])
    #expect(found.count == 2)
    #expect(
      found[0]
        == "train: error: classes 'Ant_' and 'ant' have one name but for case, blanks and signs; "
        + "join them or rename one")
    #expect(found[1].hasPrefix("test: warning: class 'Ant_' has no image in test"))
    #expect(
      try findings(adding: ["far/ANT/5.png": tinyPNG(5)]) == [
        "far/ANT/5.png: error: far set junk has a class 'ANT', and 'ant' is an in-distribution "
          + "class; leave its images out, or rename the class if it means something else"
      ])
  }

  @Test("classes without images, with fewer than the shots, or unknown to training")
  func counts() throws {
    let given = try findings { benchmark, _ in benchmark.classes = ["ant", "bee", "cow"] }
    #expect(
      given == [
        "train: error: class 'cow' has no image in train; add some or leave the class out",
        "test: warning: class 'cow' has no image in test; add some or leave the class out",
      ])
    #expect(
      try findings(shots: 2).map { $0.prefix(45) } == [
        "train: warning: class 'ant' has 1 training im",
        "train: warning: class 'bee' has 1 training im",
      ])
    #expect(
      try findings(adding: ["test/cow/5.png": tinyPNG(5)]) == [
        "test/cow/5.png: error: has class 'cow', which is none of the training images; leave the "
          + "image out or make it an out-of-distribution one"
      ])
  }

  @Test("files that are missing or no images, with the line that names them")
  func files() throws {
    let manifest =
      "path,label\ntrain/ant/0.png,ant\ngone.png,bee\nbad.png,bee\ntrain/bee/1.png,bee\n"
    let found = try findings(adding: [
      "m.csv": [UInt8](manifest.utf8), "bad.png": [0x89, 0x50, 0x4e, 0x47] + [UInt8](0..<40),
    ]) { benchmark, folder in
      benchmark = UserBenchmark(
        name: "tiny", train: ImageSource(.manifest("\(folder)/m.csv", filter: [:])),
        test: benchmark.test)
    }
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("m.csv:3:1: error: gone.png cannot be read: gone.png: cannot open"))
    #expect(found[1].hasPrefix("m.csv:4:1: error: bad.png"))
  }

  @Test("paths and links that leave the folder of the images")
  func escapes() throws {
    let list = "../0.png 0\n/etc/x.png 0\n0.png 1\n"
    let found = try findings(adding: [
      "lists/train.txt": [UInt8](list.utf8), "lists/0.png": tinyPNG(9),
    ]) { benchmark, folder in
      benchmark = UserBenchmark(
        name: "tiny", train: ImageSource(.imageList("\(folder)/lists/train.txt")),
        test: benchmark.test)
      benchmark.classes = ["ant", "bee"]
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/test/ant/link.png", withDestinationPath: "\(folder)/far/things/4.png")
    }
    #expect(
      found.prefix(2).map { $0.prefix(70) } == [
        "lists/train.txt:1:1: error: path '../0.png' leaves the folder lists; n",
        "lists/train.txt:2:1: error: path '/etc/x.png' is absolute; write it re",
      ])
    #expect(found.contains { $0.hasPrefix("test/ant/link.png: error: is a link to ") })
  }

  @Test("labels out of range, empty sets and sources that cannot be read")
  func sources() throws {
    let found = try findings(adding: [
      "train.txt": [UInt8]("train/ant/0.png 0\ntrain/bee/1.png 2\n".utf8), "empty.txt": [],
    ]) { benchmark, folder in
      benchmark = UserBenchmark(
        name: "tiny", train: ImageSource(.imageList("\(folder)/train.txt")),
        test: ImageSource(.folder("\(folder)/nowhere")))
      benchmark.classes = ["ant"]
      benchmark.far = [.init("junk", ImageSource(.imageList("\(folder)/empty.txt")))]
    }
    #expect(
      found == [
        "nowhere: error: nowhere: is no folder that can be read",
        "train.txt:2:1: error: has label 2, expected 0 to 0, the numbers of 'classes'",
        "empty.txt: error: lists no images",
      ])
  }

  /// The header of a gray PNG of any size; there are no pixels behind it.
  private func header(width: UInt32, height: UInt32) -> [UInt8] {
    func bytes(_ value: UInt32) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
    }
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + bytes(13) + [UInt8]("IHDR".utf8)
      + bytes(width) + bytes(height) + [8, 0, 0, 0, 0] + bytes(0)
  }

  @Test("images too large to decode, by their headers alone")
  func tooLarge() throws {
    let found = try findings(adding: [
      "far/a.png": header(width: 100_000, height: 100_000),
      "far/b.png": header(width: 10_000, height: 9_000),
    ])
    #expect(
      found[0]
        == "far/a.png: error: has 100000 x 100000 pixels, more than the 178956970 that are decoded; "
        + "make it smaller")
    #expect(found[1].hasPrefix("far/b.png: warning: has 10000 x 9000 pixels, over half"))
    #expect(found[2].hasPrefix("far/b.png: error: cannot be decoded"))
  }

  @Test("images are compared on white; 16-bit gray by all its bits")
  func fingerprints() {
    func key(_ mode: DecodedImage.Mode, _ samples: [UInt8]) -> ImageFingerprint.Digest {
      ImageFingerprint(
        of: DecodedImage(
          width: samples.count / mode.bytesPerPixel, height: 1, mode: mode, samples: samples)
      ).pixels
    }
    #expect(key(.gray, [7, 9]) == key(.rgb, [7, 7, 7, 9, 9, 9]))
    #expect(key(.bilevel, [0, 255]) == key(.gray, [0, 255]))
    #expect(key(.grayAlpha, [7, 255, 9, 0]) == key(.gray, [7, 255]))
    #expect(key(.rgb, [7, 7, 8]) != key(.gray, [7]))
    #expect(key(.gray16, [0, 1]) != key(.gray16, [0, 2]))
    #expect(key(.gray, [7, 9]) != key(.gray, [7, 9, 9]))
  }
}
