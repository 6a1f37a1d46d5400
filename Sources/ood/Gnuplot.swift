import Foundation

/// Renders plots with gnuplot where it is installed.
enum Gnuplot {
  /// Whether each script has its pictures.
  static func hasRendered(_ names: [String], in folder: String) -> Bool {
    names.allSatisfy { name in
      ["svg", "png"].allSatisfy {
        FileManager.default.fileExists(atPath: "\(folder)/\(name).\($0)")
      }
    }
  }

  /// Renders each script of a folder to SVG and PNG beside it.
  ///
  /// - Returns: false when gnuplot is not installed.
  static func render(_ names: [String], in folder: String) -> Bool {
    for name in names {
      for (terminal, ending) in [("svg", "svg"), ("pngcairo", "png")] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
          "gnuplot", "-e", "term='\(terminal)'; out='\(name).\(ending)'", "\(name).gp",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        guard process.terminationStatus != 127 else { return false }
      }
    }
    return true
  }
}
