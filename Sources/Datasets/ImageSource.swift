/// Where a user's images are: exactly one of the four formats.
public struct ImageSource: Codable, Sendable, Equatable {
  /// A folder with one subfolder a class.
  public var folder: String?
  /// A CSV file with the columns `path` and `label`, and `split` if `part` is given.
  public var manifest: String?
  /// An OpenOOD image list.
  public var list: String?
  /// A CoOp split file `split_zhou_*.json`.
  public var coop: String?
  /// The split of a manifest, or the part of a CoOp file.
  public var part: String?
  /// The folder that the paths of a list or a CoOp file are relative to.
  public var images: String?
  /// A name for tables; the file's name if there is none.
  public var name: String?

  /// A source that names nothing yet.
  public init() {}

  /// Reads the images.
  ///
  /// - Parameter classNames: the classes, for formats that hold only their numbers, and to give all
  ///   sets of a benchmark the same ones.
  /// - Throws: `DatasetError` or `FormatError` if the source is incomplete or cannot be read.
  public func load(classNames: [String]? = nil) throws -> ImageSet {
    let set = try read(classNames: classNames)
    guard let classNames, set.classNames != classNames else { return set }
    let unknown = set.classNames.filter { !classNames.contains($0) }
    guard unknown.isEmpty else {
      throw DatasetError(
        set.name,
        "has classes that training has not: \(unknown.joined(separator: ", ")); known: "
          + classNames.joined(separator: ", "))
    }
    return set.relabelled(as: classNames)
  }

  private func read(classNames: [String]?) throws -> ImageSet {
    let given = [folder, manifest, list, coop].compactMap { $0 }
    guard given.count == 1 else {
      throw DatasetError(
        "images", "need one of folder, manifest, list, coop; found \(given.count) of them")
    }
    if let folder { return try .classFolders(folder, name: name) }
    if let manifest {
      return try .manifest(manifest, split: part, classNames: classNames, name: name)
    }
    if let list {
      return try .imageList(
        list, folder: images ?? folderOf(list), classNames: classNames ?? [], name: name)
    }
    let path = coop ?? ""
    guard let part else {
      throw DatasetError(path, "needs 'part': train, val or test")
    }
    return try .coOpSplit(path, part: part, folder: images ?? folderOf(path), name: name)
  }
}

extension ImageSet {
  /// The same images with their labels counted in a list that has all their classes.
  func relabelled(as names: [String]) -> ImageSet {
    let position = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    return ImageSet(
      name: name, classNames: names,
      labels: labels.map { $0 < 0 ? $0 : position[classNames[$0]] ?? -1 }, sampleIDs: sampleIDs,
      storage: storage, positions: positions)
  }
}
