import Configuration
import RandomStreams

/// A bounded memory of shots from earlier domains, which later steps see again.
///
/// While a training goes through the values of a column one after the other
/// (`TrainingConfiguration.domains`), every shot is offered to the memory when it is first seen. From
/// the second domain on, a share of each batch is drawn from the memory.
///
/// Source: Vitter, "Random sampling with a reservoir", TOMS 1985; Chaudhry et al., "On tiny episodic
/// memories in continual learning", 2019, arXiv:1902.10486.
public struct Replay: Configurable, Equatable {
  public static let name = "replay"

  /// What stays in a full memory.
  public enum Policy: String, Codable, Sendable, CaseIterable {
    /// Every shot that was seen stays with the same chance.
    case reservoir
    /// Those whose running cross-entropy is largest.
    case hardest
  }

  /// The most shots in the memory.
  public var capacity = 256
  /// The share of a batch that comes from it.
  public var share = 0.25
  public var policy = Policy.reservoir

  public init() {}

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if capacity < 1 {
      problems.append(SettingProblem("capacity", "must be at least 1, got \(capacity)"))
    }
    if !(share >= 0 && share < 1) {
      problems.append(SettingProblem("share", "must lie in [0, 1), got \(share)"))
    }
    return problems
  }
}

/// The shots in a replay memory.
struct ReplayBuffer {
  private let replay: Replay
  private let seed: UInt64
  /// The shots, by their index in the task's images.
  private(set) var shots: [Int]
  /// Shots that were offered so far.
  private(set) var offered: Int

  init(_ replay: Replay, seed: UInt64, shots: [Int] = [], offered: Int = 0) {
    self.replay = replay
    self.seed = seed
    self.shots = shots
    self.offered = offered
  }

  /// Offers a shot that is seen for the first time.
  ///
  /// - Parameter loss: the running loss of each shot.
  mutating func offer(_ shot: Int, losses loss: (Int) -> Float) {
    offered += 1
    guard shots.count == replay.capacity else {
      shots.append(shot)
      return
    }
    switch replay.policy {
    case .reservoir:
      var random = RandomSource(seed: seed, purpose: "reservoir", index: UInt64(offered))
      let place = random.below(offered)
      if place < shots.count { shots[place] = shot }
    case .hardest:
      let easiest = shots.indices.min { (loss(shots[$0]), $0) < (loss(shots[$1]), $1) } ?? 0
      if loss(shot) > loss(shots[easiest]) { shots[easiest] = shot }
    }
  }

  /// The shots for one batch, each at most once and none of the domain that is under way.
  func draw(_ count: Int, batch: Int, notOf domain: [Int]) -> [Int] {
    let current = Set(domain)
    let earlier = shots.filter { !current.contains($0) }
    var random = RandomSource(seed: seed, purpose: "replay", index: UInt64(batch))
    return random.permutation(of: earlier.count).prefix(count).map { earlier[$0] }
  }
}
