import Configuration
import FileFormats
import FoundationEssentials

/// How fast this machine works, for the estimates of `ood plan`: a file in the cache folder.
public struct Calibration: Sendable, Equatable {
  /// The rates of one model.
  public struct Costs: Sendable, Equatable {
    /// Images that the image tower encodes in a second.
    public var imagesPerSecond: Double
    /// Seconds of an optimiser step, by method.
    public var secondsPerStep: [String: Double]
    /// The most memory that was held, in bytes; nil where the system does not say.
    public var peakMemory: Int?
    /// When it was measured, such as `2026-11-22`.
    public var date: String

    /// Creates the rates of a model.
    public init(
      imagesPerSecond: Double, secondsPerStep: [String: Double], peakMemory: Int?, date: String
    ) {
      self.imagesPerSecond = imagesPerSecond
      self.secondsPerStep = secondsPerStep
      self.peakMemory = peakMemory
      self.date = date
    }
  }

  /// The rates by the hash of a model's weights, and the number of threads.
  private var costs: [String: Costs] = [:]

  /// Nothing is measured yet.
  public init() {}

  /// The rates of a model with so many threads; nil if they were not measured.
  public subscript(weightsHash: String, threads threads: Int) -> Costs? {
    get { costs["\(weightsHash) \(threads)"] }
    set { costs["\(weightsHash) \(threads)"] = newValue }
  }

  /// The file in a cache folder.
  public static func path(cache: String) -> String { "\(cache)/calibration.json" }

  /// Reads the file of a cache folder; nothing is measured if there is none or it cannot be read.
  public init(cache: String) {
    let path = Calibration.path(cache: cache)
    guard FileManager.default.fileExists(atPath: path), let bytes = try? FileBytes.read(path),
      case .object(let members)? = try? JSONValue(parsing: bytes, name: path)
    else { return }
    for (key, value) in members {
      guard let rate = value["images_per_second"]?.double, let date = value["date"]?.string,
        case .object(let steps)? = value["seconds_per_step"]
      else { continue }
      costs[key] = Costs(
        imagesPerSecond: rate, secondsPerStep: steps.compactMapValues(\.double),
        peakMemory: value["peak_memory"]?.double.map { Int($0) }, date: date)
    }
  }

  /// Writes the file.
  ///
  /// - Throws: `FormatError` if it cannot be written.
  public func write(cache: String) throws {
    let json = JSONValue.object(
      costs.mapValues { costs in
        var members: [String: JSONValue] = [
          "images_per_second": .number(costs.imagesPerSecond),
          "seconds_per_step": .object(costs.secondsPerStep.mapValues { .number($0) }),
          "date": .string(costs.date),
        ]
        members["peak_memory"] = costs.peakMemory.map { .integer($0) }
        return .object(members)
      })
    try Folder.create(cache)
    try AtomicFile.write(json.prettyText, to: Calibration.path(cache: cache))
  }
}
