import Configuration
import Datasets

/// The class that a column of metadata stands for.
///
/// It abstains where the value is of no class or of several.
public struct AttributeFunction: LabellingFunction {
  public static let name = "attribute"

  /// The column of metadata to read.
  public var column = ""
  /// The values that stand for a class, by class; a value must be equal to one of them.
  public var values = NamedTexts([:])
  public var lfGroup = ""

  public init() {}

  public var columns: [String] { [column] }

  public var problems: [SettingProblem] {
    [
      column.isEmpty ? SettingProblem("column", "is missing; name a column of metadata") : nil,
      values.texts.isEmpty
        ? SettingProblem("values", "are missing; write {class: [value]}") : nil,
    ].compactMap { $0 }
  }

  public func votes(on pool: ImageSet, in scene: LabellingScene) throws -> [Int] {
    let rules = try classTexts(values, in: scene, of: "attribute")
    return try pool.values(ofColumn: column).map { value in
      let found = rules.filter { $0.texts.contains(value) }
      return found.count == 1 ? found[0].label : -1
    }
  }
}
