import CLIPModels
import Configuration
import Datasets
import Tensors
import TestModels
import Testing

@testable import FineTuning

/// Identities of the penalties that hold a training to the model it began with.
@Suite("Anchors")
struct AnchorTests {
  private static let weightless: [any Regularizer] = [
    with(WeightAnchor()) { $0.weight = 0 }, with(FisherAnchor()) { $0.weight = 0 },
    with(LogitAnchor()) { $0.weight = 0 }, with(TextAnchor()) { $0.weight = 0 },
    with(Consistency()) { $0.weight = 0 },
  ]

  private static func with<T>(_ value: T, _ change: (inout T) -> Void) -> T {
    var value = value
    change(&value)
    return value
  }

  @Test("of weight 0 leave every bit of a training alone", arguments: 0..<5)
  func weightless(index: Int) throws {
    let plain = try AxisTraining(LoRA.small).bits
    let anchored = try AxisTraining(LoRA.small) {
      $0.regularizers = [Chosen(AnchorTests.weightless[index])]
    }
    #expect(anchored.bits == plain)
  }

  @Test("by weights or their information, towards infinity keep the zero-shot scores")
  func limits() throws {
    let start = try AxisTraining.zeroShot()
    let free = try AxisTraining(FullFineTuning.small).logits()
    #expect(largestDifference(free, start) > 0.1)
    // The classifier head starts as the zero-shot one.
    let weights = try AxisTraining(FullFineTuning.small) {
      $0.regularizers = [Chosen(AnchorTests.with(WeightAnchor()) { $0.weight = 1e12 })]
    }
    #expect(largestDifference(try weights.logits(), start) <= 1e-5)
    let fisher = try AxisTraining(LoRA.small) {
      $0.weightDecay = 0
      $0.regularizers = [Chosen(AnchorTests.with(FisherAnchor()) { $0.weight = 1e30 })]
    }
    #expect(largestDifference(try fisher.logits(), start) <= 1e-5)
  }

  @Test("by scores or texts keep the zero-shot scores where they outweigh the labels")
  func termLimits() throws {
    let start = try AxisTraining.zeroShot()
    for term: any Regularizer in [
      AnchorTests.with(LogitAnchor()) { $0.weight = 1e6 },
      AnchorTests.with(TextAnchor()) { $0.weight = 1e6 },
    ] {
      // Gradients grow with the weight, so plain steps shrink with it.
      let anchored = try AxisTraining(LoRA.small) {
        $0.rule = .sgd
        $0.weightDecay = 0
        $0.learningRate = 1e-8
        $0.decay = .constant
        $0.regularizers = [Chosen(term)]
      }
      #expect(largestDifference(try anchored.logits(), start) <= 1e-5, "\(term)")
    }
  }

  @Test("by information that is 1 everywhere are those by weights, to the bit")
  func ones() throws {
    let model = try ToyModel.make()
    let weights = [Parameter("a", shape: [3], values: [1, 2, -4])]
    let others = [Parameter("a", shape: [3], values: [1, 2, -4])]
    let origin: [Float] = [0.5, 0, 7]
    let ones = [Parameter("f", shape: [3], repeating: 1)]
    let fisher = AnchorTests.with(FisherAnchor()) { $0.weight = 0.3 }
      .correction(weights, origin: { _ in origin }, fisher: ones)
    fisher.apply(0.1)
    let task = try ToyTraining.task()
    var training = StageTraining(
      index: 0,
      parametrization: Parametrization(
        of: model, training: others, changesImages: false,
        classifier: HeadClassifier(
          texts: Matrix(rows: 1, columns: 1, values: [1]), of: model)),
      configuration: TrainingConfiguration(), model: model, task: task,
      workers: Workers(threads: 1))
    training.origin = { _ in origin }
    let plain = try AnchorTests.with(WeightAnchor()) { $0.weight = 0.3 }.correction(of: training)
    plain?.apply(0.1)
    #expect(weights[0].bits == others[0].bits)
  }

  @Test("estimate the information as the mean square of single shots' gradients")
  func information() throws {
    let model = try ToyModel.make()
    let task = try ToyTraining.task()
    let workers = Workers(threads: 1)
    let parametrization = try LinearProbe().parametrization(of: model, for: task, workers: workers)
    let training = StageTraining(
      index: 0, parametrization: parametrization, configuration: TrainingConfiguration(),
      model: model, task: task, workers: workers)
    let found = try FisherAnchor().information(of: training)
    // A linear head: d log p_y / d W_c = (1[c = y] - p_c) f, d / d b_c = 1[c = y] - p_c, by hand.
    let features = try ImageEncoder(model, preprocessor: task.preprocessor, workers: workers)
      .features(of: task.images)
    let classifier = parametrization.classifier.finished(on: workers)
    let logits = classifier.outputs(of: features, on: workers).logits
    let (classes, width) = (logits.columns, features.columns)
    var expected = [Double](repeating: 0, count: classes * width)
    for row in 0..<logits.rows {
      let scores = logits.row(row).map(Double.init)
      for c in 0..<classes {
        let residual =
          (c == task.images.labels[row] ? 1 : 0) - exponential(scores[c] - logSumExp(scores))
        for (j, value) in features.row(row).enumerated() {
          expected[c * width + j] +=
            residual * residual * Double(value) * Double(value) / Double(logits.rows)
        }
      }
    }
    let largest = expected.max() ?? 1
    for (value, wanted) in zip(found[0], expected) {
      #expect(abs(Double(value) - wanted) < 1e-4 * largest)
    }
  }

  @Test("and a stop in between end in the bits of a training without one")
  func resumed() throws {
    func change(_ training: inout TrainingConfiguration) {
      training.regularizers = [
        Chosen(WeightAnchor()), Chosen(FisherAnchor()), Chosen(LogitAnchor()),
      ]
    }
    let whole = try AxisTraining(LoRA.small, change)
    #expect(try AxisTraining.interruptedBits(after: 3, change) == whole.bits)
  }
}

@Suite("Interpolation between a model and its fine-tuned self")
struct InterpolationTests {
  private func logits(_ base: any FineTuningMethod, _ alpha: Double) throws -> [Float] {
    var method = WiSEFT()
    method.base = Chosen(base)
    method.alpha = alpha
    return try AxisTraining(method).logits()
  }

  @Test("at 0 has the zero-shot scores, at 1 those of the training, to the bit")
  func ends() throws {
    let start = try AxisTraining.zeroShot()
    for base: any FineTuningMethod in [LoRA.small, FullFineTuning.small] {
      #expect(largestDifference(try logits(base, 0), start) <= 1e-5)
      #expect(try logits(base, 1) == AxisTraining(base).logits())
    }
  }

  @Test("of low-rank deltas is that of the merged weights, to 1e-5")
  func merged() throws {
    let (start, end) = (try ToyModel.make(), try AxisTraining(LoRA.small).model)
    _ = end.mergeAdapters()
    for alpha in [0.25, 0.5, 0.75] {
      let model = try ToyModel.make()
      for (parameter, pair) in zip(model.parameters, zip(start.parameters, end.parameters)) {
        parameter.values = zip(pair.0.values, pair.1.values).map {
          Float((1 - alpha) * Double($0) + alpha * Double($1))
        }
      }
      let scaled = try logits(LoRA.small, alpha)
      // Of cosines; the scores are these times the logit scale.
      let scale = FineTuning.logitScale(of: model)
      #expect(largestDifference(try AxisTraining.zeroShot(model), scaled) <= 1e-5 * scale)
    }
  }
}
