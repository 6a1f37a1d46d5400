/// What a source says of images, before any of them is read: the ground of sets and of `ood lint`.
public struct ImageListing: Sendable, Equatable {
  /// An image, as its source names it.
  public struct Entry: Sendable, Equatable {
    /// The path as the source writes it, relative to the listing's root.
    public let path: String
    /// The class as the source names it; nil where it names none.
    public let className: String?
    /// The line of the source; nil in formats without lines.
    public let line: Int?
    /// A value of each of the listing's columns; "" = not known.
    public let values: [String]

    init(path: String, className: String?, line: Int? = nil, values: [String] = []) {
      self.path = path
      self.className = className
      self.line = line
      self.values = values
    }
  }

  /// What is wrong with a part of the source; the other parts are listed.
  public struct Fault: Sendable, Equatable {
    /// What kind of fault it is.
    public enum Kind: Sendable, Equatable {
      /// A path is absolute or leads out of the root.
      case leavesRoot
      /// A label stands for no class, or for two.
      case label
      /// There is nothing.
      case empty
      /// The source has another form.
      case form
    }

    /// What kind of fault it is.
    public let kind: Kind
    /// The line of the source; nil for faults of all of it.
    public let line: Int?
    /// What was found, what was expected, and what to do.
    public let message: String
  }

  /// The file or folder that lists the images.
  public let source: String
  /// The folder that no path may leave.
  public let root: String
  /// What the source says of an image beside its path and class, by name.
  public let columns: [String]
  /// The images in the order of the source.
  public private(set) var entries: [Entry] = []
  /// What is wrong, in the order of the source.
  public private(set) var faults: [Fault] = []

  init(source: String, root: String, columns: [String] = []) {
    self.source = source
    self.root = root
    self.columns = columns
  }

  /// The file of an entry.
  public func file(of entry: Entry) -> String { "\(root)/\(entry.path)" }

  /// The class names in use, sorted.
  public var classNames: [String] { Set(entries.compactMap(\.className)).sorted() }

  /// The listing itself if nothing is wrong with it.
  ///
  /// - Throws: `DatasetError` with the first fault and the number of others.
  public func checked() throws -> ImageListing {
    guard let first = faults.first else { return self }
    let more = faults.count > 1 ? " (and \(faults.count - 1) more; see 'ood lint')" : ""
    throw DatasetError(first.line.map { "\(source):\($0)" } ?? source, first.message + more)
  }

  mutating func add(_ entry: Entry) {
    if entry.path.hasPrefix("/") {
      fault(
        .leavesRoot, entry.line,
        "path '\(entry.path)' is absolute; write it relative to \(root), or name another folder "
          + "as 'images'")
    } else if ImageListing.leavesRoot(entry.path) {
      fault(
        .leavesRoot, entry.line,
        "path '\(entry.path)' leaves the folder \(root); name a folder above the images as "
          + "'images'")
    } else {
      entries.append(entry)
    }
  }

  mutating func fault(_ kind: Fault.Kind, _ line: Int?, _ message: String) {
    faults.append(Fault(kind: kind, line: line, message: message))
  }

  /// Whether a relative path goes above where it starts, by its text alone.
  private static func leavesRoot(_ path: String) -> Bool {
    var depth = 0
    for part in path.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return true }
    }
    return depth <= 0
  }
}
