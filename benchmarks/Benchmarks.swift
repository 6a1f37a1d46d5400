import ArgumentParser

/// Timed cases of the project; the peers' counterparts are in `peers/`.
///
/// Prints one JSON line a repetition. Debug builds are refused: their times mean nothing.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Time the parts of ood.",
    subcommands: [
      TrainingStep.self, FewShotCase.self, MetricsCase.self, DetectorCase.self, Coverage.self,
      RecordsCase.self, LoadCase.self, GrowthCase.self,
    ])

  static func refuseDebugBuild() throws {
    #if DEBUG
      throw ValidationError("build with -c release: times of a debug build mean nothing")
    #endif
  }
}
