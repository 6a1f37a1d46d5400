/// What a sweep document says of other files: the folder of data and the descriptions of tables.
///
/// Paths are relative to the file that holds them, as those of `include` are.
struct SweepFiles {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var dataRoot: String?
  private(set) var tables: [(name: String, settings: SettingNode)] = []

  init(
    document: SettingNode, environment: [String: String], read: (String) throws -> String
  ) {
    readRoot(document.value(at: "data.root"), environment: environment)
    guard let list = document["tables"] else { return }
    for node in list.elements ?? [list] {
      guard let name = node.text, !node.isNull else {
        report("expected the path of a table's description", node)
        continue
      }
      let path = SweepFiles.path(name, from: node)
      let file = path.split(separator: "/").last ?? ""
      let stem = String(file.split(separator: ".").first ?? file)
      guard !tables.contains(where: { $0.name == stem }) else {
        report("a second table named '\(stem)'", node)
        continue
      }
      do {
        tables.append((stem, try SettingNode(yaml: try read(path), file: path)))
      } catch let error as ConfigurationError {
        diagnostics += error.diagnostics
      } catch {
        report("cannot read '\(name)': \(error)", node)
      }
    }
  }

  private mutating func readRoot(_ node: SettingNode?, environment: [String: String]) {
    guard let node else { return }
    guard let text = node.text, !node.isNull else {
      report("expected the path of a folder", node)
      return
    }
    do {
      let path = try SweepReferences.expanded(text, environment: environment)
      dataRoot = SweepFiles.path(path, from: node)
    } catch {
      report(error.message, node)
    }
  }

  private static func path(_ name: String, from node: SettingNode) -> String {
    let file = node.position.source.name
    // An argument is relative to the working folder.
    guard !name.hasPrefix("/"), node.position.source.argumentKey == nil,
      let slash = file.lastIndex(of: "/")
    else { return name }
    return file[...slash] + name
  }

  private mutating func report(_ message: String, _ node: SettingNode) {
    diagnostics.append(Diagnostic(message, at: node.position))
  }
}
