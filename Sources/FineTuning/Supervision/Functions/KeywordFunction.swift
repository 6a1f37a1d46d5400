import Configuration
import Datasets

/// The class whose pattern is found in a text of the image: a column of metadata, or its sample ID.
///
/// Patterns are regular expressions, without regard to case, found anywhere in the text. It abstains
/// where no class's pattern is found, or those of several classes.
public struct KeywordFunction: LabellingFunction {
  public static let name = "keyword"

  /// The column of metadata to read; empty for the sample IDs, such as file paths.
  public var column = ""
  /// Patterns by class.
  public var patterns = NamedTexts([:])
  public var lfGroup = ""

  public init() {}

  public var columns: [String] { column.isEmpty ? [] : [column] }

  public var problems: [SettingProblem] {
    var problems: [SettingProblem] = []
    if patterns.texts.isEmpty {
      problems.append(SettingProblem("patterns", "are missing; write {class: pattern}"))
    }
    for (name, texts) in patterns.texts.sorted(by: { $0.key < $1.key }) {
      for text in texts where (try? Regex(text)) == nil {
        problems.append(
          SettingProblem("patterns.\(name)", "is '\(text)', which is no regular expression"))
      }
    }
    return problems
  }

  public func votes(on pool: ImageSet, in scene: LabellingScene) throws -> [Int] {
    let rules = try classTexts(patterns, in: scene, of: "keyword").map { label, texts in
      (label: label, patterns: try texts.map { try Regex($0).ignoresCase() })
    }
    let texts = column.isEmpty ? pool.sampleIDs : try pool.values(ofColumn: column)
    return texts.map { text in
      let found = rules.filter { $0.patterns.contains { text.firstMatch(of: $0) != nil } }
      return found.count == 1 ? found[0].label : -1
    }
  }
}

/// Texts of classes by the classes' numbers.
///
/// - Throws: `FineTuningError` for a name that is no class.
func classTexts(
  _ texts: NamedTexts, in scene: LabellingScene, of function: String
) throws -> [(label: Int, texts: [String])] {
  try texts.texts.sorted { $0.key < $1.key }.map { name, texts in
    guard let label = scene.classNames.firstIndex(of: name) else {
      throw FineTuningError(
        "\(function) names '\(name)', which is no class; classes: "
          + scene.classNames.joined(separator: ", "))
    }
    return (label, texts)
  }
}
