import Configuration
import Datasets
import FileFormats
import Images
import Tensors
import TestModels
import Testing
import Tokenizers

@testable import FineTuning

/// A pool of 30 toy images, ten a class, with metadata; labels follow by hand.
private struct Pool {
  static let train: ImageSet = {
    let images = ToyImages.benchmark().train
    return described(
      images,
      [
        "tag": (0..<30).map { ["a row", "COLUMN", "checks", "?"][$0 % 4] },
        "true": (0..<30).map { ["r", "c", "k"][$0 / 10] },
        "site": (0..<30).map { $0 % 2 == 0 ? "north" : "south" },
      ])
  }()

  /// Gray toy images with columns of metadata.
  static func described(_ images: ImageSet, _ metadata: [String: [String]]) -> ImageSet {
    ImageSet(
      name: images.name, classNames: images.classNames, labels: images.labels,
      sampleIDs: images.sampleIDs, width: ToyModel.imageSize, height: ToyModel.imageSize,
      samples: (0..<images.count).flatMap { (try? images.image(at: $0).samples) ?? [] },
      metadata: metadata)
  }

  static func scene(_ seed: UInt64 = 1, others: [String: ImageSet] = [:]) -> SupervisionScene {
    var scene = SupervisionScene(
      pool: train, shots: 4, seed: seed, templates: [PromptTemplate("a photo of {}.")],
      model: { try ToyModel.make() }, tokenizer: ToyModel.tokenizer,
      preprocessor: Preprocessor(.openAI(size: ToyModel.imageSize)), workers: Workers(threads: 1))
    scene.others = others
    return scene
  }

  static func shots(_ count: Int = 4) throws -> ImageSet {
    try FewShotSplit.sample(from: train, shots: count, seed: 1).images
  }

  /// The rule that names every image's class, from the column `true`.
  static var oracle: AttributeFunction {
    var oracle = AttributeFunction()
    oracle.column = "true"
    oracle.values = NamedTexts(["rows": ["r"], "columns": ["c"], "checks": ["k"]])
    return oracle
  }

  static func labels(
    _ functions: [any LabellingFunction], _ change: (inout WeakLabels) -> Void = { _ in }
  ) -> WeakLabels {
    var labels = WeakLabels()
    labels.functions = functions.map { Chosen<LabellingFunctions>($0) }
    labels.labelModel = .majority
    change(&labels)
    return labels
  }

  static func votes(_ function: any LabellingFunction, on pool: ImageSet) throws -> [Int] {
    try function.votes(on: pool, in: LabellingScene(scene: scene(), rest: train))
  }
}

@Suite("Labelling functions")
struct LabellingFunctionTests {
  @Test("keywords are found in a column or in the IDs, whatever their case; several are none")
  func keywords() throws {
    var rule = KeywordFunction()
    rule.column = "tag"
    rule.patterns = NamedTexts(["rows": ["\\brow"], "columns": ["^col"], "checks": ["c.e", "ECK"]])
    #expect(try Pool.votes(rule, on: Pool.train).prefix(4) == [0, 1, 2, -1])
    rule.patterns = NamedTexts(["rows": ["c"], "columns": ["col"]])
    #expect(try Pool.votes(rule, on: Pool.train).prefix(4) == [-1, -1, 0, -1])
    rule.column = ""
    rule.patterns = NamedTexts(["rows": ["train/1$"]])
    #expect(try Pool.votes(rule, on: Pool.train).prefix(4) == [-1, 0, -1, -1])
    rule.patterns = NamedTexts(["stripes": ["x"]])
    #expect(throws: FineTuningError.self) { try Pool.votes(rule, on: Pool.train) }
    rule.patterns = NamedTexts(["rows": ["("]])
    #expect(rule.problems.map(\.setting) == ["patterns.rows"])
    rule.column = "none"
    rule.patterns = NamedTexts(["rows": ["x"]])
    #expect(throws: DatasetError.self) { try Pool.votes(rule, on: Pool.train) }
  }

  @Test("an attribute stands for a class")
  func attributes() throws {
    #expect(try Pool.votes(Pool.oracle, on: Pool.train) == Pool.train.labels)
    #expect(AttributeFunction().problems.map(\.setting) == ["column", "values"])
  }

