/// Where in a model a low-rank delta sits.
public struct AdapterPlace: Sendable, Hashable {
  /// One of the two towers.
  public enum Tower: String, Sendable, CaseIterable {
    case text
    case vision
  }

  /// The tower.
  public let tower: Tower
  /// The block, from 0.
  public let layer: Int
  /// The linear map in the block.
  public let site: AdapterSite

  /// Names a place; whether a model has it, only the model knows.
  public init(tower: Tower, layer: Int, site: AdapterSite) {
    self.tower = tower
    self.layer = layer
    self.site = site
  }

  /// Hugging Face's name of the linear map, such as `vision_model.encoder.layers.0.mlp.fc1`.
  public var module: String {
    "\(tower.rawValue)_model.encoder.layers.\(layer).\(site.module)"
  }
}

extension AdapterSite {
  /// Hugging Face's name of the linear map in a block.
  public var module: String {
    switch self {
    case .query: "self_attn.q_proj"
    case .key: "self_attn.k_proj"
    case .value: "self_attn.v_proj"
    case .output: "self_attn.out_proj"
    case .expand: "mlp.fc1"
    case .contract: "mlp.fc2"
    }
  }
}

extension CLIPModel {
  /// The blocks of a tower, first to last.
  public func blocks(of tower: AdapterPlace.Tower) -> [TransformerBlock] {
    switch tower {
    case .text: text.blocks
    case .vision: vision.blocks
    }
  }

  /// Every place that could hold a low-rank delta, text tower first.
  public var adapterPlaces: [AdapterPlace] {
    AdapterPlace.Tower.allCases.flatMap { tower in
      blocks(of: tower).indices.flatMap { layer in
        AdapterSite.allCases.map { AdapterPlace(tower: tower, layer: layer, site: $0) }
      }
    }
  }

  /// The delta at a place of this model.
  public subscript(place: AdapterPlace) -> LowRankAdapter? {
    get { blocks(of: place.tower)[place.layer].adapters[place.site] }
    set { blocks(of: place.tower)[place.layer].adapters[place.site] = newValue }
  }
}
