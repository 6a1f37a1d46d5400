import Datasets
import FileFormats
import FoundationEssentials

/// A set of 1 x 1 images whose only pixel is their index: labels 0, 1, 2, 0, 1, 2, ...
func tinySet(_ count: Int, classes: Int = 3, name: String = "tiny") -> ImageSet {
  ImageSet(
    name: name, classNames: (0..<classes).map { "class \($0)" },
    labels: (0..<count).map { $0 % classes }, sampleIDs: (0..<count).map { "\(name)/\($0)" },
    width: 1, height: 1, samples: (0..<count).map { UInt8($0 % 256) })
}

/// The pixels of a set of 1 x 1 images.
func pixels(_ set: ImageSet) throws -> [UInt8] {
  try (0..<set.count).map { try set.image(at: $0).samples[0] }
}

/// Runs a body with a fresh folder that holds some files, and removes the folder afterwards.
func withFolder<Result>(
  _ files: [String: [UInt8]], _ body: (String) throws -> Result
) throws -> Result {
  let manager = FileManager.default
  let folder = manager.temporaryDirectory.appending(path: "ood-\(UUID().uuidString)").path
  defer { try? manager.removeItem(atPath: folder) }
  for (path, bytes) in files {
    let full = "\(folder)/\(path)"
    let parent = full.split(separator: "/").dropLast().joined(separator: "/")
    try manager.createDirectory(atPath: "/\(parent)", withIntermediateDirectories: true)
    try AtomicFile.write(bytes, to: full)
  }
  return try body(folder)
}

/// The bytes of a PNG file with one gray pixel.
func tinyPNG(_ value: UInt8) throws -> [UInt8] {
  try PNG.encode(
    DecodedImage(width: 1, height: 1, mode: .gray, samples: [value]), name: "tiny.png")
}

/// The message of the error that a body throws.
func message(_ body: () throws -> some Any) -> String {
  do {
    _ = try body()
    return "no error"
  } catch { return "\(error)" }
}
