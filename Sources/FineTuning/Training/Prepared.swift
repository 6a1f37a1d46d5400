import Synchronization

/// A parametrization that two stages share, made when the first of them asks for it.
final class Prepared: Sendable {
  private let state = Mutex<Parametrization?>(nil)
  private let make: @Sendable () throws -> Parametrization

  init(_ make: @escaping @Sendable () throws -> Parametrization) { self.make = make }

  /// The parametrization; the same one on every call.
  func value() throws -> Parametrization {
    try state.withLock { known in
      if let known { return known }
      let made = try make()
      known = made
      return made
    }
  }
}
