import FileFormats

/// Kinds of emoji: Noto drawings in distribution, EmojiOne's as covariate shift of the same kinds.
///
/// Near-OOD are sibling kinds (insects beside mammals and birds, vegetables beside fruit), far-OOD
/// are flags and faces. Whether an emoji is for training or for testing is a function of its code
/// point, so that `scripts/captions/emoji.py` leaves the same ones out of the corpus.
public struct EmojiBenchmark: BenchmarkDefinition {
  /// Creates the benchmark.
  public init() {}

  public var name: String { "emoji" }
  public var suite: String { "emoji" }
  public var hasValidation: Bool { false }
  public var summary: String {
    "11 kinds of Noto emoji against 10 sibling kinds, flags and faces; EmojiOne as covariate shift"
  }

  /// Unicode's subgroups and the words for them.
  static let idClasses = [
    ("animal-mammal", "mammal"), ("food-fruit", "fruit"), ("transport-ground", "land vehicle"),
    ("clothing", "clothing"), ("sky & weather", "sky and weather"), ("place-building", "building"),
    ("sport", "sport"), ("tool", "tool"), ("heart", "heart"), ("animal-bird", "bird"),
    ("musical-instrument", "musical instrument"),
  ]
  static let nearClasses = [
    ("animal-bug", "insect"), ("animal-marine", "sea animal"), ("food-vegetable", "vegetable"),
    ("food-prepared", "meal"), ("drink", "drink"), ("transport-air", "aircraft"),
    ("transport-water", "boat"), ("computer", "computer"), ("plant-flower", "flower"),
    ("book-paper", "book"),
  ]
  static let flags = [("country-flag", "flag")]
  static let faces = [
    "face-smiling", "face-affection", "face-tongue", "face-hand", "face-neutral-skeptical",
    "face-sleepy", "face-unwell", "face-hat", "face-glasses", "face-concerned", "face-negative",
    "face-costume",
  ].map { ($0, "face") }

  public func load(from folder: DataFolder) throws -> Benchmark {
    Self.benchmark(try EmojiPictures(from: folder))
  }

  static func benchmark(_ pictures: EmojiPictures) -> Benchmark {
    func set(
      _ name: String, _ art: EmojiArt, _ classes: [(String, String)],
      where include: (String) -> Bool = { _ in true }
    ) -> ImageSet { pictures.images(name, [art], classes, where: include) }
    let train = set("noto-train", .noto, idClasses) { !isTest($0) }
    return Benchmark(
      name: "emoji", train: train,
      // Some kinds have fewer than ten emoji: none can be spared for validation.
      validation: train.selecting([], name: "noto-validation"),
      test: set("noto-test", .noto, idClasses, where: isTest),
      near: [
        set("noto-near", .noto, nearClasses), set("emojione-near", .emojiOne, nearClasses),
      ],
      far: [set("noto-flags", .noto, flags), set("noto-faces", .noto, faces)],
      covariate: [set("emojione", .emojiOne, idClasses)],
      promptTemplates: ["an emoji of a {}", "a {}", "a photo of a {}", "a picture of a {}"])
  }

  /// Is the Noto drawing of this emoji a test image? Half of all are, by their SHA-256.
  static func isTest(_ key: String) -> Bool {
    let digest = SHA256.hexDigest(of: [UInt8]("ood emoji split 189 \(key)".utf8))
    return Int(digest.prefix(2), radix: 16).map { $0 % 2 == 0 } ?? false
  }
}
