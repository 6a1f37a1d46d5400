import CLIPModels
import Configuration
import Datasets
import Optimizers
import RandomStreams
import Tensors

extension Captions {
  /// The losses of steps that see images of the mixture's sources, as many as the batch has shots.
  ///
  /// Which images a step sees is a function of its number, by `MixtureOrder`; the shots of the batch
  /// play no part. An image of a frozen tower is encoded once.
  func preparedMixture(for training: StageTraining) throws -> PreparedObjective {
    let task = training.task
    guard task.captioned.count == mixture.count else {
      throw FineTuningError(
        "captions have a mixture of \(mixture.count) sources, and \(task.captioned.count) are there"
      )
    }
    let written = try task.captioned.map { try captions(of: $0, seed: task.seed) }
    let all = written.flatMap { $0 }
    for (images, captions) in zip(task.captioned, written) {
      try Captions.check(
        captions, of: images, task.tokenizer, context: training.model.configuration.contextLength)
    }
    let (texts, choices) = Captions.table(all)
    // The place of each source's first image among all.
    let starts = written.indices.map { written[..<$0].reduce(0) { $0 + $1.count } }
    let encoding = try TextEncoding(of: texts, model: training.model, tokenizer: task.tokenizer)
    let views = try task.captioned.map { images in
      try TrainingViews(
        FewShotTask(
          images: images, templates: task.templates, tokenizer: task.tokenizer,
          preprocessor: task.preprocessor, seed: task.seed),
        augmentation: training.configuration.views.augmentation, model: training.model,
        cachesFeatures: !training.parametrization.changesImages, workers: training.workers)
    }
    let order = MixtureOrder(
      sizes: task.captioned.map(\.count), ratios: mixture.map(\.sampleRatio), seed: task.seed)
    let size = training.configuration.batchSize(images: task.images.count)
    var objective = PreparedObjective { batch in
      let position = batch.step * size
      let places = order.batch(from: position, count: batch.shots.count)
      var random = RandomSource(seed: task.seed, purpose: "captions", index: UInt64(batch.step))
      var branches: [Branch] = []
      var chosen: [Int] = []
      for source in starts.indices {
        let own = places.filter { $0.source == source }.map(\.image)
        guard !own.isEmpty else { continue }
        branches.append(try views[source].branch(own, epoch: position / order.length))
        for image in own {
          let captions = choices[starts[source] + image]
          chosen.append(captions[random.below(captions.count)])
        }
      }
      return Captions.loss(branches, encoding, chosen: chosen)
    }
    var measures = Captions.measures(all, texts: texts.count)
    measures["mixture_pass"] = Double(order.length)
    let facts = measures
    objective.measures = { facts }
    return objective
  }
}
