import Configuration
import Results

/// What is known of a unit, derived from files alone and never stored.
public enum UnitState: Sendable, Equatable {
  /// Its record is there.
  case done
  /// A worker is at it.
  case running
  /// Its last try failed, for this reason.
  case failed(String)
  /// There are records of its settings, but of other data, weights or revisions: what has changed
  /// since the nearest of them.
  case stale(record: String, changes: [String])
  /// What is there contradicts itself: two results of one run, or a record that was altered.
  case conflict(String)
  /// Nothing is there but, perhaps, the beginning that the reason names.
  case missing(String?)

  /// The states by name, in the order of counts.
  public static let names = ["done", "running", "failed", "stale", "conflict", "missing"]

  /// The state in one word.
  public var name: String {
    switch self {
    case .done: "done"
    case .running: "running"
    case .failed: "failed"
    case .stale: "stale"
    case .conflict: "conflict"
    case .missing: "missing"
    }
  }

  /// Why the unit is in this state, in a line; nil where there is nothing to say.
  public var reason: String? {
    switch self {
    case .done, .running: nil
    case .failed(let error): error
    case .stale(let record, let changes):
      "\(changes.joined(separator: ", ")) since record \(record)"
    case .conflict(let what): what
    case .missing(let why): why
    }
  }

  /// Whether a sweep would run the unit now.
  public var isToRun: Bool {
    switch self {
    case .failed, .stale, .missing: true
    case .done, .running, .conflict: false
    }
  }
}

extension RunIdentity {
  /// What decides numbers and differs from an earlier run of the same settings, in words:
  /// `method/coop 3 -> 4`, `data few-shot`, `weights ood-tiny`.
  func changes(since earlier: RunIdentity) -> [String] {
    func names<Value: Equatable>(
      _ kind: String, _ old: [String: Value], _ new: [String: Value]
    ) -> [String] {
      Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { "\(kind) \($0)" }
    }
    let revisions = Set(earlier.revs.keys).union(revs.keys).sorted()
      .filter { earlier.revs[$0] != revs[$0] }
      .map { name in
        let texts = [earlier.revs[name], revs[name]].map { $0.map(String.init) ?? "none" }
        return "\(name) \(texts[0]) -> \(texts[1])"
      }
    return revisions + names("data", earlier.data, data)
      + names("weights", earlier.weights, weights)
      + (earlier.numerics == numerics ? [] : ["numerics"])
  }
}
