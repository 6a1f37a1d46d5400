import Configuration

/// What a unit is doing.
public enum UnitProgress: Sendable, Equatable, CustomStringConvertible {
  /// Model and data are read.
  case loading
  /// Optimiser steps taken, and in all, with the last one's loss.
  case training(step: Int, of: Int, loss: Double)
  /// The set that is being encoded.
  case encoding(String)

  /// In words: `train 120/200  loss 1.203`.
  public var description: String {
    switch self {
    case .loading: "load"
    case .training(let step, let total, let loss):
      "train \(step)/\(total)  loss \((loss * 1_000).rounded() / 1_000)"
    case .encoding(let name): "encode \(name)"
    }
  }

  /// The members of an event.
  public var json: JSONValue {
    switch self {
    case .loading: .object(["phase": .string("load")])
    case .training(let step, let total, let loss):
      .object([
        "phase": .string("train"), "step": .integer(step), "of": .integer(total),
        "loss": loss.isFinite ? .number(loss) : .null,
      ])
    case .encoding(let name): .object(["phase": .string("encode"), "set": .string(name)])
    }
  }

  /// Reads what `json` gives; nil for anything else.
  public init?(_ json: JSONValue) {
    switch json["phase"]?.string {
    case "load": self = .loading
    case "train":
      guard case .integer(let step) = json["step"], case .integer(let total) = json["of"] else {
        return nil
      }
      self = .training(step: step, of: total, loss: json["loss"]?.double ?? .nan)
    case "encode":
      guard let name = json["set"]?.string else { return nil }
      self = .encoding(name)
    default: return nil
    }
  }
}
