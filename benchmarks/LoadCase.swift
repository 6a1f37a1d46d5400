import ArgumentParser
import CLIPModels
import FileFormats
import FoundationEssentials
import RandomStreams
import Tensors

/// How long a checkpoint takes until a model of it can be used, and how much memory it then holds.
struct LoadCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Load a checkpoint from the page cache and encode an image with it.",
    discussion: """
      With --write, makes the folder from random weights and ends; without, loads it. A process \
      loads once, because memory once held is held in part for ever.
      """)

  enum Storage: String, ExpressibleByArgument {
    case f32, f16, bf16

    var type: SafetensorsWriter.FloatType {
      switch self {
      case .f32: .f32
      case .f16: .f16
      case .bf16: .bf16
      }
    }
  }

  @Argument(help: "The folder of the checkpoint.") var folder: String
  @Option(help: "Write a checkpoint there of the shape that this folder's config.json gives.")
  var write: String?
  @Option(help: "How --write stores weights: f32, f16 or bf16.") var storage = Storage.f32
  @Option var threads = 2

  func run() throws {
    try Benchmarks.refuseDebugBuild()
    if let write {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try CLIPModel(random: try CLIPConfiguration(folder: write), seed: 1)
        .write(folder: folder, as: storage.type)
      return
    }
    let before = LoadCase.memory()
    let clock = ContinuousClock()
    let start = clock.now
    let model = try CLIPModel(folder: folder, on: Workers(threads: threads))
    let loaded = clock.now
    let after = LoadCase.memory()
    let side = model.configuration.imageSize
    let encode = {
      let tape = Tape(workspace: Workspace())
      let pixels = Matrix(rows: 1, columns: 3 * side * side)
      return model.vision(tape, pixels: tape.constant(pixels)).matrix.values.reduce(0, +)
    }
    let sum = encode()
    let first = clock.now
    _ = encode()
    let second = clock.now
    let used = LoadCase.memory()
    let weights = model.parameters.reduce(0) { $0 + $1.count }
    let mapped = model.parameters.reduce(0) { $0 + ($1.isMapped ? $1.count : 0) }
    StandardStream.output.write(
      """
      {"case": "load", "program": "ood", "threads": \(threads), "weights": \(weights), \
      "mapped_weights": \(mapped), "seconds": \((loaded - start) / .seconds(1)), \
      "first_image_seconds": \((first - loaded) / .seconds(1)), \
      "next_image_seconds": \((second - first) / .seconds(1)), "result": \(sum), \
      "anonymous_mib": \((after.anonymous - before.anonymous) / 1024), \
      "anonymous_used_mib": \((used.anonymous - before.anonymous) / 1024), \
      "peak_mib": \((after.peak - before.peak) / 1024)}

      """)
  }

  /// KiB of the process's own memory, and the most that was ever resident, files included.
  private static func memory() -> (anonymous: Int, peak: Int) {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    func field(_ name: String) -> Int {
      let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") } ?? ""
      return Int(line.filter(\.isNumber)) ?? 0
    }
    return (field("RssAnon"), field("VmHWM"))
  }
}
