/// Checks a benchmark for what makes its numbers wrong or hard to compare; all findings at once.
///
/// Images are compared by their decoded pixels. Images that are nearly the same are not found.
public struct BenchmarkLint: Sendable {
  /// What was found, in the order of the sets.
  public private(set) var findings: [LintFinding] = []
  /// The number of images that were looked at.
  public private(set) var imageCount = 0

  var sets: [LintSet] = []

  /// Checks a user's benchmark; nothing is thrown, for what cannot be read is a finding.
  ///
  /// - Parameters:
  ///   - benchmark: the benchmark.
  ///   - places: where the configuration names `train`, `validation`, `test` and the other sets.
  ///   - shots: the most training images a class that will be asked for.
  public init(
    _ benchmark: UserBenchmark, places: [String: LintFinding.Place] = [:], shots: Int = 0
  ) {
    let sources: [(LintSet.Role, String, ImageSource?)] =
      [
        (.train, "train", benchmark.train), (.validation, "validation", benchmark.validation),
        (.test, "test", benchmark.test),
      ] + benchmark.covariate.map { (.covariate, $0.name, $0.source) }
      + benchmark.near.map { (.near, $0.name, $0.source) }
      + benchmark.far.map { (.far, $0.name, $0.source) }
    for (role, name, source) in sources {
      guard let source else { continue }
      let place = places[name] ?? LintFinding.Place(file: source.format.path)
      do {
        let listing = try source.listing(classNames: benchmark.classes, isLabelled: role.isLabelled)
        let title = role.rawValue < LintSet.Role.covariate.rawValue ? nil : name
        sets.append(LintSet(role, name: title, place: place, images: .listed(listing)))
      } catch {
        add(.form, .error, at: place, sets: name, "\(error)")
      }
    }
    reportFaults()
    checkClasses(benchmark, shots: shots)
    checkImages()
  }

  /// Checks the contents of a benchmark that is loaded.
  public init(_ benchmark: Benchmark, shots: Int = 0) {
    sets = [
      LintSet(.train, images: .loaded(benchmark.train)),
      LintSet(.validation, images: .loaded(benchmark.validation)),
      LintSet(.test, images: .loaded(benchmark.test)),
    ]
    sets += benchmark.covariate.map { LintSet(.covariate, name: $0.name, images: .loaded($0)) }
    sets += benchmark.near.map { LintSet(.near, name: $0.name, images: .loaded($0)) }
    sets += benchmark.far.map { LintSet(.far, name: $0.name, images: .loaded($0)) }
    checkNames(of: benchmark.idClassNames)
    checkCounts(of: benchmark.idClassNames, shots: shots)
    checkImages()
  }

  /// The number of findings of a severity.
  public func count(_ severity: LintFinding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  mutating func add(
    _ check: LintFinding.Check, _ severity: LintFinding.Severity, at place: LintFinding.Place?,
    sets: String, _ message: String
  ) {
    findings.append(LintFinding(check, severity, at: place, sets: sets, message))
  }

  mutating func count(images: Int) { imageCount += images }

  /// What the sources themselves say wrongly.
  private mutating func reportFaults() {
    for set in sets {
      guard case .listed(let listing) = set.images else { continue }
      for fault in listing.faults {
        let check: LintFinding.Check =
          switch fault.kind {
          case .leavesRoot: .leavesRoot
          case .label: .label
          case .empty: .emptySet
          case .form: .form
          }
        let place = LintFinding.Place(
          file: listing.source, line: fault.line, column: fault.line.map { _ in 1 })
        add(check, .error, at: place, sets: set.title, fault.message)
      }
    }
  }
}
