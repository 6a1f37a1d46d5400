import CLIPModels
import Configuration
import FileFormats

/// What an `adapter_config.json` of peft says about low-rank deltas.
struct LowRankConfiguration: Equatable {
  /// The file, or nothing where it is yet to be written.
  var path = ""
  var rank: Int
  var alpha: Double
  var isRankStabilised: Bool
  var dropout: Double
  var base: String?
  /// Names of modules or their ends, as peft compares them.
  var targets: [String] = []
  /// Ranks and alphas of modules that have others, by patterns.
  var ranks: [String: Int] = [:]
  var alphas: [String: Double] = [:]

  /// The configuration of a model's deltas.
  ///
  /// - Throws: `FineTuningError` where one file cannot say it.
  init(
    of deltas: [(place: AdapterPlace, adapter: LowRankAdapter)], in model: CLIPModel, base: String?
  ) throws {
    guard let first = deltas.first?.adapter else {
      throw FineTuningError("the model has no low-rank delta to write")
    }
    rank = first.rank
    alpha = first.alpha
    isRankStabilised = first.isRankStabilised
    dropout = first.dropout?.rate ?? 0
    self.base = base
    for (place, adapter) in deltas {
      guard adapter.isRankStabilised == isRankStabilised, adapter.dropout?.rate ?? 0 == dropout
      else {
        throw FineTuningError(
          "\(place.module) has another scale rule or dropout than the first delta, and peft has one "
            + "of each in a folder")
      }
      let pattern = place.module.split(separator: ".").joined(separator: "\\.")
      if adapter.rank != rank { ranks[pattern] = adapter.rank }
      if adapter.alpha != alpha { alphas[pattern] = adapter.alpha }
    }
    // Ends of names are enough where every block has the same sites; else every module is named.
    let places = Set(deltas.map(\.place))
    let sites = Set(places.map(\.site))
    let isUniform = places.count == model.adapterPlaces.count { sites.contains($0.site) }
    targets =
      isUniform
      ? sites.map { String($0.module.split(separator: ".").last ?? "") }.sorted()
      : deltas.map(\.place.module)
  }

  /// The file's contents.
  var json: JSONValue {
    .object([
      "peft_type": .string("LORA"), "task_type": .null, "inference_mode": .bool(true),
      "base_model_name_or_path": base.map { .string($0) } ?? .null, "r": .integer(rank),
      "lora_alpha": .number(alpha), "use_rslora": .bool(isRankStabilised),
      "lora_dropout": .number(dropout), "target_modules": .array(targets.map { .string($0) }),
      "rank_pattern": .object(ranks.mapValues { .integer($0) }),
      "alpha_pattern": .object(alphas.mapValues { .number($0) }), "bias": .string("none"),
      "fan_in_fan_out": .bool(false), "modules_to_save": .null, "init_lora_weights": .bool(true),
    ])
  }

  /// Reads a folder's file.
  ///
  /// - Throws: `FineTuningError` for another kind of adapter and for settings that change what the
  ///   deltas do in a way that is not done here.
  init(folder: String) throws {
    path = "\(folder)/\(LowRankFolder.configurationFile)"
    let path = path
    let json = try JSONValue(
      parsing: String(decoding: try FileBytes.read(path), as: UTF8.self), name: path)
    func refusal(_ key: String, _ expected: String) -> FineTuningError {
      FineTuningError(
        "\(path): '\(key)' is \(json[key]?.canonicalText ?? "missing"), expected \(expected); "
          + "merge the adapter into its model with peft and read the model")
    }
    guard json["peft_type"]?.string == "LORA" else { throw refusal("peft_type", "\"LORA\"") }
    for key in LowRankConfiguration.refused where !LowRankConfiguration.isNothing(json[key]) {
      throw refusal(key, "nothing")
    }
    guard [nil, "none"].contains(json["bias"]?.string) else { throw refusal("bias", "\"none\"") }
    // Others change the model's own weights when peft loads them.
    switch json["init_lora_weights"] {
    case nil, .null, .bool, .string("gaussian"), .string("orthogonal"): break
    default: throw refusal("init_lora_weights", "true, false, \"gaussian\" or \"orthogonal\"")
    }
    guard case .integer(let rank) = json["r"], rank >= 1 else {
      throw refusal("r", "a number from 1")
    }
    guard let alpha = json["lora_alpha"]?.double else { throw refusal("lora_alpha", "a number") }
    self.rank = rank
    self.alpha = alpha
    isRankStabilised = json["use_rslora"] == .bool(true)
    dropout = json["lora_dropout"]?.double ?? 0
    base = json["base_model_name_or_path"]?.string
    if case .object(let patterns) = json["rank_pattern"] {
      ranks = try patterns.mapValues {
        guard case .integer(let rank) = $0, rank >= 1 else {
          throw refusal("rank_pattern", "numbers from 1")
        }
        return rank
      }
    }
    if case .object(let patterns) = json["alpha_pattern"] {
      alphas = try patterns.mapValues {
        guard let alpha = $0.double else { throw refusal("alpha_pattern", "numbers") }
        return alpha
      }
    }
  }

  /// The rank of a module's delta.
  func rank(of module: String) throws -> Int { try value(in: ranks, of: module) ?? rank }

  /// The alpha of a module's delta.
  func alpha(of module: String) throws -> Double { try value(in: alphas, of: module) ?? alpha }

  /// The value whose pattern fits a module or what stands behind one of its dots, as peft's
  /// `get_pattern_key` has it.
  private func value<Value: Equatable>(
    in patterns: [String: Value], of module: String
  ) throws -> Value? {
    var found: Value?
    for (pattern, value) in patterns {
      let expression: Regex<AnyRegexOutput>
      do {
        expression = try Regex("(.*\\.)?(\(pattern))$")
      } catch {
        throw FineTuningError(
          "\(path): the pattern '\(pattern)' is no regular expression: \(error)")
      }
      guard try expression.wholeMatch(in: module) != nil else { continue }
      // peft takes the first, and the order of a mapping is no information here.
      if let found, found != value {
        throw FineTuningError(
          "\(path): two patterns with different values fit \(module); leave one in the file")
      }
      found = value
    }
    return found
  }

  /// Settings of peft 0.21 that change what deltas do, or say that there is more than deltas.
  private static let refused = [
    "alora_invocation_tokens", "arrow_config", "fan_in_fan_out", "kasa_config", "layer_replication",
    "lora_bias", "modules_to_save", "monteclora_config", "target_parameters",
    "trainable_token_indices", "use_bdlora", "use_dora", "use_qalora", "velora_config",
  ]

  private static func isNothing(_ value: JSONValue?) -> Bool {
    switch value {
    case nil, .null, .bool(false), .array([]), .object([:]): true
    default: false
    }
  }
}
