import ArgumentParser
import Configuration
import Experiments
import FileFormats
import FoundationEssentials
import Pretraining
import Tensors

/// `ood pretrain CONFIG`: trains a CLIP-like model from scratch.
struct Pretrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train a CLIP-like model from scratch on image-caption pairs.",
    discussion: """
      Writes a Hugging Face model folder. A training that was interrupted goes on from its last \
      checkpoint when the same command is given again, and ends in the same weights.
      """)

  @Argument(help: "The YAML file with the settings.")
  var config: String

  @Option(help: "The model folder to write.")
  var out: String

  @Option(help: "Threads to use; results do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Stop after this step with a checkpoint and a model folder, for a look in between.")
  var stopAfter: Int?

  @Argument(help: "Settings to override, as key=value.")
  var overrides: [String] = []

  func run() throws {
    let text = String(decoding: try FileBytes.read(config), as: UTF8.self)
    let node = try SettingNode(yaml: text, file: config)
    let settings = try decode(
      PretrainingConfiguration.self,
      from: Overrides(arguments: overrides, offset: 3).applied(to: node))
    let base = URL(filePath: config).deletingLastPathComponent()
    func resolved(_ path: String) -> String {
      URL(filePath: path, relativeTo: base).path
    }
    let workers = Workers(threads: threads)
    let corpus = try CaptionedImages(
      captionsFile: resolved(settings.captions), imagesFile: resolved(settings.images))
    // Before the training, so that a missing file does not come to light hours later.
    let heldOut =
      settings.heldOutCaptions.isEmpty
      ? nil
      : try CaptionedImages(
        captionsFile: resolved(settings.heldOutCaptions),
        imagesFile: resolved(settings.heldOutImages))
    Terminal.say("corpus: \(corpus.count) pairs, \(corpus.contentHash.prefix(12))")
    let training = try Pretraining(settings, corpus: corpus, workers: workers)
    try Folder.create(out)
    let checkpoint = "\(out)/checkpoint.safetensors"
    if try training.resume(from: checkpoint) {
      Terminal.say("resumed at step \(training.stepsTaken) of \(training.totalSteps)")
    }
    try train(training, checkpoint: checkpoint, every: settings.checkpointEvery)
    try training.writeModel(folder: out)
    guard let heldOut else { return }
    let retrieval = training.retrieval(on: heldOut, workers: workers)
    try Terminal.print(
      """
      {"images": \(retrieval.images), "names": \(retrieval.names), \
      "accuracy_20_way": \(retrieval.accuracy), "top_1": \(retrieval.topOne)}

      """)
  }

  private func train(_ training: Pretraining, checkpoint: String, every: Int) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let first = training.stepsTaken
    let last = min(stopAfter ?? training.totalSteps, training.totalSteps)
    while training.stepsTaken < last {
      let progress = try training.advance()
      let elapsed = (clock.now - start) / .seconds(1)
      let rate = Double(progress.step - first) / elapsed
      let line =
        "\(Terminal.bar(Double(progress.step) / Double(progress.totalSteps))) "
        + "\(progress.step)/\(progress.totalSteps)  loss \(Terminal.fixed(Double(progress.loss), 4))"
        + "  log scale \(Terminal.fixed(progress.logitScale, 3))  "
        + "eta \(Terminal.duration(Double(progress.totalSteps - progress.step) / rate))"
      Terminal.redraw(line)
      if !Terminal.isInteractive, progress.step % 20 == 0 { Terminal.say(line) }
      if progress.step % every == 0 || progress.step == last {
        try training.save(to: checkpoint)
      }
    }
    Terminal.endLine()
  }
}
