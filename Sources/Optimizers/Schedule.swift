#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the learning rate changes over training.
public enum Schedule: Sendable, Equatable {
  /// The same rate throughout.
  case constant
  /// Linear warm-up lr (s + 1) / warmup, then cosine to `final` per step (open_clip, FLYP).
  case cosine(warmup: Int, final: Double = 0)
  /// CoOp's: `warmupRate` during the first epoch, then 1/2 lr (1 + cos(pi (e - 1) / T)) for epoch e.
  ///
  /// The rate is constant within an epoch and never reaches zero. Source: KaiyangZhou/Dassl,
  /// `ConstantWarmupScheduler` over `CosineAnnealingLR`.
  case coop(stepsPerEpoch: Int, epochs: Int, warmupRate: Double)

  /// The learning rate of a step counted from 0.
  public func rate(step: Int, of total: Int, base: Double) -> Double {
    switch self {
    case .constant:
      return base
    case .cosine(let warmup, let final):
      if step < warmup { return base * Double(step + 1) / Double(warmup) }
      let progress = Double(step - warmup) / Double(max(1, total - warmup))
      return final + 0.5 * (base - final) * (1 + cos(Double.pi * progress))
    case .coop(let stepsPerEpoch, let epochs, let warmupRate):
      let epoch = step / max(1, stepsPerEpoch)
      guard epoch >= 1 else { return warmupRate }
      return 0.5 * base * (1 + cos(Double.pi * Double(epoch - 1) / Double(epochs)))
    }
  }
}
