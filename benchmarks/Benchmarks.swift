import ArgumentParser

/// Timed cases of the project; the peers' counterparts are in `peers/`.
///
/// Each prints JSON lines. Debug builds are refused: their times mean nothing.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Time the parts of ood.",
    subcommands: [
      ImageEncodingCase.self, TextEncodingCase.self, TrainingStep.self, FewShotCase.self,
      PeakCase.self, LoadCase.self, GrowthCase.self, MetricsCase.self, DetectorCase.self,
      Coverage.self, RecordsCase.self,
    ])

  static func refuseDebugBuild() throws {
    #if DEBUG
      throw ValidationError("build with -c release: times of a debug build mean nothing")
    #endif
  }
}
