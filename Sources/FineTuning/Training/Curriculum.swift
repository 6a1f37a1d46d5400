import Configuration

/// Which shots a training sees when: a growing part of them, ordered by difficulty.
///
/// Step t of T sees the first m(t) = ceil(n min(1, start + (1 - start) t / (full T))) of n shots, at
/// most `keep_max` n and at least one, in the order that `order` names. From full T on, with
/// `keep_max` 1, batches are those of a training without a curriculum, bit for bit.
///
/// Source: Bengio et al., "Curriculum learning", ICML 2009; linear pacing and the controls `anti` and
/// `random` as in Wu, Dyer, Neyshabur, "When do curricula work?", ICLR 2021.
public struct Curriculum: Configurable, Equatable {
  public static let name = "curriculum"

  /// What makes a shot hard.
  public enum Difficulty: String, Codable, Sendable, CaseIterable {
    /// 1 - p(given label), p the zero-shot model's softmax; its mean under a soft label.
    case zeroShot = "zero-shot"
    /// How sure the label is: 1 - max_c q_c of its soft label.
    case confidence
    /// The largest other cosine minus that of the given label, of the zero-shot model.
    case margin
    /// The training's own cross-entropy: a running mean of rate 0.3, the zero-shot model's at first.
    case loss
  }

  /// The order of the shots.
  public enum Order: String, Codable, Sendable, CaseIterable {
    /// Easy ones first.
    case easy
    /// Hard ones first, a control.
    case anti
    /// Drawn once, with the same number of shots in each step: a control.
    case random
  }

  public var difficulty = Difficulty.zeroShot
  public var order = Order.easy
  /// The share of the shots that the first step may see.
  public var start = 0.2
  /// The share of the steps after which it may see all.
  public var full = 0.8
  /// The share of the shots that is ever seen; below 1 the hardest are left out.
  public var keepMax = 1.0

  public init() {}

  public var problems: [SettingProblem] {
    [("start", start), ("keep_max", keepMax), ("full", full)].compactMap { name, value in
      value > 0 && value <= 1
        ? nil : SettingProblem(name, "must lie in (0, 1], got \(value)")
    }
  }

  /// How many of `count` shots a step may see.
  ///
  /// - Parameters:
  ///   - step: steps that are over.
  ///   - total: steps in all.
  func size(step: Int, of total: Int, count: Int) -> Int {
    let ramp = full * Double(max(1, total))
    let share = min(1, start + (1 - start) * Double(step) / ramp)
    let limit = Int((keepMax * Double(count)).rounded(.down))
    // A whole number that rounding has pushed up by a hair is that number.
    return max(1, min(Int((share * Double(count) - 1e-9).rounded(.up)), limit))
  }
}
