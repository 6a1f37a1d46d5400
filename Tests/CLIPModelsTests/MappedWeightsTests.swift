import CLIPModels
import FileFormats
import Optimizers
import RandomStreams
import TestSupport
import Testing

@testable import Tensors

/// Weights that lie in their file's memory are weights like others, and never change the file.
@Suite("Mapped weights")
struct MappedWeightsTests {
  /// Large enough that its matrices are mapped; the vocabulary makes some end off a multiple of 8.
  private static let shape = CLIPConfiguration(
    vision: TowerConfiguration(
      width: 64, hiddenWidth: 256, layers: 2, heads: 2, activation: .quickGELU),
    text: TowerConfiguration(
      width: 36, hiddenWidth: 512, layers: 2, heads: 2, activation: .quickGELU),
    imageSize: 16, patchSize: 4, vocabularySize: 601, contextLength: 12, embeddingSize: 40,
    pooling: .largestToken)

  private func pixels(_ count: Int) -> Matrix {
    var random = RandomSource(seed: 2, purpose: "pixels")
    return Matrix(
      rows: count, columns: 3 * 16 * 16, values: random.normals(count * 768, standardDeviation: 1))
  }

  private func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }

  @Test("have the bits that were written and give the features of weights with their own memory")
  func equality() throws {
    let original = try CLIPModel(random: MappedWeightsTests.shape, seed: 1)
    try withTemporaryFolder { folder in
      try original.write(folder: folder)
      let loaded = try CLIPModel(folder: folder)
      let mapped = loaded.parameters.filter(\.isMapped).map(\.name)
      #expect(mapped.contains("visual.transformer.resblocks.0.mlp.c_fc.weight"))
      #expect(mapped.contains("token_embedding.weight"))
      // q, k and v are three tensors in the file.
      #expect(!mapped.contains("visual.transformer.resblocks.0.attn.in_proj_weight"))
      for (a, b) in zip(original.parameters, loaded.parameters) {
        #expect(bits(a.values) == bits(b.values), "\(a.name)")
      }
      func features(_ model: CLIPModel) -> [Float] {
        let image = Tape(workspace: Workspace())
        let text = Tape(workspace: Workspace())
        return model.vision(image, pixels: image.constant(pixels(3))).matrix.values
          + model.text(text, tokens: [[1, 5, 600], [1, 7, 9, 600]]).matrix.values
      }
      #expect(bits(features(loaded)) == bits(features(original)))
    }
  }

  @Test("train as others do, in this process alone")
  func training() throws {
    let original = try CLIPModel(random: MappedWeightsTests.shape, seed: 1)
    try withTemporaryFolder { folder in
      try original.write(folder: folder)
      let path = "\(folder)/model.safetensors"
      let before = try SHA256.hexDigest(ofFile: path)
      let trained = try CLIPModel(folder: folder)
      let untouched = try CLIPModel(folder: folder)
      for model in [original, trained] {
        model.setTrainable(true)
        let workers = Workers(threads: 2)
        let step = CoupledStep(training: model.parameters, on: workers)
        let optimizer = AdamW(step.gradients.parameters)
        let images = pixels(4)
        let encoding = Encoding(count: 4, shardSize: 2) { tape, range in
          let values = images.values[range.lowerBound * 768..<range.upperBound * 768]
          return model.vision(
            tape,
            pixels: tape.constant(
              Matrix(rows: range.count, columns: 768, values: [Float](values))))
        }
        let texts = Encoding(count: 4, shardSize: 2) { tape, range in
          model.text(tape, tokens: range.map { [1, $0 + 2, 600] })
        }
        for _ in 0..<2 {
          _ = step.run([.encoded(encoding), .encoded(texts)]) { tape, features in
            tape.contrastiveLoss(
              tape.similarities(
                tape.normalized(features[0]), tape.normalized(features[1]),
                logScale: model.logitScale))
          }
          optimizer.update(step.gradients, learningRate: 1e-3, on: workers)
        }
      }
      for (a, b) in zip(original.parameters, trained.parameters) {
        #expect(bits(a.values) == bits(b.values), "\(a.name)")
      }
      #expect(try SHA256.hexDigest(ofFile: path) == before)
      let fresh = try CLIPModel(random: MappedWeightsTests.shape, seed: 1)
      for (a, b) in zip(fresh.parameters, untouched.parameters) {
        #expect(bits(a.values) == bits(b.values), "\(a.name)")
      }
    }
  }

  @Test("do not let what is written behind one reach the next")
  func slack() throws {
    // 16 bytes, then 1,027 and 1,021 floats: the first ends in the middle of a group of eight.
    let values = (0..<2052).map { Float($0) }
    try withTemporaryFolder { folder in
      let path = "\(folder)/x.safetensors"
      try stored(values, at: path)
      let file = try SafetensorsFile(path)
      let region = try file.region("x")
      func weight(_ start: Int, _ count: Int) throws -> Parameter {
        try #require(
          Parameter(
            "w", shape: [count], mapping: region.descriptor, at: region.offset + 4 * start,
            fileLength: region.fileLength))
      }
      let first = try weight(4, 1027)
      let next = try weight(1031, 1021)
      first.isTrainable = true
      let gradients = Gradients(of: [first], slots: 1)
      gradients.pointer(first, slot: 0).update(repeating: 1, count: 1027)
      AdamW([first]).update(gradients, learningRate: 0.5, on: Workers(threads: 1))
      #expect(first.values[1026] != 1030)
      #expect(next.values == [Float](values[1031...]))
      #expect(try file.floats("x") == values)
    }
  }

  @Test("are refused where they cannot be used in place")
  func refused() throws {
    // The file ends with a page; 8 bytes and the header come first.
    try withTemporaryFolder { folder in
      let path = "\(folder)/x.safetensors"
      try stored([Float](repeating: 1, count: 4096), at: path)
      let length = try FileBytes.read(path).count
      let file = try SafetensorsFile(path)
      let region = try file.region("x")
      func isUsable(_ offset: Int, _ count: Int, fileLength: Int) -> Bool {
        Parameter(
          "w", shape: [count], mapping: region.descriptor, at: offset, fileLength: fileLength)
          != nil
      }
      #expect(isUsable(region.offset, 4096, fileLength: length))
      #expect(!isUsable(region.offset + 2, 16, fileLength: length))
      // As if the file ended with its second page.
      #expect(isUsable(4096, 1024, fileLength: 8192))
      #expect(isUsable(8192 - 32, 3, fileLength: 8192))
      #expect(!isUsable(8192 - 12, 3, fileLength: 8192))
    }
  }

  @Test("outlive their file's name")
  func unlinked() throws {
    let original = try CLIPModel(random: MappedWeightsTests.shape, seed: 1)
    let loaded = try withTemporaryFolder { folder in
      try original.write(folder: folder)
      return try CLIPModel(folder: folder)
    }
    for (a, b) in zip(original.parameters, loaded.parameters) {
      #expect(bits(a.values) == bits(b.values), "\(a.name)")
    }
  }

  private func stored(_ values: [Float], at path: String) throws {
    var writer = SafetensorsWriter()
    writer.add("x", shape: [values.count], floats: values)
    try writer.write(to: path)
  }
}
