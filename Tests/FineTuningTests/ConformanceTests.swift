import CLIPModels
import Configuration
import Datasets
import FileFormats
import FineTuning
import FoundationEssentials
import Tensors
import Tokenizers
import TestModels
import TestSupport
import Testing

/// What every method must keep to; a new one is tested by its line in `AllMethods.swift`.
@Suite("Every fine-tuning method")
struct ConformanceTests {
  @Test(
    "leaves frozen weights untouched, bit for bit, and changes the trained ones",
    arguments: allMethods.indices)
  func frozenWeights(index: Int) throws {
    let training = try ToyTraining(allMethods[index])
    let trained = Set(training.tuned.trained.map { ObjectIdentifier($0) })
    let fresh = try ToyModel.make()
    #expect(fresh.parameters.map(\.name) == training.model.parameters.map(\.name))
    for (before, after) in zip(fresh.parameters, training.model.parameters)
    where !trained.contains(ObjectIdentifier(after)) {
      #expect(before.bits == after.bits, "\(after.name)")
    }
    // What is solved for needs no steps.
    guard training.tuned.report.steps > 0 else { return }
    let start = try ToyTraining(allMethods[index], epochs: 0).tuned.trained
    for (before, after) in zip(start, training.tuned.trained) {
      // The end token's embedding is the only row of the table that every prompt uses.
      #expect(before.bits != after.bits, "\(after.name)")
    }
  }

  @Test("lowers the loss on a task that can be learnt", arguments: allMethods.indices)
  func loss(index: Int) throws {
    let report = try ToyTraining(allMethods[index]).tuned.report
    guard report.steps > 0 else { return }
    let method = small(allMethods[index])
    let steps = method.training.stepCount(images: 12, shots: 4)
    #expect(report.steps == steps)
    // The losses of a stage that is solved for come first; a pass over twelve images is one step.
    let epochs = steps / max(1, 12 / method.training.batchSize)
    let losses = report.epochLosses.suffix(epochs)
    #expect(losses.count == epochs)
    let first = try #require(losses.first)
    let last = try #require(losses.last)
    #expect(last < 0.97 * first, "\(first) -> \(last)")
  }

