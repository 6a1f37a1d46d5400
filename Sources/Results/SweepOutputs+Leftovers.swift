import FoundationEssentials

extension SweepOutputs {
  /// The files of a folder that have the endings of some files and are none of them, sorted.
  static func leftovers(_ files: [File], in folder: String) -> [String] {
    func ending(_ name: String) -> Substring? { name.split(separator: ".").last }
    let endings = Set(files.compactMap { ending($0.name) })
    let names = Set(files.map(\.name))
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return present.sorted().filter { name in
      !names.contains(name) && ending(name).map(endings.contains) == true
    }
  }

  /// Removes tables and figures that were made from other records, figures with their pictures.
  ///
  /// A table of one benchmark is named otherwise when there are two; left there, it would pass for a
  /// result.
  func removeLeftovers(tablesFolder: String, figuresFolder: String) throws {
    for name in SweepOutputs.leftovers(tables, in: tablesFolder) {
      try FileManager.default.removeItem(atPath: "\(tablesFolder)/\(name)")
    }
    for name in SweepOutputs.leftovers(figureFiles, in: figuresFolder) {
      try FileManager.default.removeItem(atPath: "\(figuresFolder)/\(name)")
      guard name.hasSuffix(".gp") else { continue }
      for ending in ["svg", "png"] {
        try? FileManager.default.removeItem(atPath: "\(figuresFolder)/\(name.dropLast(2))\(ending)")
      }
    }
  }
}
