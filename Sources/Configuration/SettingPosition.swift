/// The place of a key or a value in the text it came from.
public struct SettingPosition: Sendable, Equatable {
  /// The text.
  public let source: SettingSource
  /// The line, counted from 1.
  public let line: Int
  /// The column in Unicode scalars, counted from 1.
  public let column: Int
  /// The number of Unicode scalars to underline, at least 1.
  public let length: Int

  /// Creates a place.
  public init(source: SettingSource, line: Int, column: Int, length: Int) {
    self.source = source
    self.line = line
    self.column = column
    self.length = max(1, length)
  }
}
