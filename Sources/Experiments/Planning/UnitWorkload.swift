import Configuration
import Datasets
import Detectors
import FineTuning

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
      isStored: isStored && !(method.changesImages && settings.reads(.patchCosines)))
  }
}
