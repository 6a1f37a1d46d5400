import FoundationEssentials

extension ImageSet {
  /// Reads a folder with one subfolder a class; classes and files are in the order of their names.
  ///
  /// - Throws: `DatasetError` if the folder is missing or a class holds no image.
  public static func classFolders(_ folder: String, name: String? = nil) throws -> ImageSet {
    let classNames = try sortedNames(in: folder).filter { isFolder("\(folder)/\($0)") }
    guard !classNames.isEmpty else {
      throw DatasetError(folder, "has no subfolders; expected one a class with its images inside")
    }
    var labels: [Int] = []
    var ids: [String] = []
    for (label, className) in classNames.enumerated() {
      let images = try sortedNames(in: "\(folder)/\(className)").filter(isImage)
      guard !images.isEmpty else {
        throw DatasetError("\(folder)/\(className)", "holds no .png, .jpg or .jpeg file")
      }
      ids += images.map { "\(className)/\($0)" }
      labels += images.map { _ in label }
    }
    return ImageSet(
      name: name ?? lastComponent(folder), classNames: classNames, labels: labels, sampleIDs: ids,
      files: ids.map { "\(folder)/\($0)" })
  }
}

func sortedNames(in folder: String) throws -> [String] {
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
    throw DatasetError(folder, "is no folder that can be read")
  }
  return names.filter { !$0.hasPrefix(".") }.sorted()
}

func isFolder(_ path: String) -> Bool {
  var isFolder = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
}

func lastComponent(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

private func isImage(_ name: String) -> Bool {
  let lower = name.lowercased()
  return [".png", ".jpg", ".jpeg"].contains { lower.hasSuffix($0) }
}
