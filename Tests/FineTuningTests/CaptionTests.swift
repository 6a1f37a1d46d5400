import CLIPModels
import Configuration
import Datasets
import Optimizers
import Tensors
import TestModels
import Testing
import Tokenizers

@testable import FineTuning

@Suite("Captions out of annotations")
struct CaptionTests {
  /// Six images of two classes; the third has no style.
  static let images = ImageSet(
    name: "toy", classNames: ["coat", "dress"], labels: [0, 0, 0, 1, 1, 1],
    sampleIDs: (0..<6).map { "s\($0)" }, width: 1, height: 1, samples: [UInt8](0..<6),
    metadata: [
      "style": ["noto", "one", "", "noto", "one", "flat"],
      "modality": [String](repeating: "photo", count: 6),
    ])
  static let templates = [
    "a {modality} of a {label}[, {style} style]", "{style}: {label}", "a {label}[ in {region}]",
  ]

  private func writer(
    _ control: CaptionWriter.Control = .none, templates: [String] = templates, seed: UInt64 = 1
  ) throws -> CaptionWriter {
    try CaptionWriter(
      Self.images, templates: templates.map(CaptionTemplate.init), control: control, seed: seed)
  }

  @Test("leave out what is optional and not known, and templates whose slots are not known")
  func grammar() throws {
    let writer = try writer()
    #expect(
      try writer.captions(of: 0).map(\.text) == [
        "a photo of a coat, noto style", "noto: coat", "a coat",
      ])
    #expect(try writer.captions(of: 2).map(\.text) == ["a photo of a coat", "a coat"])
    #expect(try writer.captions(of: 2).map(\.template) == [0, 2])
    #expect(
      try writer.captions(of: 0)[1].annotations == [
        .init(slot: "style", column: "style", value: "noto"),
        .init(slot: "label", column: "label", value: "coat"),
      ])
    let only = try self.writer(templates: ["{style} {label}"])
    #expect(throws: FineTuningError.self) { try only.captions(of: 2) }
  }

  @Test(
    "a faulty template is a fault of the configuration",
    arguments: [
      "a {label", "a label}", "a [b [c]]", "a [b", "a b]", "a {}", "a {la[b]}",
    ])
  func faults(template: String) {
    #expect(throws: FineTuningError.self) { try CaptionTemplate(template) }
    var captions = Captions()
    captions.templates = ["{label}", template]
    #expect(captions.problems.map(\.setting) == ["templates.1"])
  }

  @Test("a slot that stands for no annotation is an error that names the known ones")
  func unknownSlot() {
    let error = #expect(throws: FineTuningError.self) {
      try writer(templates: ["a {label} by {camera}"])
    }
    #expect("\(error.map(String.init(describing:)) ?? "")".contains("known: attributes, label"))
  }

  /// What remains of a caption when the literals of its template are taken out, in order.
  private func remainder(_ caption: Caption, _ template: CaptionTemplate) -> [String] {
    var text = Substring(caption.text)
    var values: [String] = []
    let filled = caption.annotations.map(\.slot)
    let parts = template.parts.filter { part in
      !part.isOptional || part.slots.allSatisfy(filled.contains)
    }
    let pieces = parts.flatMap(\.pieces)
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let literal):
        #expect(text.hasPrefix(literal))
        text = text.dropFirst(literal.count)
      case .slot:
        // Up to the next literal; the toy's values have none in them.
        var value = String(text)
        if index + 1 < pieces.count, case .literal(let next) = pieces[index + 1],
          let range = text.firstRange(of: next)
        {
          value = String(text[..<range.lowerBound])
        }
        values.append(value)
        text = text.dropFirst(value.count)
      }
    }
    #expect(text.isEmpty)
    return values
  }

  @Test("without the template's literals a caption is the image's annotations and nothing else")
  func traceability() throws {
    let templates = try Self.templates.map(CaptionTemplate.init)
    for image in 0..<Self.images.count {
      for caption in try writer().captions(of: image) {
        let values = remainder(caption, templates[caption.template])
        let sources = caption.annotations.map { annotation in
          annotation.column == "label"
            ? Self.images.classNames[Self.images.labels[image]]
            : Self.images.metadata[annotation.column]?[image] ?? "none"
        }
        #expect(values.sorted() == sources.sorted())
        #expect(caption.annotations.map(\.value) == sources)
      }
    }
  }

  @Test("controls: the label alone, or the words of other images of the class")
  func controls() throws {
    for image in 0..<6 {
      let captions = try writer(.labelOnly).captions(of: image)
      #expect(captions.map(\.text) == ["a \(Self.images.classNames[image / 3])"])
    }
    func styles(_ seed: UInt64) throws -> [String] {
      let writer = try writer(.permuted, templates: ["{label}[ {style}]"], seed: seed)
      return try (0..<6).map { try writer.captions(of: $0)[0].text }
    }
    let inOrder = try writer(templates: ["{label}[ {style}]"])
    let plain = try (0..<6).map { try inOrder.captions(of: $0)[0].text }
    let permuted = try (1...4).map { try styles(UInt64($0)) }
    for texts in permuted {
      // Within a class the same captions as often.
      #expect(texts[..<3].sorted() == plain[..<3].sorted())
      #expect(texts[3...].sorted() == plain[3...].sorted())
    }
    #expect(permuted.contains { $0 != plain })
    #expect(try styles(1) == permuted[0])
  }

  @Test("reads no column under label-only, else those of its slots")
  func columns() {
    var captions = Captions()
    captions.templates = ["{label}[ {style}]", "{label} {kind}"]
    captions.columns = ["kind": "subgroup"]
    #expect(captions.metadataColumns == ["label", "style", "subgroup"])
    captions.control = .labelOnly
    #expect(captions.metadataColumns.isEmpty)
    captions.templates = ["{label} {kind}"]
    #expect(captions.problems.map(\.setting) == ["templates"])
  }

  @Test("a caption that the text tower would not read to its end is an error")
  func length() throws {
    var captions = Captions()
    captions.templates = ["a photo of {label}"]
    let task = try ToyTraining.task()
    let all = try captions.captions(of: task)
    let longest = all.joined().map { task.tokenizer.encode($0.text).count + 2 }.max() ?? 0
    try Captions.check(all, of: task.images, task.tokenizer, context: longest)
    let error = #expect(throws: FineTuningError.self) {
      try Captions.check(all, of: task.images, task.tokenizer, context: longest - 1)
    }
    #expect("\(error.map(String.init(describing:)) ?? "")".contains("has \(longest) tokens"))
  }

  @Test("is the plain contrastive loss where all captions differ, and less where some are equal")
  func loss() throws {
    let model = try ToyModel.make()
    let texts = try TextEncoding(
      of: ["rows", "columns", "a photo of rows."], model: model, tokenizer: ToyModel.tokenizer)
    var features = Matrix(rows: 3, columns: model.configuration.embeddingSize)
    for row in 0..<3 { features[row, row] = 1 }
    func value(_ loss: StepLoss) -> Float {
      CoupledStep(training: [], on: Workers(threads: 1)).run(
        loss.branches, step: 0, loss: loss.value)
    }
    let branch = Branch.constant(features)
    let plain = value(Contrastive.loss(branch, texts, chosen: [2, 0, 1]))
    let ours = value(Captions.loss([branch], texts, chosen: [2, 0, 1]))
    #expect((plain - ours).magnitude < 1e-6)
    let equal = value(Captions.loss([branch], texts, chosen: [1, 1, 1]))
    let negatives = value(Contrastive.loss(branch, texts, chosen: [1, 1, 1]))
    // One caption for all: rows are uniform, and as a column every image is right.
    #expect(equal <= negatives + 1e-6)
  }
}
