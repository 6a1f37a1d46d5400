import FileFormats
import Pretraining
import RandomStreams

/// Forty noisy images of four patterns in five colours, each with two captions.
enum ToyCorpus {
  static let side = 16

  /// Ten steps of four batches.
  static var settings: PretrainingConfiguration {
    var settings = PretrainingConfiguration()
    settings.vocabularySize = 560
    settings.contextLength = 16
    settings.imageSize = side
    settings.patchSize = 4
    settings.embeddingSize = 16
    settings.visionWidth = 32
    settings.visionLayers = 2
    settings.visionHeads = 2
    settings.textWidth = 32
    settings.textLayers = 2
    settings.textHeads = 2
    settings.epochs = 10
    settings.batchSize = 10
    settings.learningRate = 3e-3
    settings.warmupSteps = 4
    settings.grayscaleProbability = 0
    return settings
  }

  /// Writes `captions.csv` and `images.safetensors` and reads them back.
  static func write(to folder: String, seed: UInt64 = 1) throws -> CaptionedImages {
    let captions = "\(folder)/captions.csv"
    let images = "\(folder)/images.safetensors"
    var random = RandomSource(seed: seed, purpose: "toy corpus")
    var lines = [CSV.line(["path", "source", "captions"])]
    var pixels: [UInt8] = []
    let colours = [
      ("red", [230, 40, 40]), ("green", [40, 220, 60]), ("blue", [40, 60, 230]),
      ("white", [240, 240, 240]), ("yellow", [230, 220, 40]),
    ]
    for index in 0..<40 {
      let (colour, levels) = colours[index % 5]
      let pattern = ["rows", "columns", "checks", "spots"][index / 5 % 4]
      lines.append(
        CSV.line(["\(index).png", "toy", "\(colour) \(pattern)|a photo of \(colour) \(pattern)"]))
      for y in 0..<side {
        for x in 0..<side {
          let isBright =
            switch index / 5 % 4 {
            case 0: y / 2 % 2 == 0
            case 1: x / 2 % 2 == 0
            case 2: (x / 4 + y / 4) % 2 == 0
            default: x % 4 < 2 && y % 4 < 2
            }
          for level in levels {
            pixels.append(UInt8(clamping: (isBright ? level : 20) + random.below(20) - 10))
          }
        }
      }
    }
    var writer = SafetensorsWriter()
    writer.add("images", shape: [40, side, side, 3], bytes: pixels)
    try writer.write(to: images)
    try AtomicFile.write(lines.joined(separator: "\n") + "\n", to: captions)
    return try CaptionedImages(captionsFile: captions, imagesFile: images)
  }
}
