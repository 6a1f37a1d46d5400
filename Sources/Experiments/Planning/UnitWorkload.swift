import CLIPModels
import Configuration
import Datasets
import Detectors
import FineTuning
import Optimizers

/// What a unit costs, as counts: known before it runs and, of one that has run, from its record.
public struct UnitWorkload: Sendable, Equatable {
  /// The model by name.
  public var model: String
  /// The method by name, with its preset.
  public var method: String
  /// The benchmark by name.
  public var benchmark: String
  /// The most images of an evaluation set; 0 for all.
  public var limit: Int
  /// The optimiser steps.
  public var steps: Int
  /// The images of all evaluation sets.
  public var images: Int
  /// The rows of the record: a detector on a split.
  public var rows: Int
  /// Whether images must be encoded for this unit alone, because training changes the image tower.
  public var isEncodedAnew: Bool
  /// Whether the outputs of its training are stored, so that only detectors are left to do.
  public var isStored = false
  /// The most bytes that training the image tower takes, by `TrainingMemory`; nil where none trains.
  public var trainingMemory: Int?

  /// What units with frozen towers share: the same images by the same model.
  var sharedStage: String { "\(model) \(benchmark) \(limit)" }
}

extension Run {
  /// What the unit will cost.
  public func workload() throws -> UnitWorkload {
    let method = try self.method
    let splits = prepared.splits.map(\.images.count)
    let task = try self.task()
    let isStored = cache.hasOutcome(try trainingKey(task))
    return UnitWorkload(
      model: settings.model, method: settings.method.label, benchmark: settings.id,
      limit: settings.limit, steps: method.stepCount(images: task.images.count, shots: task.shots),
      images: splits.reduce(prepared.benchmark.test.count, +),
      rows: splits.count * settings.detectors.count, isEncodedAnew: method.changesImages,
      isStored: isStored && !(method.changesImages && settings.reads(.patchCosines)),
      trainingMemory: method.changesImages
        ? UnitWorkload.trainingMemory(
          try CLIPConfiguration(folder: folder.path),
          batch: max(1, min(method.training.batchSize, task.images.count)))
        : nil)
  }
}

extension UnitWorkload {
  /// Bytes of weights, and of gradients, AdamW's moments and activations as if every weight of the image
  /// tower trained; texts, which are short, come on top.
  ///
  /// - Parameters:
  ///   - shape: the model's.
  ///   - batch: images of a step.
  ///   - budget: floats of activations from which on blocks are computed twice.
  static func trainingMemory(
    _ shape: CLIPConfiguration, batch: Int, budget: Int = CoupledStep.halfOfMemory
  ) -> Int {
    let memory = TrainingMemory.vision(shape)
    let shard = ImageEncoder.shardSize(shape)
    func activations(recomputes: Bool) -> Int {
      memory.activations(batch, shardSize: shard, threads: 2, recomputes: recomputes)
    }
    let kept = activations(recomputes: false)
    let floats = kept > budget ? min(kept, activations(recomputes: true)) : kept
    // Four slots of gradients and two moments.
    return 4 * (shape.visionWeights * 7 + shape.textWeights + floats)
  }
}
