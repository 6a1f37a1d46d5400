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

  /// What it reads of the in-distribution images it is fitted to; empty for detectors that learn
  /// nothing.
  static var trainingNeeds: Set<OutputField> { get }

  /// Which in-distribution images a sweep fits it to.
  static var fitSource: FitSource { get }

  /// The features that its definition has a meaning for.
  static var featureDomain: FeatureDomain { get }

  /// The source of the definition: authors, title, venue, address.
  static var paper: String { get }

  /// How the inputs behind `.perturbedLogits` are to be moved; nil for detectors that do not read
  /// them. Detectors with equal answers share one pass.
  var inputPerturbation: InputPerturbation? { get }

  /// The detector fitted to in-distribution images; forgets any earlier fit.
  ///
  /// - Throws: `DetectorError` for settings out of range, missing fields, and too few images.
  func fitted(to training: ModelOutputs) throws -> Self

  /// One finite score an image, higher = more in-distribution.
  ///
  /// An image's score has the same bits whatever the other images are, so callers may split the
  /// images as they like; see `scores(for:workers:)`.
  ///
  /// - Throws: `DetectorError` for settings out of range, missing fields, a detector that learns but
  ///   was not fitted, shapes that do not fit the fitted state, and numbers that are not finite.
  func scores(for outputs: ModelOutputs) throws -> [Double]
}

/// The in-distribution images that a detector is fitted to; never the test images, never others.
public enum FitSource: String, Sendable, CaseIterable {
  /// Labelled training images.
  case training
  /// Images held out of training: what is fitted there must not be flattered by it.
  case validation
}

/// What a detector's definition assumes of the features.
public enum FeatureDomain: String, Sendable {
  /// Any real numbers.
  case real
  /// Activations after a rectifier. CLIP's embeddings are signed, so such a detector refuses them.
  case nonnegative
}

extension Detector {
  public static var revision: Int { 1 }
  public static var needs: Set<OutputField> { [.logits] }
  public static var trainingNeeds: Set<OutputField> { [] }
  public static var fitSource: FitSource { .training }
  public static var featureDomain: FeatureDomain { .real }

  public var inputPerturbation: InputPerturbation? { nil }

  public func fitted(to training: ModelOutputs) throws -> Self { self }

  /// Throws the first setting that is out of range.
  func checkSettings() throws {
    guard let problem = problems.first else { return }
    throw DetectorError("\(Self.name): \(problem.setting) \(problem.message)")
  }

  /// The state of a fit, or an error that says a fit is missing.
  func require<State>(_ state: State?) throws -> State {
    guard let state else {
      throw DetectorError(
        "\(Self.name) must be fitted to in-distribution training images before it scores")
    }
    return state
  }
}
