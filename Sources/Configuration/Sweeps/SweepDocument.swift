/// A sweep file merged with the files it includes.
struct SweepDocument {
  private(set) var root: SettingNode
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, read: (String) throws -> String) throws {
    root = try SettingNode(yaml: try read(path), file: path)
    var merged: SettingNode?
    include(of: root, path: path, stack: [path], read: read) { included in
      merged = merged.map { $0.merging(included) } ?? included
    }
    if let merged { root = merged.merging(root) }
  }

  /// Hands over the files that a file includes, each with its own includes below it.
  private mutating func include(
    of node: SettingNode, path: String, stack: [String], read: (String) throws -> String,
    add: (SettingNode) -> Void
  ) {
    guard let list = node["include"] else { return }
    for element in list.elements ?? [list] {
      guard let name = element.text, !element.isNull else {
        report("expected the path of a file, found \(ScalarReading.describe(element))", element)
        continue
      }
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      let file = name.hasPrefix("/") ? name : folder + name
      guard !stack.contains(file) else {
        report("'\(name)' includes itself: " + (stack + [file]).joined(separator: " -> "), element)
        continue
      }
      do {
        let included = try SettingNode(yaml: try read(file), file: file)
        if included.entries?.isEmpty != false { report("'\(name)' has no settings", element) }
        self.include(of: included, path: file, stack: stack + [file], read: read, add: add)
        add(included.removing(["include"]))
      } catch let error as ConfigurationError {
        diagnostics += error.diagnostics
      } catch {
        report("cannot include '\(name)': \(error)", element)
      }
    }
  }

  private mutating func report(_ message: String, _ node: SettingNode) {
    diagnostics.append(Diagnostic(message, at: node.position))
  }
}
