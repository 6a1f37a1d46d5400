import ArgumentParser
import FileFormats
import FoundationEssentials
import Metrics
import RandomStreams
import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How often 95 % intervals cover the truth, by simulation; the tests run it at reduced size.
///
/// Scores are normal, in-distribution ones shifted by `shift` with standard deviation 1, the others
/// with `spread`; then AUROC and FPR95 are known in closed form and the
/// others by integration.
struct Coverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Simulate how often bootstrap and DeLong intervals cover the truth.")

  @Option(help: "In-distribution scores in a trial.") var inDistribution = 500
  @Option(help: "Out-of-distribution scores in a trial.") var outOfDistribution = 300
  @Option(help: "Mean of the in-distribution scores; the others have 0.") var shift = 1.5
  @Option(help: "Standard deviation of the out-of-distribution scores.") var spread = 1.2
  @Option var trials = 4000
  @Option(help: "Bootstrap replicates in a trial.") var replicates = 1000
  @Option var level = 0.95
  @Option var seed: UInt64 = 1
  @Option var threads = ProcessInfo.processInfo.activeProcessorCount

  func run() throws {
    let truths = truths()
    let metrics = truths.keys.sorted { $0.name < $1.name }
    let covered = try Workers(threads: threads).tryMap(trials) { trial in
      var source = RandomSource(seed: seed, purpose: "coverage \(trial)")
      let scores = try RankedScores(
        inDistribution: normals(inDistribution, shift, 1, &source),
        outOfDistribution: normals(outOfDistribution, 0, spread, &source))
      // A seed a trial: with one for all, the trials would share the same resamples.
      let plan = try Bootstrap(replicates: replicates, seed: seed &+ UInt64(trial))
      var hits: [Bool] = []
      for (metric, values) in zip(metrics, plan.values(of: metrics, on: scores)) {
        let offered = try metric.interval(from: values, on: scores, level: level)
        let plain = try Interval(percentilesOf: values, level: level)
        let truth = truths[metric] ?? .nan
        hits += [offered.contains(truth), plain.contains(truth)]
      }
      let deLong = try DeLong(scores)
      let auroc = truths[.auroc] ?? .nan
      hits.append(try deLong.interval(level: level).contains(auroc))
      hits.append(try deLong.logitInterval(level: level).contains(auroc))
      return hits
    }
    let names =
      metrics.flatMap { ["ood metrics \($0.name)", "percentile \($0.name)"] }
      + ["DeLong auroc", "DeLong logit auroc"]
    for (index, name) in names.enumerated() {
      let hits = covered.count { $0[index] }
      let interval = try Interval(successes: hits, trials: trials, level: 0.95)
      StandardStream.output.write(
        """
        {"case": "coverage", "interval": "\(name)", "level": \(level), \
        "n_id": \(inDistribution), "n_ood": \(outOfDistribution), "shift": \(shift), \
        "spread": \(spread), "truth": \(truth(index, metrics, truths)), "trials": \(trials), \
        "replicates": \(replicates), "seed": \(seed), "coverage": \
        \(Double(hits) / Double(trials)), "lower": \(interval.lower), "upper": \(interval.upper)}

        """)
    }
  }

  private func truth(_ index: Int, _ metrics: [Metric], _ truths: [Metric: Double]) -> Double {
    truths[index < 2 * metrics.count ? metrics[index / 2] : .auroc] ?? .nan
  }

  /// The values for infinitely many scores in the ratio of the two counts.
  private func truths() -> [Metric: Double] {
    // id - ood is normal; the threshold that accepts 95 % lies 1.645 below the shift, and the one
    // that catches 95 % of the others 1.645 of their deviations above 0.
    let quantile = 1.644_853_626_951_472_2
    let rate = normal((quantile - shift) / spread)
    var truths: [Metric: Double] = [
      .auroc: normal(shift / (1 + spread * spread).squareRoot()),
      .fpr95(.idNearest): rate, .fpr95(.idAtLeast): rate, .fpr95(.interpolated): rate,
      .fpr95(.oodAtLeast): normal(quantile * spread - shift),
    ]
    let share = Double(inDistribution) / Double(inDistribution + outOfDistribution)
    // The integral of precision over recall along the thresholds, and the smallest error.
    let steps = 200_000
    let width = 10 + 10 * spread + abs(shift)
    var areas = (in: 0.0, out: 0.0)
    var error = 0.5
    var last = (id: 0.0, ood: 0.0)
    for step in 1...steps {
      let threshold = width * (1 - 2 * Double(step) / Double(steps))
      let accepted = (id: normal(shift - threshold), ood: normal(-threshold / spread))
      let middle = (id: 0.5 * (accepted.id + last.id), ood: 0.5 * (accepted.ood + last.ood))
      let inside = share * middle.id
      let outside = (1 - share) * (1 - middle.ood)
      if middle.id > 0 {
        areas.in += (accepted.id - last.id) * inside / (inside + (1 - share) * middle.ood)
      }
      if outside > 0 {
        areas.out += (accepted.ood - last.ood) * outside / (outside + share * (1 - middle.id))
      }
      error = min(error, 0.5 * (1 - accepted.id + accepted.ood))
      last = accepted
    }
    for rule in AUPR.Rule.allCases {
      truths[.aupr(.inDistribution, rule)] = areas.in
      truths[.aupr(.outOfDistribution, rule)] = areas.out
    }
    truths[.detectionError] = error
    return truths
  }

  /// The standard normal distribution function.
  private func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  private func normals(
    _ count: Int, _ mean: Double, _ deviation: Double, _ source: inout RandomSource
  ) -> [Double] {
    (0..<count).map { _ in mean + deviation * source.normal() }
  }
}
