import CLIPModels
import FileFormats
import Optimizers
import Tensors
import TestSupport
import Testing

/// The towers' low-rank deltas against peft 0.21 in float64, by `scripts/fixtures/clip.py`.
@Suite("Low-rank adaptation's parity with peft")
struct LowRankParityTests {
  /// Of rank 2; the scales are 3 / 2, and rank-stabilised 1 / sqrt(2), CLIP-LoRA's.
  static let scales: [(name: String, alpha: Double)] = [("lora", 3), ("rslora", 1)]

  @Test("outputs agree before, after and merged", arguments: references, scales.indices)
  func outputs(reference: ReferenceMethod, kind: Int) throws {
    let (name, _) = LowRankParityTests.scales[kind]
    try expectOutputs(reference, try adapted(reference, kind, "init"), name, "outputs_before")
    try expectOutputs(reference, try adapted(reference, kind, "after5"), name, "outputs_after")
    let merged = try adapted(reference, kind, "after5").model
    _ = merged.mergeAdapters()
    try expectOutputs(reference, (merged, []), name, "outputs_merged")
    guard name == "lora" else { return }
    let method = reference.method(name)
    for block in merged.vision.blocks + merged.text.blocks {
      let expected = try method.parameter("merged_weights", block.attentionInput.weight.name)
      #expect(relativeError(block.attentionInput.weight.values, expected) < 1e-6)
    }
  }

  @Test("gradients agree within 2e-5", arguments: references, scales.indices)
  func gradients(reference: ReferenceMethod, kind: Int) throws {
    let method = reference.method(LowRankParityTests.scales[kind].name)
    for (start, file) in [("init", "grads_init"), ("after5", "grads_after5")] {
      let (model, parameters) = try adapted(reference, kind, start)
      let step = CoupledStep(training: parameters, on: Workers(threads: 1), slots: 2)
      _ = try contrastive(reference, model, step, batch: 0)
      for parameter in parameters {
        // A's gradient is exactly zero while B is.
        let expected = try method.floats(file, parameter.name)
        let error = relativeError(step.gradients.values(parameter), expected)
        #expect(error < 2e-5, "\(reference) \(method) \(file) \(parameter.name)")
      }
    }
  }

  /// The same shift of all keys changes no attention: of that part of a key's delta the gradient is
  /// rounding, which AdamW makes steps of; 2.2e-5 with OpenBLAS's Haswell kernels, else below 2e-5.
  @Test(
    "after five AdamW steps adapters agree within 5e-6 (RMS), 2e-5 (largest), key deltas within 3e-5",
    arguments: references, scales.indices)
  func steps(reference: ReferenceMethod, kind: Int) throws {
    let (model, parameters) = try adapted(reference, kind, "init")
    let step = CoupledStep(training: parameters, on: Workers(threads: 1), slots: 2)
    let optimizer = AdamW(parameters, weightDecay: 0.01)
    for batch in 0..<5 {
      _ = try contrastive(reference, model, step, batch: batch)
      optimizer.update(step.gradients, learningRate: 1e-2, on: Workers(threads: 1))
    }
    let method = reference.method(LowRankParityTests.scales[kind].name)
    for parameter in parameters {
      let expected = try method.floats("after5/adapter_model", parameter.name)
      let error = relativeError(parameter.values, expected)
      let isKey = parameter.name.contains("k_proj")
      #expect(error < (isKey ? 3e-5 : 2e-5), "\(reference) \(method) \(parameter.name)")
      #expect(
        rootMeanSquareError(parameter.values, expected) < 5e-6,
        "\(reference) \(method) \(parameter.name)")
    }
    // The steps' own rounding comes on top of the forward pass's.
    try expectOutputs(
      reference, (model, []), LowRankParityTests.scales[kind].name, "outputs_after", within: 2e-5)
  }

  /// The model with a peft folder's adapters in place, and their parameters under peft's names.
  private func adapted(
    _ reference: ReferenceMethod, _ kind: Int, _ folder: String
  ) throws -> (model: CLIPModel, parameters: [Parameter]) {
    let (name, alpha) = LowRankParityTests.scales[kind]
    let file = try reference.method(name).file("\(folder)/adapter_model")
    let model = try reference.model()
    var parameters: [Parameter] = []
    func parameter(_ name: String) throws -> Parameter {
      let parameter = Parameter(
        name, shape: file.shape(name) ?? [], values: try file.floats(name))
      parameter.isTrainable = true
      parameters.append(parameter)
      return parameter
    }
    for (tower, blocks) in [("text", model.text.blocks), ("vision", model.vision.blocks)] {
      for (index, block) in blocks.enumerated() {
        for site in [AdapterSite.query, .key, .value] {
          let prefix =
            "base_model.model.\(tower)_model.encoder.layers.\(index).self_attn."
            + "\(site.rawValue)_proj.lora_"
          block.adapters[site] = LowRankAdapter(
            a: try parameter("\(prefix)A.weight"), b: try parameter("\(prefix)B.weight"),
            alpha: alpha, isRankStabilised: name == "rslora")
        }
      }
    }
    return (model, parameters)
  }

  private func contrastive(
    _ reference: ReferenceMethod, _ model: CLIPModel, _ step: CoupledStep, batch: Int
  ) throws -> Float {
    let tokens = try reference.base.rows("train_batches", "step\(batch).input_ids")
    return step.run([model.images(try reference.batch(batch)), model.texts(tokens)]) {
      $0.contrastiveLoss(model.logits($0, $1))
    }
  }

  private func expectOutputs(
    _ reference: ReferenceMethod, _ adapted: (model: CLIPModel, parameters: [Parameter]),
    _ name: String, _ file: String, within tolerance: Double = 1e-5
  ) throws {
    let model = adapted.model
    let tape = Tape(workspace: Workspace())
    let pixels = tape.constant(try reference.pixels("inputs", "pixel_values"))
    let tokens = try reference.base.rows("inputs", "input_ids")
    let features = [model.vision(tape, pixels: pixels), model.text(tape, tokens: tokens)]
    let found = [
      ("image_embeds", tape.normalized(features[0])), ("text_embeds", tape.normalized(features[1])),
      ("logits_per_image", model.logits(tape, features)),
    ]
    for (tensor, values) in found {
      let expected = try reference.method(name).floats(file, tensor)
      let error = relativeError(values.matrix.values, expected)
      #expect(error < tolerance, "\(reference) \(name) \(file) \(tensor)")
    }
  }
}
