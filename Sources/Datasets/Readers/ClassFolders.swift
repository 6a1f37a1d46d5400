import FoundationEssentials

extension ImageListing {
  /// Lists a folder with one subfolder a class; classes and files are in the order of their names.
  ///
  /// - Throws: `DatasetError` if the folder cannot be read or has no subfolders.
  static func classFolders(_ folder: String) throws -> ImageListing {
    var listing = ImageListing(source: folder, root: folder)
    let classNames = try sortedNames(in: folder).filter { isFolder("\(folder)/\($0)") }
    guard !classNames.isEmpty else {
      throw DatasetError(folder, "has no subfolders; expected one a class with its images inside")
    }
    for className in classNames {
      let images = try sortedNames(in: "\(folder)/\(className)").filter(isImage)
      if images.isEmpty {
        listing.fault(
          .empty, nil,
          "the folder of class '\(className)' holds no .png, .jpg or .jpeg file; remove it or add "
            + "images")
      }
      for image in images {
        listing.add(Entry(path: "\(className)/\(image)", className: className))
      }
    }
    return listing
  }

  /// Lists all images in a folder and the folders below it, whatever these are named.
  ///
  /// The name of the first folder on the way stands for the class, for `ood lint` to compare.
  ///
  /// - Throws: `DatasetError` if a folder cannot be read.
  static func allImages(in folder: String) throws -> ImageListing {
    var listing = ImageListing(source: folder, root: folder)
    var visited: Set<String> = []
    func visit(_ path: String) throws {
      let full = path.isEmpty ? folder : "\(folder)/\(path)"
      // A link to a folder above would never end.
      guard visited.insert(realPath(full)).inserted else { return }
      for name in try sortedNames(in: full) {
        let inner = path.isEmpty ? name : "\(path)/\(name)"
        if isFolder("\(folder)/\(inner)") {
          try visit(inner)
        } else if isImage(name) {
          let className = path.split(separator: "/").first.map(String.init)
          listing.add(Entry(path: inner, className: className))
        }
      }
    }
    try visit("")
    if listing.entries.isEmpty {
      listing.fault(.empty, nil, "holds no .png, .jpg or .jpeg file, nor do the folders below it")
    }
    return listing
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

/// The path without links; the path itself if it leads nowhere.
func realPath(_ path: String) -> String {
  URL(filePath: path).resolvingSymlinksInPath().path
}

private func isImage(_ name: String) -> Bool {
  let lower = name.lowercased()
  return [".png", ".jpg", ".jpeg"].contains { lower.hasSuffix($0) }
}
