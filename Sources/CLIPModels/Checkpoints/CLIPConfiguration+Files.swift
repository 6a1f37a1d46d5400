import FileFormats
import FoundationEssentials
import Tensors

extension CLIPConfiguration {
  /// Reads `config.json` (Hugging Face) or `open_clip_config.json` of a model folder.
  public init(folder: String) throws {
    let files: [(String, (Data) throws -> CLIPConfiguration)] = [
      (
        "config.json",
        { try JSONDecoder().decode(HuggingFaceConfiguration.self, from: $0).resolved() }
      ),
      (
        "open_clip_config.json",
        { try JSONDecoder().decode(OpenCLIPConfiguration.self, from: $0).resolved() }
      ),
    ]
    for (name, decode) in files {
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do {
        self = try decode(Data(try FileBytes.read(path)))
        try validate()
        return
      } catch let error as ModelError {
        throw ModelError("\(path): \(error.description)")
      } catch let error as DecodingError {
        throw ModelError("\(path): not a CLIP configuration: \(error)")
      }
    }
    throw ModelError(
      "\(folder): no config.json or open_clip_config.json; the activation cannot be guessed from "
        + "weights, so the folder needs one of them")
  }

  /// The configuration as Hugging Face's `config.json`, every key written out.
  func huggingFaceJSON() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(HuggingFaceConfiguration(self))
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

/// Hugging Face's keys.
///
/// Missing ones mean ViT-B/32's values, and the older `*_config_dict` override `*_config`.
private struct HuggingFaceConfiguration: Codable {
  struct Tower: Codable {
    var vocab_size: Int?
    var hidden_size: Int?
    var intermediate_size: Int?
    var num_hidden_layers: Int?
    var num_attention_heads: Int?
    var max_position_embeddings: Int?
    var hidden_act: String?
    var layer_norm_eps: Double?
    var projection_dim: Int?
    var eos_token_id: Int?
    var bos_token_id: Int?
    var pad_token_id: Int?
    var image_size: Int?
    var patch_size: Int?
    var num_channels: Int?
    var model_type: String?

    /// `other`'s values where it has them.
    func overridden(by other: Tower?) -> Tower {
      guard let other else { return self }
      return Tower(
        vocab_size: other.vocab_size ?? vocab_size, hidden_size: other.hidden_size ?? hidden_size,
        intermediate_size: other.intermediate_size ?? intermediate_size,
        num_hidden_layers: other.num_hidden_layers ?? num_hidden_layers,
        num_attention_heads: other.num_attention_heads ?? num_attention_heads,
        max_position_embeddings: other.max_position_embeddings ?? max_position_embeddings,
        hidden_act: other.hidden_act ?? hidden_act,
        layer_norm_eps: other.layer_norm_eps ?? layer_norm_eps,
        projection_dim: other.projection_dim ?? projection_dim,
        eos_token_id: other.eos_token_id ?? eos_token_id,
        bos_token_id: other.bos_token_id ?? bos_token_id,
        pad_token_id: other.pad_token_id ?? pad_token_id,
        image_size: other.image_size ?? image_size, patch_size: other.patch_size ?? patch_size,
        num_channels: other.num_channels ?? num_channels, model_type: nil)
    }

    func tower(width: Int, hidden: Int, heads: Int) throws -> TowerConfiguration {
      let name = hidden_act ?? "quick_gelu"
      let known: [Activation] = [.quickGELU, .gelu]
      guard let activation = known.first(where: { $0.rawValue == name }) else {
        throw ModelError(
          "hidden_act '\(name)' is not known; expected one of "
            + known.map(\.rawValue).joined(separator: ", "))
      }
      return TowerConfiguration(
        width: hidden_size ?? width, hiddenWidth: intermediate_size ?? hidden,
        layers: num_hidden_layers ?? 12, heads: num_attention_heads ?? heads,
        activation: activation, epsilon: Float(layer_norm_eps ?? 1e-5))
    }
  }

  var architectures: [String]?
  var model_type: String?
  var projection_dim: Int?
  var logit_scale_init_value: Double?
  var text_config: Tower?
  var vision_config: Tower?
  var text_config_dict: Tower?
  var vision_config_dict: Tower?

  func resolved() throws -> CLIPConfiguration {
    if let model_type, model_type != "clip" {
      throw ModelError("model_type is '\(model_type)', expected 'clip'")
    }
    let text = (text_config ?? Tower()).overridden(by: text_config_dict)
    let vision = (vision_config ?? Tower()).overridden(by: vision_config_dict)
    if let channels = vision.num_channels, channels != 3 {
      throw ModelError("num_channels is \(channels), expected 3")
    }
    let end = text.eos_token_id ?? 49_407
    return CLIPConfiguration(
      vision: try vision.tower(width: 768, hidden: 3_072, heads: 12),
      text: try text.tower(width: 512, hidden: 2_048, heads: 8),
      imageSize: vision.image_size ?? 224, patchSize: vision.patch_size ?? 32,
      vocabularySize: text.vocab_size ?? 49_408,
      contextLength: text.max_position_embeddings ?? 77, embeddingSize: projection_dim ?? 512,
      pooling: end == 2 ? .largestToken : .token(end))
  }

  init(_ configuration: CLIPConfiguration) {
    func tower(_ tower: TowerConfiguration, type: String) -> Tower {
      Tower(
        hidden_size: tower.width, intermediate_size: tower.hiddenWidth,
        num_hidden_layers: tower.layers, num_attention_heads: tower.heads,
        hidden_act: tower.activation.rawValue, layer_norm_eps: Double(tower.epsilon.description),
        projection_dim: configuration.embeddingSize, model_type: type)
    }
    architectures = ["CLIPModel"]
    model_type = "clip"
    projection_dim = configuration.embeddingSize
    logit_scale_init_value = 2.6592
    var text = tower(configuration.text, type: "clip_text_model")
    text.vocab_size = configuration.vocabularySize
    text.max_position_embeddings = configuration.contextLength
    if case .token(let end) = configuration.pooling {
      text.eos_token_id = end
      text.bos_token_id = end - 1
      text.pad_token_id = end
    } else {
      text.eos_token_id = 2
    }
    text_config = text
    var vision = tower(configuration.vision, type: "clip_vision_model")
    vision.image_size = configuration.imageSize
    vision.patch_size = configuration.patchSize
    vision.num_channels = 3
    vision_config = vision
  }
}
