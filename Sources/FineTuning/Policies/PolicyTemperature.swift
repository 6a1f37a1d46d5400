import Configuration
import Tensors

/// The temperature of the policy that a reward trains: pi(a|x) = softmax_a(cos(x, a) / tau).
///
/// It is not the detectors' temperature, nor the model's logit scale unless that is asked for. Files
/// write `auto`, `logit_scale` or a number.
public enum PolicyTemperature: Codable, Sendable, Equatable {
  /// The temperature at which fewest groups of draws are all right or all wrong, before training.
  case automatic
  /// The model's own, 1 over the logit scale.
  case logitScale
  /// A number above 0.
  case fixed(Double)

  /// Reads a name or a number.
  public init(from decoder: any Decoder) throws {
    let value = try JSONValue(from: decoder)
    switch value {
    case .string("auto"): self = .automatic
    case .string("logit_scale"): self = .logitScale
    default:
      guard let number = value.double else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: decoder.codingPath,
            debugDescription: "expected auto, logit_scale or a number, found \(value.canonicalText)"
          ))
      }
      self = .fixed(number)
    }
  }

  /// Writes the name or the number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .automatic: try container.encode("auto")
    case .logitScale: try container.encode("logit_scale")
    case .fixed(let number): try container.encode(number)
    }
  }

  /// What is wrong with the number; nil if nothing is.
  var fault: String? {
    guard case .fixed(let number) = self, !(number > 0 && number.isFinite) else { return nil }
    return "must be auto, logit_scale or a number above 0, got \(number)"
  }

  /// 1 / tau at which least groups have no advantage: argmin of mean_x (p^G + (1 - p)^G), p the
  /// expected reward of image x.
  ///
  /// With rewards 0 and 1 that is the chance that all G draws have one reward, and then their
  /// advantages are 0. The minimum is over 61 values of equal ratio from 5 to 100, the smallest of
  /// equal ones, so it is the same on every machine.
  ///
  /// - Parameters:
  ///   - cosines: `[images, classes]`.
  ///   - rewards: of each class for an image of these, by its row.
  ///   - groupSize: G.
  static func automatic(
    _ cosines: Matrix, rewards: @escaping @Sendable (_ row: Int) -> [Double], groupSize: Int,
    workers: Workers
  ) -> Double {
    let starved = workers.map(candidates.count) { index -> Double in
      let logs = logSoftmax(cosines, scale: candidates[index])
      var sum = 0.0
      for row in 0..<cosines.rows {
        let own = rewards(row)
        var expected = 0.0
        for c in own.indices where own[c] != 0 { expected += own[c] * exponential(logs[row, c]) }
        sum += zeroAdvantage(expected, groupSize: groupSize)
      }
      return sum
    }
    var best = 0
    for index in starved.indices where starved[index] < starved[best] { best = index }
    return candidates[best]
  }

  /// The values of 1 / tau to choose from: 5 times 20 to the power of 0, 1/60, ..., 1.
  static let candidates: [Double] = (0...60).map {
    5 * exponential(Double($0) / 60 * logarithm(20))
  }

  /// The chance that G draws, each right with chance p, are all right or all wrong: p^G + (1 - p)^G.
  static func zeroAdvantage(_ p: Double, groupSize: Int) -> Double {
    var right = 1.0
    var wrong = 1.0
    for _ in 0..<groupSize {
      right *= p
      wrong *= 1 - p
    }
    return right + wrong
  }
}
