import Configuration
import Results

/// Something that a sweep measures beside the metrics of every detector on every split.
///
/// A conforming type is a plain struct in one file of this folder plus a line in `allAnalyses`. It
/// sees scores, logits and labels of a finished unit and adds members to the record; a sweep that
/// does not ask for it keeps its records as they are.
public protocol Analysis: Configurable {
  /// Raised whenever the analysis' numbers change; part of the run id of units that have it.
  static var revision: Int { get }
  /// Whether it cannot do without in-distribution images held out of training.
  static var needsValidation: Bool { get }
  /// The columns of metadata that it reads of evaluation sets, whose values then decide the run id.
  var columns: [String] { get }

  /// Adds what it measures to the unit's record.
  func add(to record: inout UnitRecord, from evaluation: Evaluation) throws
}

extension Analysis {
  public static var revision: Int { 1 }
  public static var needsValidation: Bool { false }
  public var columns: [String] { [] }
}

/// Every analysis, in the order in which a record gets them.
public let allAnalyses: [any Analysis.Type] = [
  CalibrationAnalysis.self,
  SelectiveAnalysis.self,
  OperatingPointAnalysis.self,
  RedundancyAnalysis.self,
  IntervalAnalysis.self,
  SlicesAnalysis.self,
  CurvesAnalysis.self,
  ScoresAnalysis.self,
]

/// The analyses as a registry from which configurations choose by name.
public enum AnalysisRegistry: Registry {
  public static let kind = "analysis"
  public static var members: [any Configurable.Type] { allAnalyses }
}
