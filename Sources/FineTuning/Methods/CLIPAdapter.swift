import CLIPModels
import Configuration
import RandomStreams
import Tensors

/// A small network behind the frozen image tower; texts are fixed, and encoded once.
///
/// The definition is `AdapterClassifier`'s. Weights start uniform in +-1/sqrt(in), PyTorch's
/// initialisation of a linear layer. The official code is a trainer for KaiyangZhou/CoOp and is run with
/// its settings, which are the defaults here; the paper's own rate is another.
public struct CLIPAdapter: FineTuningMethod {
  public static let name = "clip-adapter"
  public static let revision = 1
  public static let paper =
    "Gao et al., CLIP-Adapter: better vision-language models with feature adapters, IJCV 2024, "
    + "arXiv:2110.04544"

  /// The hidden layer has an embedding's channels over this.
  public var reduction = 4
  /// r, the share of the network in the features.
  public var ratio = 0.2
  public var training = CoOp.publishedTraining

  public init() {}

  /// For `ood-tiny`: the test-time view, which a frozen tower encodes once, and a rate that moves it
  /// (`benchmarks/selection`).
  public static var small: CLIPAdapter {
    var method = CLIPAdapter()
    method.training = .small(rate: 0.5)
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rate 0.5, 50 epochs on the test-time view", small)]
  }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if reduction < 1 {
      problems.append(SettingProblem("reduction", "must be at least 1, got \(reduction)"))
    }
    if !(ratio >= 0 && ratio <= 1) {
      problems.append(SettingProblem("ratio", "must lie in [0, 1], got \(ratio)"))
    }
    return problems
  }

  public var changesImages: Bool { false }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    let size = model.configuration.embeddingSize
    let hidden = max(1, size / reduction)
    func layer(_ name: String, _ rows: Int, _ columns: Int) -> Parameter {
      let bound = 1 / Double(columns).squareRoot()
      var random = RandomSource(seed: task.seed, purpose: "initialise \(name)")
      return Parameter(
        name, shape: [rows, columns],
        values: (0..<rows * columns).map { _ in Float(random.uniform(-bound, bound)) })
    }
    let down = layer("adapter.down", hidden, size)
    let up = layer("adapter.up", size, hidden)
    return Parametrization(
      of: model, training: [down, up], changesImages: changesImages,
      classifier: AdapterClassifier(
        down: down, up: up, ratio: Float(ratio),
        texts: try textEncoding(of: task, model: model).features(on: workers), of: model))
  }
}
