import FileFormats
import Foundation
import Results

extension Gnuplot {
  /// The figures as gnuplot draws them (SVG), by name; one that it does not draw is left out.
  ///
  /// Drawn anew in a temporary folder: pictures that lie about may be of other records.
  ///
  /// - Returns: nil when gnuplot is not installed.
  /// - Throws: if the temporary folder cannot be written.
  static func pictures(of figures: [Figure]) throws -> [String: String]? {
    let folder = NSTemporaryDirectory() + TemporaryName.make()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var pictures: [String: String] = [:]
    for figure in figures {
      try figure.write(to: folder)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["gnuplot", "-e", "term='svg'; out='picture.svg'", "\(figure.name).gp"]
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      guard (try? process.run()) != nil else { return nil }
      process.waitUntilExit()
      guard process.terminationStatus != 127 else { return nil }
      let path = "\(folder)/picture.svg"
      if process.terminationReason == .exit, process.terminationStatus == 0 {
        pictures[figure.name] = try String(decoding: FileBytes.read(path), as: UTF8.self)
      }
      try? FileManager.default.removeItem(atPath: path)
    }
    return pictures
  }
}