  @Test("a vote needs its lead, by hand")
  func margin() {
    #expect(vote([0.5, 0.375, 0.125], margin: 0.125) == 0)
    #expect(vote([0.375, 0.5, 0.125], margin: 0.126) == -1)
    #expect(vote([0.5, 0.5], margin: 0) == 0)
    #expect(vote([1], margin: 1) == 0)
  }

  /// In the pixels of noisy patterns the nearest ones are of the same pattern.
  @Test("neighbours in pixels and a classifier of another domain name the toy classes")
  func learners() throws {
    let pool = ToyImages.benchmark().test
    var pixels = NeighbourFunction()
    pixels.space = .pixels
    pixels.shots = 5
    #expect(try Pool.votes(pixels, on: pool) == pool.labels)
    pixels.agreement = 1
    pixels.k = 15
    // All 15 labelled images are neighbours, so no class has more than a third.
    #expect(try Pool.votes(pixels, on: pool).allSatisfy { $0 == -1 })

    // Features that tell the classes apart, in place of the toy model's.
    let scene = { (others: [String: ImageSet]) in
      var scene = Pool.scene(others: others)
      scene.features = { images in
        Matrix(
          rows: images.count, columns: 3,
          values: images.labels.flatMap { label in
            (0..<3).map { $0 == label ? 1 : 0.1 }
          })
      }
      return LabellingScene(scene: scene, rest: Pool.train)
    }
    let other = ToyImages.set("other", [.rows, .columns, .checks], count: 3)
      .keeping(classes: [2, 0])
    var classifier = SourceClassifier()
    classifier.source = "other"
    // Its classes are checks and rows; labels of the set are their own numbers.
    let votes = try classifier.votes(
      on: pool.keeping(classes: [0, 1]).relabelled(
        [Int](repeating: 0, count: 8) + [Int](repeating: 1, count: 8)),
      in: scene(["other": other]))
    #expect(votes == [Int](repeating: 2, count: 8) + [Int](repeating: 0, count: 8))
    classifier.source = ""
    classifier.column = "site"
    classifier.value = "north"
    #expect(try classifier.votes(on: pool, in: scene([:])) == pool.labels)
    var prototypes = PrototypeFunction()
    prototypes.shots = 2
    prototypes.margin = 0
    #expect(try prototypes.votes(on: pool, in: scene([:])) == pool.labels)
    classifier.value = "west"
    #expect(throws: FineTuningError.self) { try classifier.votes(on: pool, in: scene([:])) }
  }

  @Test("zero-shot votes follow the model's probabilities")
  func zeroShot() throws {
    var function = ZeroShotFunction()
    function.margin = 0
    let votes = try Pool.votes(function, on: Pool.train)
    let scene = Pool.scene()
    let cosines = DoubleMatrix(try scene.features(Pool.train)).withUnitRows
      .multiplied(
        byTransposeOf: DoubleMatrix(
          try scene.textFeatures(["a photo of rows.", "a photo of columns.", "a photo of checks."]))
      )
    for (row, vote) in votes.enumerated() {
      #expect(cosines.row(row).max() == cosines[row, vote])
    }
    function.margin = 1
    #expect(try Pool.votes(function, on: Pool.train).allSatisfy { $0 == -1 })
    function.template = "no place"
    #expect(function.problems.map(\.setting) == ["template"])
  }

  @Test("labelled images are never of the pool")
  func gold() throws {
    let shots = try Pool.shots(6)
    let pooled = Set(shots.sampleIDs)
    let rest = Pool.train.selecting(
      Pool.train.sampleIDs.indices.filter { !pooled.contains(Pool.train.sampleIDs[$0]) })
    let scene = LabellingScene(scene: Pool.scene(), rest: rest)
    #expect(try scene.gold(4).count == 12)
    #expect(try pooled.isDisjoint(with: scene.gold(4).sampleIDs))
    #expect(try Set(scene.gold(2).sampleIDs).isSubset(of: scene.gold(4).sampleIDs))
  }
}

