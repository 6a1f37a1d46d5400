import Configuration
import Datasets
import FineTuning
import FoundationEssentials
import Images
import Tensors
import Tokenizers

extension Calibration.Costs {
  /// Measures a model on noise: one pass of the image tower, three steps of each method that trains.
  ///
  /// - Throws: what the model throws.
  public init(measuring folder: ModelFolder, workers: Workers) throws {
    let preprocessor = Preprocessor(folder.preprocessing)
    let images = Calibration.noise(count: 64, size: folder.preprocessing.size)
    let clock = ContinuousClock()
    let encoder = ImageEncoder(
      try folder.load(), preprocessor: preprocessor, workers: workers)
    _ = try encoder.features(of: images.selecting([0]))
    let start = clock.now
    _ = try encoder.features(of: images)
    let rate = Double(images.count) / ((clock.now - start) / .seconds(1))

    var steps: [String: Double] = [:]
    for (label, method) in allMethods.flatMap(labelled) {
      guard !method.training.epochs.isNone else { continue }
      let task = FewShotTask(
        images: images, templates: [PromptTemplate("a photo of a {}.")],
        tokenizer: folder.tokenizer, preprocessor: preprocessor, seed: 1)
      let model = try folder.load()
      var stages = method.stages(of: model, for: task, workers: workers)
      for index in stages.indices {
        let batch = stages[index].training.batchSize
        stages[index].training.batchSize = min(batch, images.count / 2)
        stages[index].training.epochs = stages[index].training.epochs.limited(toEpochs: 2)
      }
      let tuner = FineTuner(model, on: task, stages: stages, workers: workers)
      // The first step also encodes what later ones reuse.
      var marks: [ContinuousClock.Instant] = []
      _ = try tuner.train { _, _, _ in marks.append(clock.now) }
      guard let first = marks.first, let last = marks.last, marks.count > 1 else {
        // Nothing trains.
        steps[label] = 0
        continue
      }
      steps[label] = (last - first) / .seconds(1) / Double(marks.count - 1)
    }
    self.init(
      imagesPerSecond: rate, secondsPerStep: steps, peakMemory: Provenance.peakMemory(),
      date: Date.now.formatted(.iso8601.year().month().day()))
  }
}

/// A method with its defaults and with each of its presets, by what sweeps call them.
private func labelled(
  _ type: any FineTuningMethod.Type
) -> [(label: String, method: any FineTuningMethod)] {
  [(type.name, type.init())]
    + type.presets.compactMap { preset in
      (preset.value as? any FineTuningMethod).map { ("\(type.name)@\(preset.name)", $0) }
    }
}

extension Calibration {
  /// Grey noise of ten classes; what images show does not change how long they take.
  fileprivate static func noise(count: Int, size: Int) -> ImageSet {
    let samples = (0..<count * size * size).map {
      UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13)
    }
    return ImageSet(
      name: "noise", classNames: (0..<10).map { "thing \($0)" },
      labels: (0..<count).map { $0 % 10 },
      sampleIDs: (0..<count).map(String.init), width: size, height: size, samples: samples)
  }
}
