import Configuration

/// A score of how much an image looks in-distribution, computed from a model's outputs alone.
///
/// A conforming type is a plain struct in one file of `Scores/` plus a line in `AllDetectors.swift`.
/// Its stored settings have defaults; what it learns from training images lives in properties that
/// are not coded. It never runs the model, so all detectors share one forward pass.
public protocol Detector: Configurable {
  /// Raised whenever the detector's numbers change; part of the run id.
  static var revision: Int { get }

  /// What the detector reads of the images it scores.
  static var needs: Set<OutputField> { get }

  /// What it reads of the in-distribution training images; empty for detectors that learn nothing.
  static var trainingNeeds: Set<OutputField> { get }

  /// The source of the definition: authors, title, venue, address.
  static var paper: String { get }

  /// The detector fitted to in-distribution training images; forgets any earlier fit.
  func fitted(to training: ModelOutputs) throws -> Self

  /// One finite score an image, higher = more in-distribution, whatever the other images are.
  ///
  /// - Throws: `DetectorError` for settings out of range, missing fields, shapes that do not fit the
  ///   fitted state, and logits or features that are not finite.
  func scores(for outputs: ModelOutputs) throws -> [Double]
}

extension Detector {
  public static var revision: Int { 1 }
  public static var needs: Set<OutputField> { [.logits] }

  public static var trainingNeeds: Set<OutputField> { [] }

  public func fitted(to training: ModelOutputs) throws -> Self { self }

  /// Throws the first setting that is out of range.
  func checkSettings() throws {
    guard let problem = problems.first else { return }
    throw DetectorError("\(Self.name): \(problem.setting) \(problem.message)")
  }
}
