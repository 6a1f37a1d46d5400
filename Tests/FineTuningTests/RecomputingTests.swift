import CLIPModels
import Optimizers
import RandomStreams
import Tensors
import TestModels
import Testing
import Tokenizers

/// Blocks that are computed twice give the bits of blocks that are kept.
@Suite("Recomputed blocks")
struct RecomputingTests {
  /// What trains in the model.
  enum Trained: CaseIterable {
    /// Every weight.
    case all
    /// Low-rank deltas at every site, with dropout, in frozen towers.
    case deltas
    /// Learnt tokens before frozen blocks, in the first and in the second layer of the image tower.
    case tokens
  }

  private func model(_ trained: Trained) throws -> (model: CLIPModel, parameters: [Parameter]) {
    let model = try ToyModel.make()
    var random = RandomSource(seed: 3, purpose: "recomputing")
    switch trained {
    case .all:
      model.setTrainable(true)
      return (model, model.parameters)
    case .deltas:
      for place in model.adapterPlaces {
        let (inputs, outputs) = model.blocks(of: place.tower)[place.layer].shape(of: place.site)
        model[place] = LowRankAdapter(
          a: Parameter(
            "\(place.module).A", shape: [2, inputs],
            values: random.normals(2 * inputs, standardDeviation: 0.3)),
          b: Parameter(
            "\(place.module).B", shape: [outputs, 2],
            values: random.normals(2 * outputs, standardDeviation: 0.3)),
          alpha: 1, isRankStabilised: true,
          dropout: Dropout(rate: 0.25, seed: 1, name: place.module))
      }
      let parameters = (model.vision.blocks + model.text.blocks).flatMap(\.adapterParameters)
      for parameter in parameters { parameter.isTrainable = true }
      return (model, parameters)
    case .tokens:
      let width = ToyModel.visionWidth
      let parameters = (0..<2).map {
        Parameter(
          "tokens.\($0)", shape: [3, width],
          values: random.normals(3 * width, standardDeviation: 0.5))
      }
      for parameter in parameters { parameter.isTrainable = true }
      model.vision.prompts = parameters.map { LearntTokens($0) }
      return (model, parameters)
    }
  }

  /// Losses and gradients of two steps with other images, texts and draws.
  private func bits(_ trained: Trained, threads: Int, budget: Int) throws -> [[UInt32]] {
    let (model, parameters) = try model(trained)
    let workers = Workers(threads: threads)
    let step = CoupledStep(training: parameters, on: workers, activationBudget: budget)
    let optimizer = AdamW(step.gradients.parameters)
    var random = RandomSource(seed: 4, purpose: "pixels")
    let width = 3 * ToyModel.imageSize * ToyModel.imageSize
    var found: [[UInt32]] = []
    for number in 0..<3 {
      let pixels = random.normals(7 * width, standardDeviation: 1)
      let images = Encoding(count: 7, shardSize: 2) { tape, range in
        let values = [Float](pixels[range.lowerBound * width..<range.upperBound * width])
        return model.vision(
          tape, pixels: tape.constant(Matrix(rows: range.count, columns: width, values: values)))
      }
      let names = ToyImages.captions
      let texts = Encoding(count: 7, shardSize: 3) { tape, range in
        model.text(
          tape,
          tokens: range.map {
            ToyModel.tokenizer.tokens(
              names[($0 + number) % names.count], contextLength: ToyModel.contextLength)
          })
      }
      let loss = step.run([.encoded(images), .encoded(texts)], step: UInt64(number)) {
        $0.contrastiveLoss(
          $0.similarities(
            $0.normalized($1[0]), $0.normalized($1[1]), logScale: model.logitScale))
      }
      found.append([loss.bitPattern])
      for parameter in parameters {
        found.append(step.gradients.values(parameter).map(\.bitPattern))
      }
      optimizer.update(step.gradients, learningRate: 1e-3, on: workers)
    }
    return found
  }

  @Test("give equal losses and gradients, bit for bit", arguments: Trained.allCases, [1, 3])
  func equality(trained: Trained, threads: Int) throws {
    let kept = try bits(trained, threads: threads, budget: .max)
    let twice = try bits(trained, threads: threads, budget: 0)
    #expect(kept == twice)
    #expect(Set(kept.dropFirst().joined()).count > 100)
  }
}
