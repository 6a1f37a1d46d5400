import CLIPModels
import FileFormats
import Optimizers
import Tensors
import TestSupport
import Testing

@testable import FineTuning

/// One method on one reference model.
struct AdaptationRun {
  let name: String
  let file: String
  let reference: ReferenceMethod
  let model: CLIPModel
  let workers = Workers(threads: 1)

  /// A method on a model.
  ///
  /// - Parameters:
  ///   - name: the method's part of the file.
  ///   - file: the script's file in the model's folder.
  init(_ name: String, _ reference: ReferenceMethod, in file: String = "adaptation") throws {
    self.name = name
    self.file = file
    self.reference = reference
    model = try reference.model()
  }

  func floats(_ key: String) throws -> [Float] {
    try reference.methods.floats(file, "\(name).\(key)")
  }

  func integers(_ key: String) throws -> [Int] {
    try reference.methods.integers(file, "\(name).\(key)")
  }

  /// A weight that the method adds, as the script starts it.
  func parameter(_ key: String) throws -> Parameter {
    let file = try reference.methods.file(file)
    let shape = try #require(file.shape("\(name).init.\(key)"))
    return Parameter(key, shape: shape, values: try floats("init.\(key)"))
  }

  /// CoOp's prompts with the context that the script starts, `ctx`.
  func learner() throws -> PromptLearner {
    let context = try parameter("ctx")
    let rows = try reference.method("coop").rows("inputs", "input_ids")
    return try PromptLearner(
      text: model.text, context: context, tokens: context.rows, position: .end,
      isClassSpecific: false,
      names: rows.map { [Int]($0[1 + context.rows..<model.text.endPosition($0)]) },
      start: rows[0][0], end: rows[0].max() ?? 0)
  }

  func texts(_ file: String, _ key: String) throws -> TextEncoding {
    TextEncoding(model: model, tokens: try reference.base.rows(file, key))
  }

  func features(_ pixels: Matrix) -> Matrix {
    let tape = Tape(workspace: Workspace())
    return model.vision(tape, pixels: tape.constant(pixels)).matrix
  }

  func localFeatures(_ pixels: Matrix) -> Matrix {
    let tape = Tape(workspace: Workspace())
    return model.vision.localFeatures(tape, pixels: tape.constant(pixels)).matrix
  }

  /// Compares loss and gradients at the start, and weights and logits after five steps.
  func expectAgreement(
    of parametrization: Parametrization, names: [String]?, _ optimizer: any Optimizer,
    rate: Double, terms: [(TrainingBatch) throws -> StepTerm] = [], encodesImages: Bool = false
  ) throws {
    let trained = parametrization.trained
    let step = CoupledStep(training: trained, on: workers, slots: 2)
    let losses = CrossEntropy.losses(of: parametrization.classifier, terms: terms)
    func run(_ pixels: Matrix, _ labels: [Int]) throws -> Float {
      let images = encodesImages ? model.images(pixels) : .constant(features(pixels))
      let loss = try losses(
        TrainingBatch(
          shots: [Int](labels.indices), labels: labels, epoch: 0, step: 0, images: images,
          patches: { .constant(localFeatures(pixels)) }))
      return step.run(loss.branches, loss: loss.value)
    }
    func expect(_ part: String, _ values: (Parameter) -> [Float]) throws {
      for (index, parameter) in trained.enumerated() {
        let keys = names.map { [$0[index]] } ?? huggingFaceNames(parameter.name)
        let found = values(parameter)
        let size = found.count / keys.count
        for (place, key) in keys.enumerated() where !key.hasSuffix("k_proj.bias") {
          let stored = try floats("\(part).\(key)")
          let slice = [Float](found[place * size..<(place + 1) * size])
          #expect(relativeError(slice, stored) < 5e-5, "\(reference) \(part).\(key)")
        }
      }
    }
    let pixels = try reference.pixels("inputs", "pixel_values")
    #expect(relativeError(logits(parametrization, pixels), try floats("logits_before")) < 1e-5)
    let loss = try run(pixels, try reference.base.integers("inputs", "labels"))
    #expect(relativeError([loss], try floats("loss")) < 1e-5)
    try expect("grad") { step.gradients.values($0) }
    for batch in 0..<5 {
      _ = try run(try reference.batch(batch), try reference.labels(batch))
      optimizer.update(step.gradients, learningRate: rate, on: workers)
    }
    try expect("after5") { $0.values }
    #expect(relativeError(logits(parametrization, pixels), try floats("logits_after")) < 5e-5)
  }

  private func logits(_ parametrization: Parametrization, _ pixels: Matrix) -> [Float] {
    parametrization.classifier.finished(on: workers).outputs(of: features(pixels), on: workers)
      .logits.values
  }
}
