/// Where images of a user's benchmark are.
public struct ImageSource: Sendable, Equatable {
  /// How they are named.
  public enum Format: Sendable, Equatable {
    /// A folder with one subfolder a class; without classes, all images below it.
    case folder(String)
    /// A CSV file with the columns `path` and `label`, and values that other columns must have.
    case manifest(String, filter: [String: [String]])
    /// An OpenOOD image list.
    case imageList(String)
    /// A part of a CoOp split file `split_zhou_*.json`.
    case coOp(String, part: String)

    /// The path of the file or folder.
    public var path: String {
      switch self {
      case .folder(let path), .manifest(let path, _), .imageList(let path), .coOp(let path, _):
        path
      }
    }
  }

  /// How the images are named.
  public let format: Format
  /// The folder that paths in a file are relative to and may not leave; nil for the file's own.
  public let images: String?

  /// Describes a source; nothing is read.
  public init(_ format: Format, images: String? = nil) {
    self.format = format
    self.images = images
  }

  /// Reads which images there are, and none of them.
  ///
  /// - Parameters:
  ///   - classNames: the classes in the order of their numbers, for image lists.
  ///   - isLabelled: whether every image needs a class.
  /// - Throws: `DatasetError` or `FormatError` if the file or folder cannot be read; what concerns
  ///   single images is among the listing's faults.
  public func listing(classNames: [String]? = nil, isLabelled: Bool) throws -> ImageListing {
    switch format {
    case .folder(let path):
      return isLabelled ? try .classFolders(path) : try .allImages(in: path)
    case .manifest(let path, let filter):
      return try .manifest(path, root: root(of: path), filter: filter, isLabelled: isLabelled)
    case .imageList(let path):
      if isLabelled, classNames == nil {
        throw DatasetError(
          path, "has numbers for classes; name these in their order as 'classes'")
      }
      return try .imageList(
        path, root: root(of: path), classNames: isLabelled ? classNames : nil)
    case .coOp(let path, let part):
      return try .coOpSplit(path, part: part, root: root(of: path))
    }
  }

  private func root(of file: String) -> String {
    if let images { return images }
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
  }
}
