import CLIPModels
import FileFormats
import FoundationEssentials
import Optimizers
import Tensors
import TestSupport
import Testing

@testable import Pretraining

/// Forty captioned patterns in colour and a small model: what a training from scratch must keep to.
@Suite("Pretraining")
struct PretrainingTests {
  private func training(
    _ folder: String, threads: Int = 1,
    change: (inout PretrainingConfiguration) -> Void = { _ in }
  ) throws -> Pretraining {
    var settings = ToyCorpus.settings
    change(&settings)
    return try Pretraining(
      settings, corpus: try ToyCorpus.write(to: folder), workers: Workers(threads: threads))
  }

  private func bits(_ training: Pretraining) -> [String: [UInt32]] {
    let all = training.model.parameters + training.optimizer.state
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.values.map(\.bitPattern)) })
  }

  @Test("lowers the loss and stays within the bounds of the logit scale")
  func loss() throws {
    try withTemporaryFolder { folder in
      let training = try training(folder)
      #expect(training.stepsPerEpoch == 4)
      #expect(training.totalSteps == 40)
      var losses: [Float] = []
      for step in 1...30 {
        let progress = try training.advance()
        #expect(progress.step == step)
        #expect(progress.totalSteps == 40)
        #expect(progress.logitScale >= 0 && progress.logitScale <= 4.606)
        losses.append(progress.loss)
      }
      // A batch of ten begins near ln 10 = 2.3.
      let first = losses.prefix(4).reduce(0, +) / 4
      let last = losses.suffix(4).reduce(0, +) / 4
      #expect(first > 2 && first < 3.5, "\(losses)")
      #expect(last < 0.9 * first, "\(losses)")
    }
  }

  @Test("a checkpoint goes on as if nothing had happened, bit for bit")
  func resuming() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/checkpoint.safetensors"
      let whole = try training(folder)
      for _ in 0..<15 { _ = try whole.advance() }
      let before = try training(folder)
      #expect(try before.resume(from: path) == false)
      for _ in 0..<7 { _ = try before.advance() }
      try before.save(to: path)
      let after = try training(folder)
      #expect(try after.resume(from: path))
      #expect(after.stepsTaken == 7)
      #expect(bits(after) == bits(before))
      for _ in 7..<15 { _ = try after.advance() }
      #expect(bits(after) == bits(whole))
    }
  }

  @Test("is the same for 1 and 2 threads, and another for another seed")
  func threads() throws {
    try withTemporaryFolder { folder in
      let one = try training(folder)
      let two = try training(folder, threads: 2)
      let other = try training(folder) { $0.seed = 2 }
      for _ in 0..<6 {
        #expect(try one.advance().loss == two.advance().loss)
        _ = try other.advance()
      }
      #expect(bits(one) == bits(two))
      #expect(bits(one) != bits(other))
    }
  }

  @Test("refuses a checkpoint of other settings, of another corpus, cut short, or of other shapes")
  func foreignCheckpoints() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/checkpoint.safetensors"
      let start = try training(folder)
      _ = try start.advance()
      try start.save(to: path)
      let foreign = "\(path): a checkpoint of other settings or another corpus"
      expectRefusal(foreign) { try training(folder) { $0.learningRate = 2e-3 }.resume(from: path) }
      let otherCorpus = try Pretraining(
        ToyCorpus.settings, corpus: try ToyCorpus.write(to: folder, seed: 2),
        workers: Workers(threads: 1))
      expectRefusal(foreign) { try otherCorpus.resume(from: path) }

      let bytes = try FileBytes.read(path)
      try AtomicFile.write([UInt8](bytes.prefix(bytes.count / 2)), to: path)
      expectRefusal(path) { try training(folder).resume(from: path) }
      try AtomicFile.write("not a checkpoint", to: path)
      expectRefusal(path) { try training(folder).resume(from: path) }

      try AtomicFile.write(bytes, to: path)
      let metadata = try SafetensorsFile(path).metadata
      var writer = SafetensorsWriter(metadata: metadata)
      writer.add("logit_scale", shape: [2], floats: [1, 2])
      try writer.write(to: path)
      expectRefusal("expected") { try training(folder).resume(from: path) }
    }
  }

  private func expectRefusal(_ message: String, _ body: () throws -> Bool) {
    do {
      _ = try body()
      Issue.record("the checkpoint was accepted")
    } catch {
      #expect("\(error)".contains(message))
    }
  }

  @Test("a refused checkpoint changes no weight")
  func refusalIsHarmless() throws {
    try withTemporaryFolder { folder in
      let path = "\(folder)/checkpoint.safetensors"
      let start = try training(folder)
      _ = try start.advance()
      try start.save(to: path)
      let file = try SafetensorsFile(path)
      var writer = SafetensorsWriter(metadata: file.metadata)
      for name in file.names where name != "exp_avg_sq.logit_scale" {
        writer.add(name, shape: file.shape(name) ?? [], floats: try file.floats(name))
      }
      try writer.write(to: path)
      let training = try training(folder)
      let fresh = bits(training)
      expectRefusal("exp_avg_sq.logit_scale") { try training.resume(from: path) }
      #expect(bits(training) == fresh)
    }
  }

  @Test("stops with the cause when the loss is not finite")
  func divergence() throws {
    try withTemporaryFolder { folder in
      let training = try training(folder) { $0.learningRate = 1e30 }
      let error = #expect(throws: PretrainingError.self) {
        for _ in 0..<5 { _ = try training.advance() }
      }
      #expect(error?.description.contains("lower learning_rate (now 1e+30)") == true)
    }
  }

  @Test("memory is flat")
  func memory() throws {
    try withTemporaryFolder { folder in
      // Every batch sees all patches and texts of one length, so all shapes are there at once.
      let training = try training(folder, threads: 2) {
        $0.patchShare = 1
        $0.nameProbability = 1
      }
      for _ in 0..<8 { _ = try training.advance() }
      let count = training.allocatedCount
      for _ in 0..<16 { _ = try training.advance() }
      #expect(training.allocatedCount == count)
    }
  }

  @Test(
    "writes a model folder that loads, with the tokenizer and the preprocessing of the training")
  func modelFolder() throws {
    try withTemporaryFolder { folder in
      let training = try training(folder)
      _ = try training.advance()
      let path = "\(folder)/model"
      try training.writeModel(folder: path)
      let model = try CLIPModel(folder: path)
      #expect(model.configuration == training.model.configuration)
      for (stored, own) in zip(model.parameters, training.model.parameters) {
        // Half precision keeps 11 bits; below 2^-14 it rounds to multiples of 2^-24.
        let isClose = zip(stored.values, own.values).allSatisfy {
          ($0 - $1).magnitude <= max(0x1p-11 * $1.magnitude, 0x1p-25)
        }
        #expect(isClose, "\(own.name)")
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      #expect(
        files == [
          "config.json", "merges.txt", "model.safetensors", "preprocessor_config.json",
          "special_tokens_map.json", "tokenizer_config.json", "vocab.json",
        ])
    }
  }

  @Test("a batch larger than the corpus is refused")
  func largeBatch() throws {
    try withTemporaryFolder { folder in
      _ = #expect(throws: PretrainingError.self) { try training(folder) { $0.batchSize = 41 } }
    }
  }
}
