import CLIPModels
import Configuration
import FileFormats
import FoundationEssentials
import Results

/// A sweep held against its folder: which units are done, and what the others will cost.
public struct SweepSurvey {
  /// The state of every unit.
  public let state: SweepState
  private let folders: SweepRunner.Folders
  private let resources: UnitResources

  /// Identifies the units and looks at the folder of the results; runs and writes nothing.
  ///
  /// - Parameters:
  ///   - sweep: the units.
  ///   - folders: where everything is.
  ///   - resources: models and data.
  /// - Throws: if the folder of the results cannot be read.
  public init(
    _ sweep: Sweep<UnitSettings>, folders: SweepRunner.Folders, resources: UnitResources
  ) throws {
    self.folders = folders
    self.resources = resources
    state = try SweepState(sweep, folder: folders.results) {
      try resources.run($0).identity()
    }
  }

  /// Prices what is yet to run.
  ///
  /// - Parameters:
  ///   - threads: the number of threads that will work.
  ///   - siblings: folders of other sweeps, whose records also tell how long units take.
  public func estimate(threads: Int, siblings: [String] = []) -> SweepEstimate {
    let records = ([folders.results] + siblings).flatMap { folder in
      // A damaged record is for `ood verify` to report.
      ((try? RecordStore(folder: folder).contents()) ?? []).compactMap { try? $0.content.get() }
    }
    let measured = Calibration(cache: folders.cache)
    var calibration: [String: Calibration.Costs] = [:]
    var widths: [String: Int] = [:]
    for settings in state.units.map(\.settings) where widths[settings.model] == nil {
      guard let model = try? resources.run(settings).folder else { continue }
      calibration[settings.model] = measured[model.weightsHash, threads: threads]
      widths[settings.model] = (try? CLIPConfiguration(folder: model.path))?.embeddingSize
    }
    return SweepEstimate(
      state, records: records, calibration: calibration, embeddingSize: { widths[$0] },
      workload: { try resources.run($0).workload() })
  }
}
