import Configuration
import Datasets
import Detectors
import FineTuning
import Images
import Results
import Tokenizers

extension Run {
  /// What a unit is doing, for progress displays.
  public enum Phase: Sendable {
    /// Optimiser steps taken, and in all, with the last one's loss.
    case training(Int, Int, loss: Float)
    /// The set that is being encoded.
    case encoding(String)
  }

  var method: any FineTuningMethod {
    get throws {
      guard let method = settings.method.value as? any FineTuningMethod else {
        throw ExperimentError("'\(settings.method.name)' is not a fine-tuning method")
      }
      return method
    }
  }

  /// The unit's training images; none for methods that train nothing.
  func fewShots() throws -> ImageSet {
    let train = prepared.benchmark.train
    guard settings.shots > 0 else { return train.selecting([]) }
    return try settings.sampling.training(
      train, shots: settings.shots, seed: UInt64(settings.seed))
  }

  /// The labelled images that a method chooses its settings on; none for other methods.
  ///
  /// As in CoOp's protocol, as many a class as there are shots, and at most four.
  func fewShotValidation() throws -> ImageSet? {
    let validation = prepared.benchmark.validation
    guard try method.usesValidation, settings.shots > 0, validation.count > 0 else {
      return nil
    }
    return try settings.sampling.validation(
      validation, after: prepared.benchmark.train, shots: settings.shots,
      seed: UInt64(settings.seed))
  }

  /// Training images of another benchmark that a guardrail measures.
  private func heldOutClasses() throws -> HeldOutClasses? {
    guard let rule = try method.training.guardrail else { return nil }
    let other = try other(rule.benchmark).benchmark
    let images = other.train.sampled(rule.images, seed: UInt64(settings.seed))
    try requireApart(images, "the guardrail's benchmark \(rule.benchmark)")
    let template = PromptTemplate(other.promptTemplates[0])
    return HeldOutClasses(
      images: images, prompts: other.train.classNames.map(template.callAsFunction))
  }

  /// Training images of other benchmarks that the method's objectives see.
  private func captionedImages() throws -> [ImageSet] {
    try method.imageSources.map { name in
      let images = try other(name).benchmark.train
      try requireApart(images, "the caption source \(name)", sharesClasses: true)
      return images
    }
  }

  /// Refuses images for training that detectors are measured on, or that show classes of those.
  ///
  /// - Parameters:
  ///   - owner: who asks for them, for the message.
  ///   - sharesClasses: whether the in-distribution classes may be among theirs.
  func requireApart(_ images: ImageSet, _ owner: String, sharesClasses: Bool = false) throws {
    let sets = [prepared.benchmark.test] + prepared.splits.map(\.images)
    let known = Set(sharesClasses ? prepared.benchmark.idClassNames : [])
    for set in sets {
      let shared = Set(set.classNames).subtracting(known).intersection(images.classNames)
      if let first = shared.sorted().first {
        throw ExperimentError(
          "\(owner) has the class '\(first)', which \(set.name) has as well; name another one")
      }
    }
    if let shared = try images.firstImage(sharedWith: sets) {
      throw ExperimentError(
        "\(owner) has the image \(images.sampleIDs[shared.index]), which looks the same as one of "
          + "\(shared.set); name another one")
    }
  }

  /// What training may see.
  func task() throws -> FewShotTask { try task(on: supervisedShots()) }

  /// What training may see, with labels that are there already.
  func task(on shots: SupervisedShots) throws -> FewShotTask {
    let benchmark = prepared.benchmark
    return FewShotTask(
      images: shots.images, targets: shots.targets,
      templates: benchmark.promptTemplates.map(PromptTemplate.init),
      validation: try fewShotValidation(), heldOut: try heldOutClasses(),
      descriptors: try settings.compositeReward.flatMap { _ in try descriptors() },
      captioned: try captionedImages(), tokenizer: folder.tokenizer,
      preprocessor: Preprocessor(folder.preprocessing),
      seed: UInt64(settings.seed))
  }

  /// What tables call parts of the settings, where that is not what the settings themselves say.
  private func labels() throws -> [String: String] {
    var labels: [String: String] = [:]
    if settings.method.isPreset { labels["method"] = settings.method.label }
    let training = try method.training
    // By their values: the process that runs a unit does not know how the file wrote them.
    let objective = try choiceText(of: training.chosenObjective)
    if objective != type(of: training.chosenObjective).name { labels["objective"] = objective }
    let supervision = try supervisionLabel(training)
    if supervision != type(of: training.chosenSupervision).name {
      labels["supervision"] = supervision
    }
    if let curriculum = training.curriculum {
      // The order says most: `anti`, `easy:keep_max=0.7`.
      var usual = curriculum
      usual.order = Curriculum().order
      labels["curriculum"] =
        curriculum.order.rawValue
        + (try choiceText(of: usual)).dropFirst(Curriculum.name.count)
    }
    return labels
  }

  /// Everything that decides the unit's numbers: settings, data, weights, revisions, numerics.
  public func identity() throws -> RunIdentity {
    let method = try self.method
    var revisions = ["method/\(type(of: method).name)": type(of: method).revision]
    for detector in settings.chosenDetectors {
      revisions["detector/\(type(of: detector).name)"] = type(of: detector).revision
    }
    for analysis in settings.chosenAnalyses {
      revisions["analysis/\(type(of: analysis).name)"] = type(of: analysis).revision
    }
    let chosen = method.training.chosenSupervision
    let supervision = type(of: chosen)
    // Its labels follow from the settings, the images below and the model.
    if supervision != CleanLabels.self {
      revisions["supervision/\(supervision.name)"] = supervision.revision
    }
    let objective = type(of: method.training.chosenObjective)
    if objective.revision > 0 {
      revisions["objective/\(objective.name)"] = objective.revision
    }
    revisions["encoder"] = Revisions.encoder
    revisions["metrics"] = Revisions.metrics
    revisions["facts"] = Revisions.facts
    var data = prepared.hashes
    let shots = try fewShots()
    data["few-shot"] = try shots.contentHash()
    data["metadata/few-shot"] = try trainingMetadataHash(shots)
    for (name, images) in zip(method.imageSources, try captionedImages()) {
      data["captions/\(name)"] =
        try images.contentHash()
        + images.metadataHash(
          columns: method.metadataColumns.filter { images.metadata[$0] != nil }.sorted())
    }
    data["guardrail"] = try heldOutClasses()?.images.contentHash()
    if shots.count > 0 {
      data.merge(try chosen.data(beside: shots, in: supervisionScene())) { $1 }
    }
    data["few-shot-validation"] = try fewShotValidation()?.contentHash()
    for source in settings.fitSources {
      data["fit-\(source.rawValue)"] = try fitImages(source).contentHash()
    }
    data["validation"] = try validation()?.contentHash()
    data["words"] = words?.contentHash
    data.merge(try metadataHashes()) { $1 }
    if settings.compositeReward != nil || settings.reads(.descriptorCosines) {
      data.merge(try descriptorHashes()) { $1 }
    }
    data["prompts"] = prepared.promptsHash
    return RunIdentity(
      config: try settings.deciding(), data: data,
      weights: [settings.model: folder.weightsHash], revs: revisions,
      numerics: folder.numerics,
      labels: try labels())
  }
}

/// Revisions of parts that no component owns; raised when their numbers change.
enum Revisions {
  /// The towers, the kernels and the preprocessing.
  static let encoder = 2
  /// The metrics.
  static let metrics = 1
  /// The facts of a training: its drift and trajectory.
  static let facts = 1
  /// The rule that picks negative labels among words.
  static let mining = 1
}
