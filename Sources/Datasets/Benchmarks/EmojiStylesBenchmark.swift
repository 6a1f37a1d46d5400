/// Kinds of emoji in both drawings in distribution; which drawing it is, is a column of metadata.
///
/// The classes, the near-OOD kinds and the far-OOD sets are those of `emoji`, and so is the rule that
/// parts code points: both drawings of an emoji are for training, or both for testing.
public struct EmojiStylesBenchmark: BenchmarkDefinition {
  /// Creates the benchmark.
  public init() {}

  public var name: String { "emoji-styles" }
  public var suite: String { "emoji" }
  public var hasValidation: Bool { false }
  public var summary: String {
    "11 kinds of emoji by two artists against 10 sibling kinds, flags and faces"
  }

  public func load(from folder: DataFolder) throws -> Benchmark {
    Self.benchmark(try EmojiPictures(from: folder))
  }

  static func benchmark(_ pictures: EmojiPictures) -> Benchmark {
    let emoji = EmojiBenchmark.benchmark(pictures)
    func both(_ name: String, where include: (String) -> Bool) -> ImageSet {
      pictures.images(name, [.noto, .emojiOne], EmojiBenchmark.idClasses, where: include)
    }
    let train = both("emoji-styles-train") { !EmojiBenchmark.isTest($0) }
    return Benchmark(
      name: "emoji-styles", train: train,
      validation: train.selecting([], name: "emoji-styles-validation"),
      test: both("emoji-styles-test", where: EmojiBenchmark.isTest), near: emoji.near,
      far: emoji.far, covariate: [], promptTemplates: emoji.promptTemplates)
  }
}
