import Configuration
import Datasets

/// Where a set of a user's benchmark is, in a configuration: one of four formats.
public struct SourceSettings: Configurable, Equatable {
  public static let name = "source"

  /// A folder with one subfolder a class; for sets without classes, all images below it.
  public var folder: RelativePath?
  /// A CSV file with the columns `path` and `label`.
  public var manifest: RelativePath?
  /// An OpenOOD image list.
  public var imglist: RelativePath?
  /// A CoOp split file `split_zhou_*.json`.
  public var coop: RelativePath?
  /// The part of a CoOp file, or what the manifest's column `split` must say.
  public var split: String?
  /// What other columns of the manifest must say: a text, or one of a list.
  public var `where` = NamedTexts([:])
  /// The folder that paths in a manifest, list or CoOp file are relative to; else the file's own.
  public var images: RelativePath?

  /// A source that names nothing yet.
  public init() {}

  /// The format that is named, with its path.
  var named: (format: String, path: RelativePath)? {
    let formats = [
      ("folder", folder), ("manifest", manifest), ("imglist", imglist), ("coop", coop),
    ]
    return formats.lazy.compactMap { format, path in path.map { (format, $0) } }.first
  }

  public var problems: [SettingProblem] {
    let count = [folder, manifest, imglist, coop].count { $0 != nil }
    guard count == 1, let format = named?.format else {
      return [
        SettingProblem(
          named?.format ?? "folder",
          count == 0
            ? "is missing, and so are manifest, imglist and coop; one of them says where images are"
            : "is one of \(count) sources here; name one of folder, manifest, imglist, coop")
      ]
    }
    var problems: [SettingProblem] = []
    if format == "coop", split == nil {
      problems.append(SettingProblem("coop", "needs 'split' beside it: train, val or test"))
    }
    if let split, ["folder", "imglist"].contains(format) {
      problems.append(
        SettingProblem(
          "split", "is '\(split)', but a \(format) has no splits; leave it out"))
    }
    if !`where`.texts.isEmpty, format != "manifest" {
      problems.append(SettingProblem("where", "chooses rows of a manifest; a \(format) has none"))
    }
    if split != nil, `where`.texts["split"] != nil {
      problems.append(SettingProblem("where", "names the column 'split', which 'split' names too"))
    }
    if images != nil, format == "folder" {
      problems.append(SettingProblem("images", "stands beside lists of paths; a folder has none"))
    }
    return problems
  }

  /// The source; nil if none is named.
  var source: ImageSource? {
    guard let (format, named) = named else { return nil }
    let path = named.path
    let kind: ImageSource.Format =
      switch format {
      case "folder": .folder(path)
      case "imglist": .imageList(path)
      case "coop": .coOp(path, part: split ?? "")
      default:
        .manifest(path, filter: `where`.texts.merging(split.map { ["split": [$0]] } ?? [:]) { $1 })
      }
    return ImageSource(kind, images: images?.path)
  }
}
