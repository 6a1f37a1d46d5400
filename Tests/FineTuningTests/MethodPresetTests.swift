import CLIPModels
import Configuration
import FineTuning
import Optimizers
import Testing

@Suite("The presets of methods")
struct MethodPresetTests {
  @Test(
    "are of their method, differ by name, give a reason and have no problems",
    arguments: allMethods.indices)
  func presets(index: Int) {
    let type = allMethods[index]
    #expect(Set(type.presets.map(\.name)).count == type.presets.count)
    for preset in type.presets {
      #expect(Swift.type(of: preset.value).name == type.name)
      #expect(!preset.reason.isEmpty)
      #expect(preset.value.problems.isEmpty)
    }
    #expect(type.init().problems.isEmpty)
  }

  @Test("every method that takes steps has one for small models", arguments: allMethods.indices)
  func small(index: Int) {
    let type = allMethods[index]
    guard !type.init().training.epochs.isNone, !(type.init() is ZeroShot),
      !(type.init() is ZeroShotEnsemble)
    else { return }
    #expect(type.presets.contains { $0.name == "small" })
  }

  /// The numbers of the official code, as `docs/decisions.md` cites them.
  @Test("plain methods have the settings of the official code")
  func published() {
    let coOp = CoOp()
    #expect(coOp.contextTokens == 16 && coOp.initialWords.isEmpty && coOp.position == .end)
    #expect(coOp.training.learningRate == 2e-3 && coOp.training.batchSize == 32)
    #expect(coOp.training.rule == .sgd && coOp.training.weightDecay == 5e-4)
    #expect(coOp.training.decay == .coop && coOp.training.views == .coop)
    let coCoOp = CoCoOp()
    #expect(coCoOp.initialWords == "a photo of a" && coCoOp.training.batchSize == 1)
    #expect(coCoOp.training.epochs == 10 && coCoOp.training.views == .coop)
    let loRA = LoRA()
    #expect(loRA.rank == 2 && loRA.alpha == 1 && loRA.isRankStabilised && loRA.dropout == 0.25)
    #expect(loRA.sites == [.query, .key, .value] && loRA.towers == .both && loRA.layers.isEmpty)
    #expect(loRA.training.learningRate == 2e-4 && loRA.training.finalRate == 1e-6)
    #expect(loRA.training.weightDecay == 1e-2 && loRA.training.epochs == .stepsPerShot(500))
    let adapter = CLIPAdapter()
    #expect(adapter.reduction == 4 && adapter.ratio == 0.2)
    let tip = TipAdapterF()
    #expect(tip.cache.views == 10 && tip.cache.alpha == 1.17 && tip.cache.beta == 1)
    #expect(tip.cache.betaScale == 7 && tip.cache.alphaScale == 3)
    #expect(tip.training.learningRate == 1e-3 && tip.training.epsilon == 1e-4)
    #expect(tip.training.epochs == 20 && tip.training.batchSize == 256)
    #expect(tip.training.views == .tipAdapter && tip.training.keepsPartialBatch)
    let tokens = VPTDeep()
    #expect(tokens.promptTokens == 8 && tokens.depth == 12)
    #expect(tokens.training.learningRate == 0.0025 && tokens.training.batchSize == 4)
    #expect(tokens.training.epochs == 5 && tokens.training.views == .coop)
    #expect(MaPLe().training.learningRate == 0.0035 && MaPLe().depth == 9)
    let full = FullFineTuning().training
    #expect(full.learningRate == 3e-5 && full.batchSize == 512 && full.warmupSteps == 500)
    #expect(full.epochs == 10 && full.gradientClip == 1 && full.views == .mild)
    let flyp = FLYP().training
    #expect(flyp.learningRate == 1e-5 && flyp.batchSize == 256 && flyp.warmupSteps == 0)
  }

  /// Half a cosine by hand: the start, the middle and the last of 1,000 steps to 1e-6.
  @Test("CLIP-LoRA's rate falls along a cosine to 1e-6")
  func finalRate() {
    let schedule = Schedule.cosine(warmup: 0, final: 1e-6)
    func rate(_ step: Int) -> Double { schedule.rate(step: step, of: 1000, base: 2e-4) }
    #expect(rate(0) == 2e-4)
    #expect(abs(rate(500) - 1.005e-4) < 1e-18)
    #expect(abs(rate(1000) - 1e-6) < 1e-18)
  }

  @Test("a rule of steps ends within a pass, and the last pass has its mean loss")
  func cutShort() throws {
    var method = CoOp.small
    method.training.batchSize = 5
    method.training.keepsPartialBatch = true
    // Twelve images in batches of 5, 5 and 2: two passes of three and one of two for four shots.
    method.training.epochs = .stepsPerShot(2)
    let report = try ToyTraining(method).tuned.report
    #expect(report.steps == 8)
    #expect(report.epochLosses.count == 3)
  }
}