  @Test(
    "gives the same weights for the same seed with 1 and 2 threads, and others for another seed",
    arguments: allMethods.indices)
  func reproducibility(index: Int) throws {
    let one = try ToyTraining(allMethods[index], threads: 1, epochs: 3)
    let two = try ToyTraining(allMethods[index], threads: 2, epochs: 3)
    for (a, b) in zip(one.tuned.trained, two.tuned.trained) {
      #expect(a.bits == b.bits, "\(a.name)")
    }
    #expect(one.tuned.report.epochLosses == two.tuned.report.epochLosses)
    #expect(one.tuned.classifier.weights == two.tuned.classifier.weights)
    guard one.tuned.report.trainedParameters > 0 else { return }
    let other = try ToyTraining(allMethods[index], seed: 2, epochs: 3)
    // Methods that change the image tower alone leave the classifier as it is.
    #expect(
      one.tuned.classifier.weights != other.tuned.classifier.weights
        || zip(one.tuned.trained, other.tuned.trained).contains { $0.bits != $1.bits })
  }

  @Test("changes no logit before its first step", arguments: allMethods.indices)
  func start(index: Int) throws {
    guard small(allMethods[index]).startsAsZeroShot else { return }
    let zeroShot = try ToyTraining(ZeroShot.self).logits()
    let logits = try ToyTraining(allMethods[index], epochs: 0).logits()
    // Adapters add an exact zero; the head is the text classifier itself.
    #expect(relativeError(logits.values, zeroShot.values) < 1e-6)
  }

  @Test("trains as many weights as its definition says", arguments: allMethods.indices)
  func count(index: Int) throws {
    let training = try ToyTraining(allMethods[index], epochs: 0)
    let expected = try #require(
      ConformanceTests.closedForm(small(allMethods[index])),
      "state the number of weights that \(allMethods[index].name) trains")
    #expect(training.tuned.trained.reduce(0) { $0 + $1.count } == expected)
    #expect(training.tuned.report.trainedParameters == expected)
    let added = training.tuned.trained.filter { parameter in
      !training.model.parameters.contains { $0 === parameter }
    }.reduce(0) { $0 + $1.count }
    let whole = training.model.parameters.reduce(0) { $0 + $1.count }
    #expect(training.tuned.report.totalParameters == whole + added)
  }

  /// The number of trained weights by hand, from the definitions of the methods.
  private static func closedForm(_ method: any FineTuningMethod) -> Int? {
    let vision = ToyModel.visionWidth
    let text = ToyModel.textWidth
    let classes = ToyImages.classes.count
    let embedding = ToyModel.embeddingSize
    switch method {
    case is ZeroShot, is ZeroShotEnsemble, is TipAdapter: return 0
    // A row of weights and a bias for each class.
    case is LinearProbe: return classes * (embedding + 1)
    case let method as CoOp: return ToyModel.tokenizer.encode(method.initialWords).count * text
    case let method as LoCoOp: return ToyModel.tokenizer.encode(method.initialWords).count * text
    case is CoCoOp:
      // Four vectors, and a network with an embedding's channels over 16 between, at least one.
      let hidden = max(1, embedding / 16)
      let words = ToyModel.tokenizer.encode("a photo of a").count
      return words * text + hidden * (embedding + 1) + text * (hidden + 1)
    case is KgCoOp: return ToyModel.tokenizer.encode("a photo of a").count * text
    case let method as VPTShallow: return method.promptTokens * vision
    case let method as VPTDeep: return method.promptTokens * ToyModel.layers * vision
    case let method as MaPLe:
      // Tokens of the text tower and a map with bias in each layer.
      return ToyModel.layers * (method.contextTokens * text + text * vision + vision)
    case let method as IVLP:
      return ToyModel.layers * (method.promptTokens * vision + method.contextTokens * text)
    case let method as CLIPAdapter:
      // Down to an embedding's channels over the reduction, and up again; no biases.
      return 2 * embedding * (embedding / method.reduction)
    // Four shots of each class.
    case is TipAdapterF: return 4 * classes * embedding
    case let method as LoRA:
      // A [rank, width] and B [width, rank] at each site of each block.
      return method.sites.count * ToyModel.layers * 2 * method.rank * (vision + text)
    case is BitFit:
      // Query, key, value 3 w, output w, MLP 4 w + w, two norms 2 w in a block; norms before and after
      // the image blocks, one after the text blocks.
      return ToyModel.layers * 11 * (vision + text) + 2 * vision + text
    case is WiSEFT: return closedForm(FullFineTuning())
    case is LPFT: return closedForm(FullFineTuning())
    // The last stage trains all that FLYP does.
    case is GradualUnfreezing: return closedForm(FLYP())
    case is FLYP:
      let head = classes * embedding + classes
      let words = ToyModel.tokenizer.vocabularyCount + ToyModel.contextLength
      let tower =
        words * text + ToyModel.layers * (12 * text * text + 13 * text) + 2 * text
        + text * embedding
      // Both towers and the logit scale.
      return closedForm(FullFineTuning()).map { $0 - head + tower + 1 }
    case is FullFineTuning:
      let patch = 3 * ToyModel.patchSize * ToyModel.patchSize
      let grid = ToyModel.imageSize / ToyModel.patchSize
      let tokens = grid * grid + 1
      // Attention 4 w^2 + 4 w, MLP 8 w^2 + 5 w, two norms 4 w.
      let block = 12 * vision * vision + 13 * vision
      let tower =
        patch * vision + vision + tokens * vision + 2 * vision + ToyModel.layers * block
        + 2 * vision + vision * embedding
      return tower + classes * embedding + classes
    default: return nil
    }
  }

  @Test("refuses a task without images, unless it trains nothing", arguments: allMethods.indices)
  func noImages(index: Int) throws {
    let full = try ToyTraining.task()
    let task = FewShotTask(
      images: full.images.selecting([]), templates: full.templates, tokenizer: full.tokenizer,
      preprocessor: full.preprocessor, seed: 1)
    let model = try ToyModel.make()
    let method = small(allMethods[index])
    let workers = Workers(threads: 1)
    let tuner = FineTuner(model, on: task, method: method, workers: workers)
    if method is ZeroShot || method is ZeroShotEnsemble {
      #expect(try tuner.train().report.steps == 0)
    } else {
      #expect(throws: FineTuningError.self) { try tuner.train() }
    }
  }

  @Test("stops with the cause when the loss is not finite")
  func divergence() throws {
    let task = try ToyTraining.task()
    let model = try ToyModel.make()
    var method = FullFineTuning.small
    method.training.learningRate = 1e30
    let tuner = FineTuner(model, on: task, method: method, workers: Workers(threads: 1))
    let error = #expect(throws: FineTuningError.self) { try tuner.train() }
    #expect(error?.description.contains("lower the learning rate") == true)
  }

  @Test("cannot reach evaluation: the target imports no detector, metric or record")
  func imports() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/FineTuning").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources)
      .filter { $0.hasSuffix(".swift") }
    #expect(files.count > 5)
    for file in files {
      let text = String(decoding: try FileBytes.read("\(sources)/\(file)"), as: UTF8.self)
      for module in ["Detectors", "Metrics", "Results", "Experiments"] {
        #expect(!text.contains("import \(module)"), "\(file)")
      }
    }
    // All that training is given; a property for out-of-distribution images would show here.
    let properties = Mirror(reflecting: try ToyTraining.task()).children.compactMap(\.label)
    #expect(
      properties == [
        "images", "targets", "prompts", "templates", "validation", "heldOut", "descriptors",
        "captioned",
        "tokenizer",
        "preprocessor", "seed",
      ])
  }
}