@Suite("Weak labels")
struct WeakLabelTests {
  @Test("a rule that knows gives the true labels, with all counts")
  func oracle() throws {
    let shots = try Pool.shots()
    let found = try Pool.labels([Pool.oracle]).supervised(shots, in: Pool.scene())
    #expect(found.images.labels == shots.labels)
    #expect(found.images.sampleIDs == shots.sampleIDs)
    #expect(
      found.targets?.values == shots.labels.flatMap { l in (0..<3).map { $0 == l ? 1 : 0 } })
    let report = try #require(found.report)
    #expect(
      report.measures == [
        "images": 12, "kept": 12, "dropped": 0, "uncovered": 0, "confidence": 1, "checked": 12,
        "converged": 1, "label_accuracy": 1,
      ])
    #expect(
      report.functions.map(\.measures) == [
        ["coverage": 1, "overlap": 0, "conflict": 0, "estimated_accuracy": 1, "accuracy": 1]
      ])
    let hard = try Pool.labels([Pool.oracle]) { $0.soft = false }
      .supervised(shots, in: Pool.scene())
    #expect(hard.targets == nil && hard.images.labels == shots.labels)
    let more = try Pool.labels([Pool.oracle]) { $0.pool = 7 }.supervised(shots, in: Pool.scene())
    #expect(more.images.count == 21)
  }

  @Test("what nobody votes on and what is too uncertain is not trained on")
  func left() throws {
    var some = Pool.oracle
    some.values = NamedTexts(["rows": ["r"], "columns": ["c"]])
    var wrong = Pool.oracle
    wrong.values = NamedTexts(["checks": ["c"]])
    let shots = try Pool.shots()
    let labels = Pool.labels([some, wrong]) { $0.dropBelow = 0.75 }
    let found = try labels.supervised(shots, in: Pool.scene())
    // Rows are sure, columns are disputed, on checks both are silent.
    #expect(found.images.labels == [0, 0, 0, 0])
    let measures = try #require(found.report?.measures)
    #expect(measures["kept"] == 4 && measures["dropped"] == 4 && measures["uncovered"] == 4)
    #expect(throws: FineTuningError.self) {
      try Pool.labels([wrong, some]) { $0.dropBelow = 1 }
        .supervised(shots.selecting([4, 5, 6, 7]), in: Pool.scene())
    }
  }

  @Test("true labels of the pool reach the report alone")
  func blind() throws {
    let shots = try Pool.shots()
    let shuffled = shots.relabelled(shots.labels.reversed())
    var pixels = NeighbourFunction()
    pixels.space = .pixels
    pixels.shots = 3
    for functions in [[Pool.oracle], [ZeroShotFunction(), pixels]] as [[any LabellingFunction]] {
      let labels = Pool.labels(functions) { $0.dropBelow = 0 }
      let first = try labels.supervised(shots, in: Pool.scene())
      let second = try labels.supervised(shuffled, in: Pool.scene())
      #expect(first.images.labels == second.images.labels)
      #expect(first.targets == second.targets)
      #expect(first.report?.measures["label_accuracy"] != second.report?.measures["label_accuracy"])
    }
    let few = try Pool.labels([Pool.oracle]) { $0.nGold = 5 }.supervised(shots, in: Pool.scene())
    #expect(few.report?.measures["checked"] == 5)
    let none = try Pool.labels([Pool.oracle]) { $0.nGold = 0 }.supervised(shots, in: Pool.scene())
    #expect(none.report?.measures["label_accuracy"] == nil)
    #expect(none.report?.functions.first?.measures["accuracy"] == nil)
    #expect(none.images.labels == few.images.labels)
  }

  @Test("foreign images come in the asked share, smaller shares among larger ones")
  func contamination() throws {
    let foreign = ToyImages.set("foreign", [.diagonals, .noise], count: 20)
    let scene = Pool.scene(others: ["far": foreign])
    func labels(_ share: Double) -> WeakLabels {
      Pool.labels([ZeroShotFunction()]) {
        $0.contamination.share = share
        $0.contamination.source = "far"
        $0.dropBelow = 0
      }
    }
    let shots = try Pool.shots()
    var kept: [Set<String>] = []
    for share in [0.25, 0.5] {
      let images = try #require(
        try labels(share).contamination.images(
          beside: shots.count, classNames: shots.classNames, in: scene))
      kept.append(Set(images.sampleIDs))
    }
    // 12 own images: 4 of 16 and 12 of 24.
    #expect(kept.map(\.count) == [4, 12] && kept[0].isSubset(of: kept[1]))
    let found = try labels(0.5).supervised(shots, in: scene)
    let measures = try #require(found.report?.measures)
    #expect(measures["images"] == 24 && measures["foreign"] == 12)
    let others = found.images.sampleIDs.count { $0.hasPrefix("foreign/") }
    #expect(measures["foreign_kept"] == Double(others))
    // What is left of them was silent, nothing was dropped.
    #expect(measures["foreign_uncovered"] == Double(12 - others))
    #expect(found.images.classNames == shots.classNames)
    #expect(try labels(0).supervised(shots, in: Pool.scene()).report?.measures["foreign"] == nil)
    #expect(throws: FineTuningError.self) { try labels(0.9).supervised(shots, in: scene) }
    #expect(throws: FineTuningError.self) {
      try labels(0.5).supervised(shots, in: Pool.scene(others: ["far": Pool.train]))
    }
    #expect(labels(0).benchmarks == [] && labels(0.5).benchmarks == ["far"])
  }

  @Test("dependent functions are refused, or recorded where that is asked")
  func dependent() throws {
    // Four rules that repeat one mistake and two that do not know of it, on 60 images.
    let images = ToyImages.set("toy-train", ToyImages.classes, count: 60)
    let wrong = images.labels.indices.map { $0 % 2 == 0 }
    let pool = Pool.described(
      images,
      [
        "copied": zip(images.labels, wrong).map { "\($1 ? ($0 + 1) % 3 : $0)" },
        "own": images.labels.map { "\($0)" },
      ])
    func rule(_ column: String, group: String = "") -> AttributeFunction {
      var rule = AttributeFunction()
      rule.column = column
      rule.values = NamedTexts(["rows": ["0"], "columns": ["1"], "checks": ["2"]])
      rule.lfGroup = group
      return rule
    }
    let apart = ["copied", "copied", "copied", "own", "own"].map { rule($0) }
    var scene = Pool.scene()
    scene = SupervisionScene(
      pool: pool, shots: 60, seed: 1, templates: scene.templates, model: scene.model,
      tokenizer: scene.tokenizer, preprocessor: scene.preprocessor, workers: scene.workers)
    #expect(throws: FineTuningError.self) {
      try Pool.labels(apart).supervised(pool, in: scene)
    }
    let warned = try Pool.labels(apart) { $0.dependencies = .warn }.supervised(pool, in: scene)
    #expect(try #require(warned.report?.measures["dependency"]) > 0.15)
    // The copies have one vote of three: the truth wins.
    #expect(warned.report?.measures["label_accuracy"] == 0.5)
    let grouped =
      ["copied", "copied", "copied"].map { rule($0, group: "one") }
      + ["own", "own"].map { rule($0) }
    let mended = try Pool.labels(grouped).supervised(pool, in: scene)
    #expect(mended.report?.measures["label_accuracy"] == 1)
    #expect(mended.report?.functions.map(\.group).prefix(3) == ["one", "one", "one"])
    #expect(mended.report?.functions[4].name.hasSuffix("(2)") == true)
  }

  @Test("domains, settings and what a run id must know of them")
  func settings() throws {
    let domains = Pool.labels([Pool.oracle]) {
      $0.labelModel = .oneCoin
      $0.domains = "site"
    }
    #expect(
      try domains.supervised(try Pool.shots(), in: Pool.scene()).report?.measures["label_accuracy"]
        == 1)
    #expect(domains.problems.isEmpty)
    #expect(
      Pool.labels([]) {
        $0.domains = "site"
        $0.dropBelow = 2
        $0.pool = -1
      }.problems.map(\.setting) == ["functions", "pool", "drop_below", "domains"])
    let data = try domains.data(beside: try Pool.shots(), in: Pool.scene())
    #expect(Set(data.keys) == ["supervision-pool", "supervision-columns"])
    #expect(data["supervision-pool"] == (try Pool.train.contentHash()))
    #expect(
      data["supervision-columns"] == (try Pool.train.metadataHash(columns: ["true", "site"])))
  }

  @Test("presets vote by prompts apart or together, and their settings travel")
  func presets() throws {
    let named = Supervisions.named
    let own = ["weak-majority", "weak-one-coin", "weak-groups"]
    #expect(named.map(\.name) == own + own.map { "\($0)-foreign" })
    let groups = try named.map { try #require($0.value as? WeakLabels).groups().names.count }
    #expect(groups == [6, 6, 4, 6, 6, 4])
    for preset in named { #expect(preset.value.problems.isEmpty) }
  }
}
