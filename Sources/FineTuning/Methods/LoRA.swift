import CLIPModels
import Configuration
import RandomStreams
import Tensors
import Tokenizers

/// Low-rank adaptation of linear layers of one tower or both.
///
/// y = W x + b + s B A drop(x) with B = 0 at the start. The defaults are those of
/// MaxZanella/CLIP-LoRA (Zanella, Ben Ayed, CVPR 2024 workshops, arXiv:2405.18541).
public struct LoRA: FineTuningMethod {
  public static let name = "lora"
  public static let revision = 1
  public static let paper = "Hu et al., LoRA, ICLR 2022, arXiv:2106.09685"

  /// The towers that get deltas.
  public enum Towers: String, Codable, Sendable, CaseIterable {
    case both
    case vision
    case text
  }

  /// Which of the task's templates make the class prompts of a step.
  public enum Templates: String, Codable, Sendable, CaseIterable {
    /// The first.
    case first
    /// One that is drawn for each step, of all classes alike.
    case pool
  }

  public var rank = 2
  public var alpha = 1.0
  /// Whether the scale is alpha / sqrt(rank) (Kalajdzievski, arXiv:2312.03732) or alpha / rank.
  public var isRankStabilised = true
  public var sites: [AdapterSite] = [.query, .key, .value]
  public var towers = Towers.both
  /// The blocks that get deltas, from 0, in each of the towers; empty for all.
  public var layers: [Int] = []
  /// The share of the inputs of A that a step leaves out; the others are divided by 1 - dropout.
  ///
  /// Each layer has masks of its own. Scoring leaves nothing out.
  public var dropout = 0.25
  /// The templates of the class prompts while training; scoring always has the first.
  public var templates = Templates.first
  public var training = LoRA.defaultTraining

  public init() {}

  public static let settingsAddedLater: [String: JSONValue] = [
    "layers": .array([]), "dropout": .integer(0), "templates": .string("first"),
  ]

  private static var defaultTraining: TrainingConfiguration {
    var training = TrainingConfiguration()
    training.rule = .adamw
    training.learningRate = 2e-4
    training.finalRate = 1e-6
    training.weightDecay = 0.01
    training.decay = .cosine
    training.epochs = .stepsPerShot(500)
    training.keepsPartialBatch = true
    training.views = .coop
    return training
  }

  /// For `ood-tiny`: a larger rank and rate (`benchmarks/selection`), no dropout.
  public static var small: LoRA {
    var method = LoRA()
    method.rank = 4
    method.alpha = 4
    method.dropout = 0
    method.training.learningRate = 2e-3
    method.training.finalRate = 0
    method.training.epochs = 15
    method.training.keepsPartialBatch = false
    method.training.views = .centre
    return method
  }

  public static var presets: [Preset] {
    [Preset("small", "rank 4, rate 2e-3, no dropout; 15 epochs on the test-time view", small)]
  }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if rank < 1 { problems.append(SettingProblem("rank", "must be at least 1, got \(rank)")) }
    if sites.isEmpty { problems.append(SettingProblem("sites", "must name a projection")) }
    if Set(layers).count < layers.count || layers.contains(where: { $0 < 0 }) {
      problems.append(
        SettingProblem("layers", "must be different numbers from 0, got \(layers)"))
    }
    if !(dropout >= 0 && dropout < 1) {
      problems.append(SettingProblem("dropout", "must lie in [0, 1), got \(dropout)"))
    }
    return problems
  }

  public var changesImages: Bool { towers != .text }

  public var startsAsZeroShot: Bool { true }

  public func parametrization(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> Parametrization {
    var trained: [Parameter] = []
    var scaling: [Parameter] = []
    for (tower, blocks) in [("vision", model.vision.blocks), ("text", model.text.blocks)]
    where towers == .both || towers.rawValue == tower {
      if let missing = layers.first(where: { $0 >= blocks.count }) {
        throw FineTuningError(
          "lora is to adapt layer \(missing), the \(tower) tower has layers 0 to "
            + "\(blocks.count - 1); change layers, or towers to adapt the other one alone")
      }
      for (index, block) in blocks.enumerated() where layers.isEmpty || layers.contains(index) {
        for site in sites {
          let adapter = self.adapter(
            "\(tower).\(index).\(site.rawValue)", block, site, seed: task.seed)
          block.adapters[site] = adapter
          trained += [adapter.a, adapter.b]
          scaling.append(adapter.b)
        }
      }
    }
    return Parametrization(
      of: model, training: trained, scaling: scaling, changesImages: changesImages,
      classifier: try classifier(of: model, for: task, workers: workers))
  }

  private func classifier(
    of model: CLIPModel, for task: FewShotTask, workers: Workers
  ) throws -> TextClassifier {
    if templates == .pool {
      let pool = try task.templates.map { template in
        try TextEncoding(
          of: task.classNames.map(template.callAsFunction), model: model, tokenizer: task.tokenizer)
      }
      return TextClassifier(
        pool: towers == .vision
          ? pool.map { .fixed($0.features(on: workers)) } : pool.map { .encoded($0.encoding) },
        seed: task.seed, of: model)
    }
    let texts = try textEncoding(of: task, model: model)
    return towers == .vision
      ? TextClassifier(fixed: texts.features(on: workers), of: model)
      : TextClassifier(encoding: texts.encoding, of: model)
  }

  /// A is uniform in +-1/sqrt(in), PyTorch's `kaiming_uniform_(a=sqrt(5))`; B is zero.
  private func adapter(
    _ name: String, _ block: TransformerBlock, _ site: AdapterSite, seed: UInt64
  ) -> LowRankAdapter {
    let (inputs, outputs) = block.shape(of: site)
    let bound = 1 / Double(inputs).squareRoot()
    var random = RandomSource(seed: seed, purpose: "adapter \(name)")
    let values = (0..<rank * inputs).map { _ in Float(random.uniform(-bound, bound)) }
    return LowRankAdapter(
      a: Parameter("\(name).lora_A", shape: [rank, inputs], values: values),
      b: Parameter("\(name).lora_B", shape: [outputs, rank], repeating: 0), alpha: alpha,
      isRankStabilised: isRankStabilised, dropout: Dropout(rate: dropout, seed: seed, name: name))
  }
}
