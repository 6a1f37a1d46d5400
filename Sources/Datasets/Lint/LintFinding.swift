/// Something that `ood lint` found.
public struct LintFinding: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, CaseIterable {
    /// Numbers would be wrong, or the benchmark cannot be read.
    case error
    /// Worth knowing; numbers mean what they say.
    case warning
  }

  /// What was checked.
  public enum Check: String, Sendable, CaseIterable {
    /// An image is in two sets that must not share any.
    case sharedImage = "shared-image"
    /// An image is in a set twice.
    case duplicateImage = "duplicate-image"
    /// An image has two classes.
    case twoLabels = "two-labels"
    /// Two classes have one name, or one but for case, blanks and signs.
    case duplicateClass = "duplicate-class"
    /// An out-of-distribution class has the name of an in-distribution one.
    case overlappingClass = "overlapping-class"
    /// A class has no images, or fewer than the shots asked for.
    case fewImages = "few-images"
    /// A file is not there.
    case missingFile = "missing-file"
    /// A file is no image that can be decoded.
    case undecodable
    /// A path or a link leads out of the folder of the images.
    case leavesRoot = "leaves-root"
    /// An image has more pixels than readers accept, or nearly so.
    case tooLarge = "too-large"
    /// A set has no images.
    case emptySet = "empty-set"
    /// A label is out of range or means nothing.
    case label
    /// A list of images has another form than it should.
    case form
  }

  /// A place in a file.
  public struct Place: Sendable, Equatable {
    /// The path of the file.
    public let file: String
    /// The line from 1; nil for all of the file.
    public let line: Int?
    /// The column from 1.
    public let column: Int?

    /// Names a place.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// What was checked.
  public let check: Check
  /// How bad it is.
  public let severity: Severity
  /// Where to look; nil where there is no file of the user's.
  public let place: Place?
  /// The sets concerned, which findings of one kind share.
  public let sets: String
  /// What was found and what to do.
  public let message: String

  init(
    _ check: Check, _ severity: Severity, at place: Place?, sets: String, _ message: String
  ) {
    self.check = check
    self.severity = severity
    self.place = place
    self.sets = sets
    self.message = message
  }

  /// `file:line:column: error: message`, as compilers print it.
  public var description: String {
    guard let place else { return "\(severity.rawValue): \(message)" }
    let line = place.line.map { ":\($0):\(place.column ?? 1)" } ?? ""
    return "\(place.file)\(line): \(severity.rawValue): \(message)"
  }
}
