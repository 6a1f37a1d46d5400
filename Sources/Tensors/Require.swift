/// Stops the program with a message unless the caller kept its side of the contract.
///
/// `precondition` loses its message in optimised builds; `fatalError` keeps it. Faults of input
/// (files, configurations, arguments) are thrown instead.
@inlinable
public func require(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String,
  file: StaticString = #fileID, line: UInt = #line
) {
  if !condition() { fatalError(message(), file: file, line: line) }
}
