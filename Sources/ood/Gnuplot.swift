import FileFormats
import Foundation

/// Renders plots with gnuplot where it is installed.
enum Gnuplot {
  /// Whether each script has its pictures.
  static func hasRendered(
    _ names: [String], in folder: String, as endings: [String] = ["svg", "png"]
  ) -> Bool {
    names.allSatisfy { name in
      endings.allSatisfy {
        FileManager.default.fileExists(atPath: "\(folder)/\(name).\($0)")
      }
    }
  }

  /// Removes the pictures of scripts that are about to change.
  static func removePictures(_ names: [String], in folder: String) {
    for name in names {
      for ending in ["svg", "png"] {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name).\(ending)")
      }
    }
  }

  /// Renders each script of a folder beside it, to SVG and PNG unless formats are given.
  ///
  /// - Returns: false when gnuplot is not installed.
  static func render(
    _ names: [String], in folder: String, as endings: [String] = ["svg", "png"]
  ) -> Bool {
    for name in names {
      for ending in endings {
        let terminal = ending == "png" ? "pngcairo" : ending
        // A picture has its name when it is whole, for one that is there is not drawn again.
        let unfinished = TemporaryName.make()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
          "gnuplot", "-e", "term='\(terminal)'; out='\(unfinished)'", "\(name).gp",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // Its warnings are about empty ranges, and standard error may be read by a program.
        let words = Pipe()
        process.standardError = words
        guard (try? process.run()) != nil else { return false }
        let said = words.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus != 127 else { return false }
        let path = "\(folder)/\(unfinished)"
        let picture = "\(folder)/\(name).\(ending)"
        if process.terminationReason == .exit, process.terminationStatus == 0 {
          try? FileManager.default.removeItem(atPath: picture)
          try? FileManager.default.moveItem(atPath: path, toPath: picture)
        } else {
          try? FileManager.default.removeItem(atPath: path)
          Terminal.say("gnuplot \(name).gp: \(String(decoding: said, as: UTF8.self))")
        }
      }
    }
    return true
  }
}
