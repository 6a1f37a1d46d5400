import Detectors
import FoundationEssentials
import Tensors
import Testing

@Suite("The example of docs/adding-a-detector.md")
struct ExampleTests {
  private func text(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(decoding: Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  @Test("is the file that the tests compile, but for the import that tests need")
  func document() throws {
    let document = try text("../../../docs/adding-a-detector.md")
    let file = try text("ClassMeanCosine.swift")
      .replacing("\n@testable import Detectors\n", with: "", maxReplacements: 1)
    let start = try #require(document.firstRange(of: "```swift\n")).upperBound
    let end = try #require(document[start...].firstRange(of: "```")).lowerBound
    #expect(document[start..<end] == file)
  }

  @Test("scores the cosine to the nearest of two means")
  func scores() throws {
    let training = try ModelOutputs(
      [.features: DoubleMatrix(rows: 3, columns: 2, values: [2, 0, 5, 0, 0, -1])],
      labels: [0, 0, 1])
    let outputs = try ModelOutputs(
      [.features: DoubleMatrix(rows: 2, columns: 2, values: [3, 4, -4, -3])])
    var detector = ClassMeanCosine()
    #expect(try detector.fitted(to: training).scores(for: outputs) == [0.6, 0.6])
    detector.least = 2
    #expect(try detector.fitted(to: training).scores(for: outputs) == [0.6, -0.8])
    detector.least = 3
    #expect(
      throws: DetectorError(
        "class-mean-cosine: no class has 3 of the 3 images to fit to, expected one; fit to more "
          + "images or lower least")
    ) { try detector.fitted(to: training) }
  }
}
