import FileFormats

/// The file with the scores of every image of a unit, as its record names it.
public struct ScoresFile: Sendable, Equatable {
  /// The hash of the file.
  public let sha256: String
  /// The file itself, until it is published with its record.
  let contents: [UInt8]?

  /// Names a file that was published.
  init(sha256: String) {
    self.sha256 = sha256
    contents = nil
  }

  /// The file of scores that are to be published.
  public init(_ scores: UnitScores) throws {
    let bytes = try scores.bytes()
    sha256 = SHA256.hexDigest(of: bytes)
    contents = bytes
  }

  /// Whether both name the same bytes.
  public static func == (left: ScoresFile, right: ScoresFile) -> Bool {
    left.sha256 == right.sha256
  }
}
