import Optimizers
import Testing

@Suite("Learning-rate schedules")
struct ScheduleTests {
  private func rates(_ schedule: Schedule, _ total: Int, base: Double) -> [Double] {
    (0..<total).map { schedule.rate(step: $0, of: total, base: base) }
  }

  private func expect(_ found: [Double], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) <= 1e-12 * abs(b), "\(a), not \(b)") }
  }

  @Test("constant is constant")
  func constant() { #expect(rates(.constant, 3, base: 0.5) == [0.5, 0.5, 0.5]) }

  /// By hand: lr/2 (1 + cos(pi (e - 1) / 5)) for epochs 1 to 4, after one at 1e-5.
  ///
  /// Dassl's ConstantWarmupScheduler over CosineAnnealingLR prints 1e-5, 2e-3, 1.809e-3, 1.309e-3,
  /// 6.91e-4.
  @Test("CoOp's is that of Dassl, epoch by epoch")
  func coop() {
    let expected = [
      1e-5, 0.002, 0.001_809_016_994_374_947_5, 0.001_309_016_994_374_947_5,
      0.000_690_983_005_625_052_7,
    ]
    expect(
      rates(.coop(stepsPerEpoch: 1, epochs: 5, warmupRate: 1e-5), 5, base: 2e-3), expected)
    expect(
      rates(.coop(stepsPerEpoch: 3, epochs: 5, warmupRate: 1e-5), 15, base: 2e-3),
      expected.flatMap { [$0, $0, $0] })
  }

  /// By hand: 0.1 (s + 1) / 2, then 0.01 + 0.045 (1 + cos(pi k / 4)) for k from 0 to 3.
  @Test("the cosine warms up in a line and falls to its final rate")
  func cosine() {
    expect(
      rates(.cosine(warmup: 2, final: 0.01), 6, base: 0.1),
      [0.05, 0.1, 0.1, 0.086_819_805_153_394_64, 0.055, 0.023_180_194_846_605_363])
    #expect(Schedule.cosine(warmup: 0).rate(step: 0, of: 4, base: 1) == 1)
    #expect(abs(Schedule.cosine(warmup: 0).rate(step: 4, of: 4, base: 1)) < 1e-16)
  }

  @Test("a warm-up as long as the training divides by nothing")
  func longWarmup() {
    let found = rates(.cosine(warmup: 4), 4, base: 1)
    #expect(found == [0.25, 0.5, 0.75, 1])
  }
}
