import FoundationEssentials

/// The path of a file in the `Fixtures` folder beside the calling test file.
public func fixture(_ name: String, file: StaticString = #filePath) -> String {
  URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Fixtures/\(name)").path
}
