import Configuration
import FileFormats
import Results

/// What a sweep has and what it misses, by run ids: derived from data, weights, settings and records.
struct SweepPlan {
  /// A unit with its run id, or why it has none.
  struct Unit {
    let index: Int
    let cell: String
    let settings: UnitSettings
    let runID: Result<String, any Error>
  }

  /// The chosen units in the order of the file.
  let units: [Unit]

  /// Identifies the chosen units.
  ///
  /// - Throws: what is wrong with the first unit if no unit at all can be identified.
  init(
    _ sweep: Sweep<UnitSettings>, only filter: SweepFilter?, resources: UnitResources
  ) throws {
    let chosen = sweep.units.enumerated().filter { filter?.admits($0.element.cell) ?? true }
    units = chosen.map { index, unit in
      Unit(
        index: index, cell: unit.cell.description, settings: unit.settings,
        runID: Result { try resources.run(unit.settings).identity().runID() })
    }
    let isHopeless = units.allSatisfy { unit in
      if case .failure = unit.runID { return true }
      return false
    }
    if isHopeless { _ = try units.first?.runID.get() }
  }
}
