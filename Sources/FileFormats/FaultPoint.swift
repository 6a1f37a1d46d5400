#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// A moment of writing at which a test can have the process killed.
///
/// `OOD_FAULT=POINT:N` sends SIGKILL to the process when it comes to the point for the Nth time;
/// `OOD_FAULT=POINT:N:TEXT` counts only files whose path contains the text. Tests of crash safety
/// use it; without the variable a point costs one comparison.
enum FaultPoint: String {
  /// The private file is there and empty.
  case afterTemp = "after-temp"
  /// The first half of a piece of the contents is written.
  case midway
  /// The contents are on disk, the name is not yet given.
  case afterSync = "after-sync"
  /// The file has its name; a published one still has its private name too.
  case afterName = "after-name"

  private struct Plan: Sendable {
    let point: String
    let count: Int
    let text: String
  }

  private static let plan: Plan? = {
    guard let value = getenv("OOD_FAULT") else { return nil }
    let parts = String(cString: value).split(separator: ":", maxSplits: 2).map(String.init)
    guard parts.count >= 2, let count = Int(parts[1]) else { return nil }
    return Plan(point: parts[0], count: count, text: parts.count > 2 ? parts[2] : "")
  }()

  private static let seen = Atomic<Int>(0)

  /// Whether the process is to die here now; counts the visit.
  func isDue(_ path: String) -> Bool {
    guard let plan = FaultPoint.plan, plan.point == rawValue,
      plan.text.isEmpty || path.contains(plan.text)
    else { return false }
    return FaultPoint.seen.wrappingAdd(1, ordering: .relaxed).newValue == plan.count
  }

  /// Dies if the process is to die here now.
  func reach(_ path: String) {
    if isDue(path) { kill(getpid(), SIGKILL) }
  }
}
