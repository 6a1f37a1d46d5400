import Configuration
import Datasets
import Images
import Tensors
import TestModels
import Testing
import Tokenizers

@testable import FineTuning

@Suite("A guardrail")
struct GuardrailTests {
  /// The toy task, and images of two patterns that it does not have.
  private func task() throws -> FewShotTask {
    let plain = try ToyTraining.task()
    let unlabelled = ToyImages.set("toy-other", [.diagonals, .noise], count: 10)
    let prompts = unlabelled.classNames.map { "a photo of \($0)." }
    // The random model's own answers as labels: it begins with an accuracy of 1.
    let model = try ToyModel.make()
    let workers = Workers(threads: 1)
    let classifier = FineTunedClassifier(
      texts: try TextEncoding(of: prompts, model: model, tokenizer: plain.tokenizer)
        .features(on: workers), logitScale: 1)
    let features = try ImageEncoder(model, preprocessor: plain.preprocessor, workers: workers)
      .features(of: unlabelled)
    let answers = FineTunedClassifier.predictions(
      classifier.outputs(of: features, on: workers).logits)
    return FewShotTask(
      images: plain.images, templates: plain.templates,
      heldOut: HeldOutClasses(images: unlabelled.relabelled(answers), prompts: prompts),
      tokenizer: plain.tokenizer, preprocessor: plain.preprocessor, seed: 1)
  }

  private func rule(drop: Double) -> StageGuard {
    var rule = StageGuard()
    (rule.benchmark, rule.drop) = ("other", drop)
    return rule
  }

  @Test("that is never broken changes no bit, and is recorded")
  func kept() throws {
    let plain = try AxisTraining(LoRA.small)
    let watched = try AxisTraining(LoRA.small, task: task()) { $0.guardrail = rule(drop: 1) }
    #expect(watched.bits == plain.bits)
    let measures = watched.tuned.report.objective
    #expect(measures["guard_epoch"] == -1)
    #expect(measures["guard_start"] == 1)
  }

  /// A rate that wrecks the towers within an epoch.
  private func wreck(_ training: inout TrainingConfiguration) {
    training.guardrail = rule(drop: 0.05)
    training.learningRate = 0.05
    training.decay = .constant
  }

  @Test(
    "ends a training that forgets, and its later stages, with the steps and epoch in the record")
  func ended() throws {
    let free = try AxisTraining(GradualUnfreezing.small, task: task()) {
      wreck(&$0)
      $0.guardrail = nil
    }
    let ended = try AxisTraining(GradualUnfreezing.small, task: task(), wreck)
    let report = ended.tuned.report
    let epoch = try #require(report.objective["guard_epoch"])
    #expect(epoch >= 1)
    #expect(report.steps < free.tuned.report.steps)
    #expect(report.epochLosses.count == Int(epoch))
    let (start, end) = (report.objective["guard_start"], report.objective["guard_end"])
    #expect(try #require(start) - #require(end) > 0.05)
  }

  @Test("and a stop in between end in the bits of a training without one")
  func resumed() throws {
    let whole = try AxisTraining(task: task(), wreck)
    let epoch = try #require(whole.tuned.report.objective["guard_epoch"])
    #expect(epoch >= 1)
    #expect(try AxisTraining.interruptedBits(after: 1, task: task(), wreck) == whole.bits)
  }

  @Test("without images of other classes is refused")
  func refused() {
    #expect(throws: FineTuningError.self) {
      try AxisTraining(LoRA.small) { $0.guardrail = rule(drop: 0.1) }
    }
  }

  @Test("a stage may have an objective of its own")
  func stageObjective() throws {
    func bits(_ objective: (any Objective)?) throws -> [[UInt32]] {
      var method = GradualUnfreezing.small
      method.stages[0].objective = objective.map { Chosen($0) }
      return try AxisTraining(method, epochs: 2).bits
    }
    #expect(try bits(CrossEntropy()) == bits(nil))
    #expect(try bits(Contrastive()) != bits(nil))
  }
}
