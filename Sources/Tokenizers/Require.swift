/// Stops the program with a message unless the caller kept its side of the contract.
///
/// The same as in `Tensors`, which this module does not depend on: `precondition` would lose its
/// message in optimised builds.
func require(
  _ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String,
  file: StaticString = #fileID, line: UInt = #line
) {
  if !condition() { fatalError(message(), file: file, line: line) }
}
