import Configuration
import Datasets

/// A rule that names the class of an image, or abstains, without looking at its label.
///
/// A conforming type is one file of `Supervision/Functions/` and a line in `allLabellingFunctions`.
public protocol LabellingFunction: Configurable {
  /// The group that votes as one, because its members err together; empty for a vote of its own.
  var lfGroup: String { get }

  /// Labelled images a class that it learns from; none of them is in the pool.
  var shots: Int { get }

  /// The columns of metadata that it reads.
  var columns: [String] { get }

  /// The other benchmark whose training images it learns from; nil for none.
  var benchmark: String? { get }

  /// A class or `Votes.abstain` for each image of the pool.
  func votes(on pool: ImageSet, in scene: LabellingScene) throws -> [Int]
}

extension LabellingFunction {
  public var shots: Int { 0 }
  public var columns: [String] { [] }
  public var benchmark: String? { nil }
}

/// Every labelling function, in the order of messages.
public let allLabellingFunctions: [any LabellingFunction.Type] = [
  ZeroShotFunction.self, PrototypeFunction.self, NeighbourFunction.self, KeywordFunction.self,
  AttributeFunction.self, SourceClassifier.self,
]

/// The registry of labelling functions, for configuration files.
public enum LabellingFunctions: Registry {
  public static let kind = "labelling function"
  public static var members: [any Configurable.Type] { allLabellingFunctions }
}
