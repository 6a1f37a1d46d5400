import ArgumentParser
import CLIPModels
import FileFormats
import Optimizers
import RandomStreams
import Tensors

/// How long steps take as one size of the work grows; `growth/run` asks for them and fits exponents.
///
/// Random weights and images. Sizes are taken in turn, not one after the other, so that a slow minute
/// of the machine falls on all of them.
struct GrowthCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "Time the same work at several sizes: batch, classes, shots, sequence or shards.")

  enum Axis: String, ExpressibleByArgument, CaseIterable {
    /// Images of a full fine-tuning step of the image tower.
    case batch
    /// Classes of a CoOp step: as many prompts, of 16 context vectors and a name of two tokens.
    case classes
    /// Images of each of ten classes: an epoch of full fine-tuning in batches of 32.
    case shots
    /// Tokens of each of 64 texts that are encoded.
    case sequence
    /// Not a size: what each shard of a full fine-tuning step costs on its own.
    case shards
  }

  @Argument var axis: Axis
  @Argument(help: "The sizes, such as 8 16 32.") var sizes: [Int]
  @Option(help: "A folder whose config.json gives the shape.") var model = "models/ood-tiny"
  @Option var threads = 1
  @Option var repetitions = 5

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    var shape = try CLIPConfiguration(folder: model)
    shape.contextLength = max(shape.contextLength, axis == .sequence ? sizes.max() ?? 0 : 20)
    let clip = try CLIPModel(random: shape, seed: 1)
    let workers = Workers(threads: threads)
    if axis == .shards {
      for size in sizes { try GrowthShards(clip, batch: size).report(repetitions: repetitions) }
      return
    }
    let works = sizes.map { size -> () -> Void in
      switch axis {
      case .batch: return GrowthImages(clip, count: size).step(on: workers)
      case .shots: return epoch(clip, images: 10 * size, on: workers)
      case .classes: return GrowthTexts(clip, texts: size, length: 20).promptStep(on: workers)
      case .sequence, .shards:
        return GrowthTexts(clip, texts: 64, length: size).encoding(on: workers)
      }
    }
    let clock = ContinuousClock()
    for repetition in 0...repetitions {
      for (size, work) in zip(sizes, works) {
        let start = clock.now
        work()
        // The first time, buffers are allocated.
        guard repetition > 0 else { continue }
        StandardStream.output.write(
          """
          {"case": "growth", "axis": "\(axis.rawValue)", "size": \(size), "threads": \(threads), \
          "repetition": \(repetition), "seconds": \((clock.now - start) / .seconds(1))}

          """)
      }
    }
  }

  /// Steps of 32 images and, where some are left, one of fewer.
  private func epoch(_ clip: CLIPModel, images: Int, on workers: Workers) -> () -> Void {
    let whole = images >= 32 ? GrowthImages(clip, count: 32).step(on: workers) : {}
    let rest = images % 32 > 0 ? GrowthImages(clip, count: images % 32).step(on: workers) : {}
    return {
      for _ in 0..<images / 32 { whole() }
      rest()
    }
  }
}
