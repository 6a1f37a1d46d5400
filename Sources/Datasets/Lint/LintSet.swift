/// A set of images as `ood lint` sees it: listed by a user, or loaded by a shipped benchmark.
struct LintSet: Sendable {
  /// What the set is for.
  enum Role: Int, Sendable {
    case train, validation, test, covariate, near, far

    /// Whether its images are of the benchmark's classes.
    var isLabelled: Bool { rawValue <= Role.covariate.rawValue }
  }

  /// Where its images are.
  enum Images: Sendable {
    case listed(ImageListing)
    case loaded(ImageSet)
  }

  let role: Role
  /// The name in messages, such as `test` or `far set things`.
  let title: String
  /// Where the configuration names the set.
  let place: LintFinding.Place?
  let images: Images

  init(_ role: Role, name: String? = nil, place: LintFinding.Place? = nil, images: Images) {
    self.role = role
    title = name.map { "\(role) set \($0)" } ?? "\(role)"
    self.place = place
    self.images = images
  }

  var count: Int {
    switch images {
    case .listed(let listing): listing.entries.count
    case .loaded(let set): set.count
    }
  }

  /// The class of an image as its source names it; nil where it has none.
  func className(_ index: Int) -> String? {
    switch images {
    case .listed(let listing): return listing.entries[index].className
    case .loaded(let set):
      let label = set.labels[index]
      return label < 0 ? nil : set.classNames[label]
    }
  }

  /// The classes that occur, sorted.
  var classNames: [String] { Set((0..<count).compactMap(className)).sorted() }

  /// An image's name in messages about another one.
  func name(_ index: Int) -> String {
    switch images {
    case .listed(let listing):
      let entry = listing.entries[index]
      return entry.line.map { "\(listing.file(of: entry)) (\(listing.source):\($0))" }
        ?? listing.file(of: entry)
    case .loaded(let set): return "\(set.name) \(set.sampleIDs[index])"
    }
  }

  /// Where an image is named: the line of a list, else its file.
  func place(_ index: Int) -> LintFinding.Place? {
    guard case .listed(let listing) = images else { return nil }
    let entry = listing.entries[index]
    guard let line = entry.line else { return LintFinding.Place(file: listing.file(of: entry)) }
    return LintFinding.Place(file: listing.source, line: line, column: 1)
  }

  /// What the message about an image begins with where its place does not name it.
  func subject(_ index: Int) -> String {
    switch images {
    case .listed(let listing):
      let entry = listing.entries[index]
      return entry.line == nil ? "" : "\(entry.path) "
    case .loaded: return "\(name(index)) "
    }
  }
}
