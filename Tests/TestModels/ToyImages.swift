import Datasets
import FileFormats
import RandomStreams

/// Gray 16 x 16 patterns with noise: a made-up task that a tiny model can learn.
public enum ToyImages {
  /// What an image shows.
  public enum Pattern: String, CaseIterable, Sendable {
    case rows
    case columns
    case checks
    case diagonals
    case noise

    fileprivate func isBright(_ x: Int, _ y: Int, _ random: inout RandomSource) -> Bool {
      switch self {
      case .rows: y / 2 % 2 == 0
      case .columns: x / 2 % 2 == 0
      case .checks: (x / 4 + y / 4) % 2 == 0
      case .diagonals: (x + y) / 3 % 2 == 0
      case .noise: random.below(2) == 0
      }
    }
  }

  /// The in-distribution classes.
  public static let classes: [Pattern] = [.rows, .columns, .checks]

  /// The texts that the toy tokenizer is learnt from.
  public static let captions = Pattern.allCases.flatMap {
    ["a photo of \($0.rawValue).", "\($0.rawValue)"]
  }

  /// Images of some patterns, one class each; without labels they are out of distribution.
  ///
  /// - Parameters:
  ///   - count: images of each pattern.
  ///   - contrast: of the pattern in gray levels; the style of the images.
  public static func set(
    _ name: String, _ patterns: [Pattern], count: Int, isLabelled: Bool = true, contrast: Int = 90
  ) -> ImageSet {
    let side = ToyModel.imageSize
    var random = RandomSource(seed: 1, purpose: "toy images \(name)")
    var samples: [UInt8] = []
    var labels: [Int] = []
    for (label, pattern) in patterns.enumerated() {
      for _ in 0..<count {
        for y in 0..<side {
          for x in 0..<side {
            let level = pattern.isBright(x, y, &random) ? 128 + contrast : 128 - contrast
            samples.append(UInt8(clamping: level + random.below(50) - 25))
          }
        }
        labels.append(isLabelled ? label : -1)
      }
    }
    return ImageSet(
      name: name, classNames: isLabelled ? patterns.map(\.rawValue) : [], labels: labels,
      sampleIDs: labels.indices.map { "\(name)/\($0)" }, width: side, height: side,
      samples: samples)
  }

  /// Three classes, with a pattern of its own as near and noise as far out-of-distribution data.
  public static func benchmark() -> Benchmark {
    Benchmark(
      name: "toy", train: set("toy-train", classes, count: 10),
      validation: set("toy-validation", classes, count: 3),
      test: set("toy-test", classes, count: 8),
      near: [set("toy-diagonals", [.diagonals], count: 14, isLabelled: false)],
      far: [set("toy-noise", [.noise], count: 10, isLabelled: false)],
      covariate: [set("toy-pale", classes, count: 4, contrast: 40)],
      promptTemplates: ["a photo of {}."])
  }
}
