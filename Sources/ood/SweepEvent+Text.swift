import Configuration
import Experiments
import FoundationEssentials
import Results

extension SweepEvent {
  /// The event as one line for people, or nil for one that is not worth a line.
  func line(done: Int, of total: Int) -> String? {
    let unit = "\(String((runID ?? "------").prefix(6)))  \(cell)"
    switch kind {
    case .cached, .progress: return nil
    case .started: return "start \(unit)"
    case .finished(let record, let seconds):
      return
        "done \(unit)  \(record.highlights)  \(Terminal.fixed(seconds, 1)) s  (\(done)/\(total))"
    case .failed(let failure, let isTriedAgain):
      let phase = failure.phase.isEmpty ? "" : " (\(failure.phase))"
      return "failed \(unit)\(phase): \(failure.message)" + (isTriedAgain ? "; trying again" : "")
    case .stopped: return "stopped \(unit)"
    }
  }

  /// The event as one line of JSON.
  func json(done: Int, of total: Int) -> JSONValue {
    var members: [String: JSONValue] = [
      "index": .integer(index), "cell": .string(cell), "done": .integer(done),
      "total": .integer(total),
    ]
    members["run"] = runID.map { .string($0) }
    members["worker"] = worker.map { .integer($0) }
    let name: String
    switch kind {
    case .cached: name = "cached"
    case .started: name = "started"
    case .progress(let progress):
      name = "progress"
      members["progress"] = progress.json
    case .finished(let record, let seconds):
      name = "finished"
      members["seconds"] = .number(seconds)
      members["metrics"] = .object(record.metrics.mapValues { .number($0) })
    case .failed(let failure, let isTriedAgain):
      name = "failed"
      members["failure"] = failure.json
      members["tried_again"] = .bool(isTriedAgain)
    case .stopped: name = "stopped"
    }
    members["event"] = .string(name)
    return .object(members)
  }
}

extension SweepRunner.Summary {
  /// What came of the sweep: for people, or as one line of JSON with `event` as its name.
  func text(_ event: String, _ words: String, mode: ProgressMode) -> String {
    guard mode == .json else {
      return "\(run) run, \(cached) cached, \(failed) failed\(words)"
    }
    return JSONValue.object([
      "event": .string(event), "run": .integer(run), "cached": .integer(cached),
      "failed": .integer(failed), "remaining": .integer(remaining),
    ]).canonicalText
  }
}

extension UnitRecord {
  /// The numbers worth a glance: the accuracy, and the first detector on the first split.
  fileprivate var highlights: String {
    var words = ["acc \(Terminal.fixed(100 * (metrics["accuracy"] ?? .nan), 1))"]
    if let row = results.first {
      for (name, metric, decimals) in [("fpr95", "fpr95/id-nearest", 1), ("auroc", "auroc", 2)] {
        guard let value = row.metrics[metric] else { continue }
        words.append("\(name)(\(row.detector)) \(Terminal.fixed(100 * value, decimals))")
      }
    }
    return words.joined(separator: "  ")
  }
}
