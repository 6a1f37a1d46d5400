import Experiments

/// A worker whose units end as a test says.
struct ScriptedWorker: UnitWorker {
  /// What becomes of a unit.
  let script: @Sendable (UnitTask) -> UnitOutcome

  func run(_ task: UnitTask, report: (UnitProgress) -> Void) -> UnitOutcome {
    report(.loading)
    return script(task)
  }
}
